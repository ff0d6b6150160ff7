import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { claimRun } from '../../platform/queue/rhythm';
import { within } from '../../platform/queue/within';
import { Alarms } from './alarms';
import { LOOK } from './facts';

const TICK_SECONDS = 30;
/** Whatever stood still with this process gets some minutes to go on. */
const FIRST_AFTER_SECONDS = 180;
const RHYTHM = { everySeconds: 60 };
/** A look that waits for a Redis that does not answer does not keep its process from ending. */
const FAREWELL_MS = 2_000;

/**
 * Looks each minute, in every process: a worker that is dead cannot say so, and what the queue could not bring would
 * say nothing of the queue. Of all processes one looks.
 */
@Injectable()
export class AlarmWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Alarms');
  private timer?: NodeJS.Timeout;
  private looking?: Promise<void>;
  private ticks = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly alarms: Alarms,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      if (++this.ticks * TICK_SECONDS < FIRST_AFTER_SECONDS) return;
      this.looking ??= this.tick()
        .catch((error: Error) => this.log.warn(`A look was missed: ${error.message}`))
        .finally(() => (this.looking = undefined));
    }, TICK_SECONDS * 1000);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await within(FAREWELL_MS, this.looking ?? Promise.resolve()).catch(() => undefined);
  }

  async tick(): Promise<void> {
    const [{ now }]: { now: Date }[] = await this.dataSource.query('SELECT now() AS now');
    if (await claimRun(this.dataSource, LOOK, RHYTHM, now)) await this.alarms.look();
  }
}
