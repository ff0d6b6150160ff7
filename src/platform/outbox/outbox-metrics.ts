import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Gauges, type Figures } from '../http/gauges';

@Injectable()
export class OutboxMetrics extends Gauges {
  protected readonly gauges = {
    par_outbox_waiting: { help: 'Events that wait to be handed on' },
    par_outbox_oldest_seconds: { help: 'Age of the oldest event that waits; 0 when there is none' },
    par_outbox_retried: { help: 'Events that wait after a try that failed' },
  };

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  protected async read(): Promise<Figures> {
    const [figures]: Figures[] = await this.dataSource.query(
      `SELECT count(*)::int AS par_outbox_waiting, (count(*) FILTER (WHERE attempts > 0))::int AS par_outbox_retried,
              coalesce(greatest(0, extract(epoch FROM now() - min(created_at))), 0)::float AS par_outbox_oldest_seconds
         FROM outbox WHERE delivered_at IS NULL`,
    );
    return figures;
  }
}
