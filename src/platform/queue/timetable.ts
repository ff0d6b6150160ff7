import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { JobKind } from './job';
import { Jobs } from './jobs';
import { claimRun, periodSeconds, type Rhythm } from './rhythm';
import { within } from './within';

export interface RecurringJob {
  job: JobKind<object>;
  rhythm: Rhythm;
}

export const TIMETABLE = Symbol('timetable');

/** The key of every recurring job: one of a kind waits or runs at a time. */
export const RECURRING = 'recurring';

/** A job that Redis does not take in time to end with the process is asked for by the next one. */
const FAREWELL_MS = 2_000;

/**
 * Asks for recurring jobs when they are due. The last run is remembered in PostgreSQL, so a missed run is caught up,
 * one process asks however many there are, and an emptied Redis forgets nothing. While Redis is away one tick waits
 * for it and no other begins.
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
    await within(FAREWELL_MS, this.ticking ?? Promise.resolve()).catch(() => undefined);
  }

  /** Claims what is due by the database's clock and wakes a worker for it. */
  async tick(): Promise<void> {
    const [{ now }]: { now: Date }[] = await this.dataSource.query('SELECT now() AS now');
    for (const { job, rhythm } of this.entries) {
      const run = await claimRun(this.dataSource, job.name, rhythm, now);
      if (!run) continue;
      const tooLong = run.secondsWithoutEnd > Math.max(120, 5 * periodSeconds(rhythm));
      if (tooLong) await this.jobs.free(job, [RECURRING], { alsoActive: true });
      await this.jobs.add(job, {}, RECURRING);
    }
  }
}
