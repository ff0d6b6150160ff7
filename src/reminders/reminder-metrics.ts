import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { metrics } from '../platform/http/metrics';
import { waiting } from './reminder';

interface Figures {
  oldestDueSeconds: number;
  toldLastDay: number;
  failedLastDay: number;
  lettersFailedLastDay: number;
}

const gauges: Record<keyof Figures, { name: string; help: string }> = {
  oldestDueSeconds: {
    name: 'par_reminder_oldest_due_seconds',
    help: 'Age of the oldest reminder that is due and not told; 0 when there is none',
  },
  toldLastDay: { name: 'par_reminders_told_last_day', help: 'Reminders told within the last 24 hours' },
  failedLastDay: {
    name: 'par_reminders_failed_last_day',
    help: 'Reminders given up within the last 24 hours',
  },
  lettersFailedLastDay: {
    name: 'par_letters_failed_last_day',
    help: 'Letters given up within the last 24 hours',
  },
};

/** Read from the rows at each scrape: whichever process is asked answers for all of them. */
@Injectable()
export class ReminderMetrics implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Metrics');
  private registered = false;
  private reading?: Promise<Figures | null>;

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    // Tests run several processes' worth of modules in one: the first answers.
    if (metrics.getSingleMetric(gauges.toldLastDay.name)) return;
    this.registered = true;
    for (const figure of Object.keys(gauges) as (keyof Figures)[]) {
      const read = () => this.read();
      new Gauge({
        ...gauges[figure],
        registers: [metrics],
        async collect() {
          const figures = await read();
          if (figures) this.set(figures[figure]);
        },
      });
    }
  }

  onApplicationShutdown(): void {
    if (this.registered) Object.values(gauges).forEach(({ name }) => metrics.removeSingleMetric(name));
  }

  /** One query for the gauges of one scrape; without a database they keep what they last knew. */
  private read(): Promise<Figures | null> {
    this.reading ??= this.query()
      .catch((error: Error) => {
        this.log.warn(`The figures of reminders were not read: ${error.message}`);
        return null;
      })
      .finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async query(): Promise<Figures> {
    const [figures]: Figures[] = await this.dataSource.query(
      `SELECT (SELECT coalesce(greatest(0, extract(epoch FROM now() - min(r.fire_at))), 0)::float FROM reminder r WHERE ${waiting}) AS "oldestDueSeconds",
              (SELECT count(*)::int FROM reminder WHERE told_at > now() - interval '1 day') AS "toldLastDay",
              (SELECT count(*)::int FROM reminder WHERE failed_at > now() - interval '1 day') AS "failedLastDay",
              (SELECT count(*)::int FROM delivery WHERE failed_at > now() - interval '1 day') AS "lettersFailedLastDay"`,
    );
    return figures;
  }
}
