import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { defineJob, Handles } from '../../platform/queue/job';
import { Jobs } from '../../platform/queue/jobs';
import { BATCH, due } from './hold';
import { tellReminders } from './tell';

/** `asOf` (RFC 3339) stands in for the database's clock; the timetable never gives it. */
export const sweepReminders = defineJob<{ asOf?: string }>('reminders.sweep');

/** Lanes at once, over all workers. */
const LANES = 4;

/** Wakes a lane for each batch that is due or earlier and not told, up to all lanes: a constant handful of jobs however much is due. */
@Injectable()
export class Sweep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
  ) {}

  @Handles(sweepReminders)
  async sweep({ asOf }: { asOf?: string }): Promise<void> {
    const [{ count }]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM (SELECT 1 FROM reminder r WHERE ${due} LIMIT ${LANES * BATCH}) AS found`,
      [asOf ?? null],
    );
    const lanes = Array.from({ length: Math.ceil(count / BATCH) }, (_, n) => `lane-${n + 1}`);
    await this.jobs.addMany(
      tellReminders,
      lanes.map((key) => ({ payload: asOf ? { asOf } : {}, key })),
    );
  }
}
