import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { JobOptions, Queue } from 'bull';
import type { JobKind } from './job';

export const QUEUE = 'par';

/** How jobs are asked for. The queue only wakes a worker: whatever must not be lost is a row in PostgreSQL. */
@Injectable()
export class Jobs {
  constructor(@InjectQueue(QUEUE) private readonly queue: Queue) {}

  /** `key` names the piece of work: while a job with it waits or runs, asking again changes nothing. */
  async add<P extends object>(kind: JobKind<P>, payload: P, key?: string): Promise<void> {
    await this.addMany(kind, [{ payload, key }]);
  }

  async addMany<P extends object>(kind: JobKind<P>, items: { payload: P; key?: string }[]): Promise<void> {
    if (items.length === 0) return;
    await this.queue.addBulk(
      items.map(({ payload, key }) => ({ name: kind.name, data: payload, opts: optionsFor(kind, key) })),
    );
  }
}

function optionsFor(kind: JobKind, key?: string): JobOptions {
  const jobId = key === undefined ? undefined : `${kind.name}:${key}`;
  return { jobId, removeOnComplete: true, removeOnFail: true };
}
