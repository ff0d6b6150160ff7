import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { systemCaller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { dayOf } from '../../platform/clock/day';
import { Config } from '../../platform/config/config';
import { defineJob, Handles } from '../../platform/queue/job';
import { waiting } from '../reminder';
import { compose } from './compose';
import { absentees, decide } from './decide';
import { Distances } from './distance';
import { factsOf } from './facts';
import { BATCH, fromTheStart, holdDue, type Held, type Which } from './hold';
import { notify, type Word } from './notify';
import { setAside } from './set-aside';
import { standInsOf } from './stand-ins';
import { waitingSince } from './waiting';

/** A lane: it carries nothing, and asks the rows what is due. `asOf` (RFC 3339) stands in for the database's clock. */
export const tellReminders = defineJob<{ asOf?: string }>('reminders.tell', { concurrency: 4 });

const TRIES = 8;

/**
 * Tells what is due, batch after batch: notifications, letters to be sent and `told_at` of a batch are one transaction, or
 * nothing is. A batch that breaks is told one by one, so that only the reminder that breaks it waits for a later try.
 */
@Injectable()
export class Tell implements BeforeApplicationShutdown {
  private readonly log = new Logger('Reminders');
  private ending = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
    private readonly distances: Distances,
    private readonly config: Config,
  ) {}

  /** One walk over what is due, in its order. What other lanes or busy tasks kept back is for the next sweep. */
  @Handles(tellReminders)
  async tell({ asOf }: { asOf?: string }, now: Date): Promise<void> {
    let which: Which = fromTheStart;
    while (!this.ending) {
      const held = await this.tellNext(which, asOf ?? null, now);
      if (held.length < BATCH) return;
      which = { after: held[held.length - 1] };
    }
  }

  /** A process that ends waits for the batch in hand, not for all that is due. */
  beforeApplicationShutdown(): void {
    this.ending = true;
  }

  private async tellNext(which: Which, asOf: string | null, now: Date): Promise<Held[]> {
    let held: Held[] = [];
    try {
      await this.changes.run(systemCaller(now, 'reminders.tell'), async ({ manager }) => {
        held = await holdDue(manager, asOf, which);
        if (held.length > 0) await this.tellHeld(manager, held);
      });
    } catch (error) {
      if (held.length === 0) throw error;
      if (held.length === 1) await this.postpone(held[0], error as Error);
      else {
        this.log.warn(`${held.length} reminders are told one by one: ${(error as Error).message}`);
        for (const { id } of held) await this.tellNext({ id }, asOf, now);
      }
    }
    return held;
  }

  private async tellHeld(manager: EntityManager, held: Held[]): Promise<void> {
    const { moment } = held[0];
    const today = dayOf(moment);
    const ids = held.map(({ id }) => id);
    const facts = await factsOf(manager, ids, moment, today);
    const away = absentees(facts).map(({ id }) => id);
    const standIns = away.length > 0 ? await standInsOf(manager, away, today) : [];
    const { tellings, voids } = decide(facts, standIns);
    await setAside(manager, voids, moment);
    const until = await this.distances.from(manager, today);
    const words = tellings.map((telling): Word => {
      const { facts, onBehalfOf } = telling;
      const counted = { distance: until(facts.dueDate), waited: until(waitingSince(facts)), onBehalfOf };
      return { ...telling, ...compose(facts, counted) };
    });
    const { PUBLIC_URL, LETTERS_A_DAY: ceiling } = this.config;
    await notify(manager, words, { moment, ceiling, host: new URL(PUBLIC_URL).hostname });
  }

  /** A telling that broke is tried again ever later; the eighth failure is its last. The sweep brings it back. */
  private async postpone({ id }: Held, error: Error): Promise<void> {
    this.log.error(`${id} was not told: ${error.stack}`);
    // PostgreSQL keeps no zero byte.
    const reason = error.message.replaceAll('\0', '').slice(0, 2000);
    await this.dataSource.query(
      `UPDATE reminder r SET attempts = attempts + 1,
              next_attempt_at = now() + make_interval(mins => least(60, 2 ^ attempts)::int),
              failed_at = CASE WHEN attempts + 1 >= ${TRIES} THEN now() END,
              failure_reason = CASE WHEN attempts + 1 >= ${TRIES} THEN $2 END
        WHERE id = $1 AND ${waiting}`,
      [id, reason],
    );
  }
}
