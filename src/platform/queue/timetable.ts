import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dayOf, momentOf } from '../clock/day';
import type { JobKind } from './job';
import { Jobs } from './jobs';

/** When a recurring job is due: every so many seconds, or once a day from an hour in Việt Nam on. */
export type Rhythm = { everySeconds: number } | { dailyAtHour: number };

export interface RecurringJob {
  job: JobKind<object>;
  rhythm: Rhythm;
}

export const TIMETABLE = Symbol('timetable');

/**
 * Asks for recurring jobs when they are due. The last run is remembered in PostgreSQL, so a missed run is caught up,
 * one process asks however many there are, and an emptied Redis forgets nothing.
 */
@Injectable()
export class Timetable implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Timetable');
  private timer?: NodeJS.Timeout;
  private ticking?: Promise<void>;

  constructor(
    @Inject(TIMETABLE) private readonly entries: RecurringJob[],
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.ticking ??= this.tick()
        .catch((error: Error) => this.log.warn(`A tick was missed: ${error.message}`))
        .finally(() => (this.ticking = undefined));
    }, 1_000);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.ticking;
  }

  /** Claims what is due by the database's clock and wakes a worker for it. */
  async tick(): Promise<void> {
    const [{ now }]: { now: Date }[] = await this.dataSource.query('SELECT now() AS now');
    for (const { job, rhythm } of this.entries) {
      if (await this.claim(job.name, dueSince(rhythm, now), now)) await this.jobs.add(job, {}, 'recurring');
    }
  }

  private async claim(name: string, dueSince: Date, now: Date): Promise<boolean> {
    const claimed: unknown[] = await this.dataSource.query(
      `INSERT INTO timetable_run (name, last_run_at) VALUES ($1, $3)
       ON CONFLICT (name) DO UPDATE SET last_run_at = $3 WHERE timetable_run.last_run_at < $2 RETURNING name`,
      [name, dueSince, now],
    );
    return claimed.length > 0;
  }
}

/** A run before this moment does not count for the present turn. */
function dueSince(rhythm: Rhythm, now: Date): Date {
  if ('everySeconds' in rhythm) return new Date(now.getTime() - rhythm.everySeconds * 1000 + 500);
  const today = momentOf(dayOf(now), rhythm.dailyAtHour);
  return today <= now ? today : new Date(today.getTime() - 24 * 3600 * 1000);
}
