import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Gauges, type Figures } from '../../platform/http/gauges';
import { channels } from '../sending/outcome';

const label = 'channel';

@Injectable()
export class DeliveryMetrics extends Gauges {
  protected readonly gauges = {
    par_deliveries_waiting: { help: 'Letters and webhooks that wait to be sent', label },
    par_delivery_oldest_waiting_seconds: {
      help: 'Seconds since the oldest that waits was written; 0 when there is none',
      label,
    },
    par_delivery_overdue_seconds: {
      help: 'Seconds by which the next try that should have been made longest ago is late; 0 when none is',
      label,
    },
    par_deliveries_dead: { help: 'Dead letters: given up, and not sent again', label },
    par_deliveries_dead_last_day: { help: 'Given up within the last 24 hours', label },
    par_delivery_tries_failed_last_hour: { help: 'Tries that failed within the last hour', label },
    par_delivery_outlets_resting: {
      help: 'Mail servers and receivers that do not work and are left alone',
      label,
    },
    par_letters_failed_last_day: { help: 'Letters given up within the last 24 hours' },
  };

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  protected async read(): Promise<Figures> {
    const rows: Record<string, string | number>[] = await this.dataSource.query(figuresByChannel, [channels]);
    const figures: Record<string, Record<string, number>> = {};
    for (const { channel, ...values } of rows)
      for (const [name, value] of Object.entries(values)) (figures[name] ??= {})[channel] = Number(value);
    return { ...figures, par_letters_failed_last_day: figures.par_deliveries_dead_last_day.mail };
  }
}

const seconds = (moment: string) => `coalesce(greatest(0, extract(epoch FROM now() - ${moment})), 0)`;

const figuresByChannel = `
SELECT channel,
       coalesce(waits.count, 0) AS par_deliveries_waiting,
       ${seconds('waits.oldest')} AS par_delivery_oldest_waiting_seconds,
       ${seconds('waits.next')} AS par_delivery_overdue_seconds,
       coalesce(dead.count, 0) AS par_deliveries_dead,
       coalesce(dead.last_day, 0) AS par_deliveries_dead_last_day,
       coalesce(tries.count, 0) AS par_delivery_tries_failed_last_hour,
       coalesce(rest.count, 0) AS par_delivery_outlets_resting
  FROM unnest($1::text[]) AS channel
  LEFT JOIN (SELECT channel, count(*), min(created_at) AS oldest, min(next_attempt_at) AS next
               FROM delivery WHERE sent_at IS NULL AND failed_at IS NULL GROUP BY channel) AS waits USING (channel)
  LEFT JOIN (SELECT channel, count(*), count(*) FILTER (WHERE failed_at > now() - interval '1 day') AS last_day
               FROM delivery WHERE failed_at IS NOT NULL GROUP BY channel) AS dead USING (channel)
  LEFT JOIN (SELECT d.channel, count(*) FROM delivery_attempt a JOIN delivery d ON d.id = a.delivery_id
              WHERE NOT a.sent AND a.ended_at > now() - interval '1 hour' GROUP BY d.channel) AS tries USING (channel)
  LEFT JOIN (SELECT CASE outlet WHEN 'mail' THEN 'mail' ELSE 'webhook' END AS channel, count(*)
               FROM delivery_pause GROUP BY 1) AS rest USING (channel)`;
