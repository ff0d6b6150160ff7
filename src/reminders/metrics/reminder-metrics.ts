import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Gauges, type Figures } from '../../platform/http/gauges';
import { waiting } from '../reminder';

/** The order and the end lead to the index of what is due: that hardly any past day waits is more than a planner can guess. */
const COUNTED = 100_000;

@Injectable()
export class ReminderMetrics extends Gauges {
  protected readonly gauges = {
    par_reminder_oldest_due_seconds: {
      help: 'Age of the oldest reminder that is due and not told; 0 when there is none',
    },
    par_reminders_due: { help: `Reminders that are due and not told, counted up to ${COUNTED}` },
    par_reminders_told_last_minute: { help: 'Reminders told within the last minute' },
    par_reminders_told_last_day: { help: 'Reminders told within the last 24 hours' },
    par_reminders_failed_last_day: { help: 'Reminders given up within the last 24 hours' },
    par_digests_last_day: {
      help: 'Digests and weekly reviews written within the last 24 hours',
      label: 'kind',
    },
    par_alarms_open: { help: 'Alarms that last: 1 for each', label: 'kind' },
  };

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  protected async read(): Promise<Figures> {
    const [figures]: Figures[] = await this.dataSource.query(
      `SELECT due.count AS par_reminders_due, due.oldest AS par_reminder_oldest_due_seconds,
              (SELECT count(*)::int FROM reminder WHERE told_at > now() - interval '1 minute') AS par_reminders_told_last_minute,
              (SELECT count(*)::int FROM reminder WHERE told_at > now() - interval '1 day') AS par_reminders_told_last_day,
              (SELECT count(*)::int FROM reminder WHERE failed_at > now() - interval '1 day') AS par_reminders_failed_last_day,
              (SELECT json_build_object('daily', count(*) FILTER (WHERE kind = 'daily'), 'weekly', count(*) FILTER (WHERE kind = 'weekly'))
                 FROM digest WHERE created_at > now() - interval '1 day') AS par_digests_last_day,
              (SELECT coalesce(json_object_agg(kind, 1), '{}') FROM alarm WHERE ended_at IS NULL) AS par_alarms_open
         FROM (SELECT count(*)::int AS count, coalesce(extract(epoch FROM now() - min(first.fire_at)), 0)::float AS oldest
                 FROM (SELECT r.fire_at FROM reminder r WHERE ${waiting} AND r.fire_at <= now()
                        ORDER BY r.fire_at, r.id LIMIT ${COUNTED}) AS first) AS due`,
    );
    return figures;
  }
}
