import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bull';
import { Gauges, type Figures } from '../http/gauges';
import { QUEUE } from './jobs';

/** What Redis holds. Jobs that ended are not kept, so a failed one is one that lost half of itself. */
@Injectable()
export class QueueMetrics extends Gauges {
  protected readonly gauges = {
    par_queue_jobs: { help: 'Jobs in the queue by state', label: 'state' },
  };

  constructor(@InjectQueue(QUEUE) private readonly queue: Queue) {
    super();
  }

  protected async read(): Promise<Figures> {
    // Asked while it is not connected, it would answer whenever it is, and what asks would pile up.
    if (this.queue.client.status !== 'ready') throw new Error(`Redis: ${this.queue.client.status}`);
    const { waiting, active, delayed, failed } = await this.queue.getJobCounts();
    return { par_queue_jobs: { waiting, active, delayed, failed } };
  }
}
