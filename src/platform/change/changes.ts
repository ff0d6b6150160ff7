import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller';
import { commonProblem } from '../errors/common-problems';
import { writeJournal, type JournalEntry } from '../journal/journal';
import { writeOutbox } from '../outbox/outbox';
import { Change } from './change';

/** Runs changes: transaction, idempotency, journal and outbox in one place, so that no verb can forget one. */
@Injectable()
export class Changes {
  private readonly observers: ((entries: readonly JournalEntry[]) => void)[] = [];

  constructor(private readonly dataSource: DataSource) {}

  /** Called after each commit with what it recorded, for what a process keeps in memory. */
  onCommit(observer: (entries: readonly JournalEntry[]) => void): void {
    this.observers.push(observer);
  }

  /**
   * Commits what `work` does and returns its result, which must be plain JSON: it is the response, and the answer
   * given again when the same Idempotency-Key comes back.
   */
  async run<T>(caller: Caller, work: (change: Change) => Promise<T>): Promise<T> {
    let entries: readonly JournalEntry[] = [];
    const result = await this.dataSource.transaction((manager) =>
      this.within(manager, caller, async (change) => {
        entries = change.entries;
        return work(change);
      }),
    );
    for (const observer of this.observers) observer(entries);
    return result;
  }

  /** The same inside a transaction that is already open, when several callers' changes belong together. */
  async within<T>(manager: EntityManager, caller: Caller, work: (change: Change) => Promise<T>): Promise<T> {
    const earlier = await claimKey<T>(manager, caller);
    if (earlier) return earlier.response;
    const change = new Change(manager, caller);
    const result = await work(change);
    await writeOutbox(manager, caller.now, change.events);
    await keepResponse(manager, caller, result);
    await writeJournal(manager, caller, change.entries);
    return result;
  }
}

/** A second request with the same key waits on the unique index until the first has committed, then reads its answer. */
async function claimKey<T>(manager: EntityManager, caller: Caller): Promise<{ response: T } | null> {
  if (!caller.idempotencyKey) return null;
  const key = [caller.actor.userId, caller.idempotencyKey];
  const claimed: unknown[] = await manager.query(
    `INSERT INTO idempotent_request (actor_id, key, fingerprint, created_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING key`,
    [...key, caller.fingerprint, caller.now],
  );
  if (claimed.length > 0) return null;
  const [earlier]: { fingerprint: string; response: T }[] = await manager.query(
    'SELECT fingerprint, response FROM idempotent_request WHERE actor_id = $1 AND key = $2',
    key,
  );
  if (earlier.fingerprint !== caller.fingerprint) throw commonProblem('request.key_reused');
  return earlier;
}

async function keepResponse(manager: EntityManager, caller: Caller, result: unknown): Promise<void> {
  if (!caller.idempotencyKey) return;
  await manager.query('UPDATE idempotent_request SET response = $3 WHERE actor_id = $1 AND key = $2', [
    caller.actor.userId,
    caller.idempotencyKey,
    JSON.stringify(result ?? null),
  ]);
}
