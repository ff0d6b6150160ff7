import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { defineJob, Handles } from '../../platform/queue/job';
import { Jobs } from '../../platform/queue/jobs';
import { waiting } from '../reminder';
import { tellReminder } from './tell';

/** `asOf` (RFC 3339) stands in for the database's clock; the timetable never gives it. */
export const sweepReminders = defineJob<{ asOf?: string }>('reminders.sweep');

const ROUND = 1_000;
const NIL = '00000000-0000-0000-0000-000000000000';

/** Asks for a telling of whatever is due or earlier and not told. Asking twice, or for ever, tells nobody twice. */
@Injectable()
export class Sweep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
  ) {}

  @Handles(sweepReminders)
  async sweep({ asOf }: { asOf?: string }): Promise<void> {
    let last = { id: NIL, fireAt: '-infinity' };
    for (;;) {
      const due = await this.dueAfter(last, asOf);
      await this.jobs.addMany(
        tellReminder,
        due.map(({ id }) => ({ payload: { reminderId: id, ...(asOf ? { asOf } : {}) }, key: id })),
      );
      if (due.length < ROUND) return;
      last = due[due.length - 1];
    }
  }

  private dueAfter(
    last: { id: string; fireAt: string },
    asOf?: string,
  ): Promise<{ id: string; fireAt: string }[]> {
    return this.dataSource.query(
      `SELECT r.id, r.fire_at::text AS "fireAt" FROM reminder r
        WHERE ${waiting} AND r.fire_at <= coalesce($1::timestamptz, now())
          AND (r.next_attempt_at IS NULL OR r.next_attempt_at <= now())
          AND (r.fire_at, r.id) > ($2::timestamptz, $3::uuid)
        ORDER BY r.fire_at, r.id LIMIT ${ROUND}`,
      [asOf ?? null, last.fireAt, last.id],
    );
  }
}
