import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { addDays, dayOf, type Day } from '../../platform/clock/day';
import { defineJob, Handles } from '../../platform/queue/job';
import { Derivation } from './derivation';
import { deriveDeadlines } from './derive-deadlines';
import { deriveSilence, MOST_WEEKS } from './derive-silence';
import { deriveWaits } from './derive-waits';
import { FireDays, stepsOf } from './fire-days';
import { Rounds } from './rounds';
import { dueOn, everyOpen, lastHeardOn, leftOver, sentOn } from './tasks-of-days';
import { claimTurn, endTurn } from './turn';

/** `asOf` (RFC 3339) stands in for the database's clock; the timetable never gives it. */
export const reconcileReminders = defineJob<{ asOf?: string }>('reminders.reconcile');

/** Asks, in the caller's transaction, for a derivation of everything. */
export async function askForReconcile(manager: EntityManager): Promise<void> {
  await manager.query('UPDATE reminder_reconcile SET asked = asked + 1');
}

/**
 * Derives reminders without any event: each night from one o'clock on the rows of the days since the last night, and
 * everything when a rule, a calendar or a plan asked for it, and in the first night of a week (decision 0030).
 */
@Injectable()
export class Reconcile {
  private readonly log = new Logger('Reminders');

  constructor(
    private readonly dataSource: DataSource,
    private readonly rounds: Rounds,
    private readonly fireDays: FireDays,
    private readonly derivation: Derivation,
  ) {}

  @Handles(reconcileReminders)
  async whenOutstanding({ asOf }: { asOf?: string }): Promise<void> {
    const turn = await claimTurn(this.dataSource, asOf ?? null);
    if (!turn) return;
    try {
      const { at, night, derivedThrough, lastBegun } = turn;
      if (derivedThrough && derivedThrough !== night) {
        const from = derivedThrough < night ? addDays(derivedThrough, 1) : night;
        const tasks = await this.deriveDays(at, from, night, lastBegun);
        this.log.log(`The reminders of ${from} to ${night} are in line with ${tasks} tasks`);
      }
      if (turn.everything) this.log.log(`The reminders of all ${await this.deriveAll(at)} tasks are in line`);
      await endTurn(this.dataSource, turn);
    } finally {
      await this.dataSource.query('UPDATE reminder_reconcile SET working_until = NULL');
    }
  }

  /**
   * The rows of the days `from … to`, whatever rule they are of: missing ones are inserted, and those due by then that are no
   * longer right are void. `to` is today; `lastBegun` is when the derivation before this one began.
   */
  async deriveDays(now: Date, from: Day, to: Day, lastBegun: Date | null = null): Promise<number> {
    const { manager } = this.dataSource;
    const deadlines = await this.fireDays.falling(manager, await stepsOf(manager, ['deadline']), from, to);
    const waitSteps = await stepsOf(manager, ['acceptance_waits', 'decision_waits']);
    const waits = await this.fireDays.falling(manager, waitSteps, from, to);
    const words = await silentSince(manager, from, to);
    const days = (list: { since: Day }[]) => [...new Set(list.map(({ since }) => since))].sort();
    const ids = (tasks: { id: string }[]) => tasks.map(({ id }) => id);

    const left = leftOver(this.dataSource, to, lastBegun);
    let tasks = await this.rounds.through(now, left, (tx, held) =>
      this.derivation.deriveWhole(tx, held, null, to),
    );
    tasks += await this.rounds.through(now, dueOn(this.dataSource, days(deadlines)), (tx, held) =>
      deriveDeadlines(tx, ids(held), deadlines, to, to),
    );
    tasks += await this.rounds.through(now, lastHeardOn(this.dataSource, words), (tx, held) =>
      deriveSilence(tx, ids(held), from, to),
    );
    tasks += await this.rounds.through(now, sentOn(this.dataSource, days(waits)), (tx, held) =>
      deriveWaits(tx, ids(held), waits, from, to),
    );
    return tasks;
  }

  /** Every reminder of every open task. */
  deriveAll(now: Date): Promise<number> {
    const today = dayOf(now);
    return this.rounds.through(now, everyOpen(this.dataSource), (tx, held) =>
      this.derivation.deriveWhole(tx, held, today, today),
    );
  }
}

/** The days that lie some rule's n weeks, or a multiple of them, before a day of `from … to`. */
async function silentSince(manager: EntityManager, from: Day, to: Day): Promise<Day[]> {
  const rows: { day: Day }[] = await manager.query(
    `SELECT DISTINCT $2::date - back - 7 * weeks * times AS day
       FROM generate_series(0, $2::date - $1::date) AS back
      CROSS JOIN (SELECT weeks FROM reminder_rule WHERE weeks IS NOT NULL UNION SELECT weeks FROM reminder_rule_exception WHERE weeks IS NOT NULL) AS rule
      CROSS JOIN LATERAL generate_series(1, ${MOST_WEEKS} / weeks) AS times
      ORDER BY 1`,
    [from, to],
  );
  return rows.map(({ day }) => day);
}
