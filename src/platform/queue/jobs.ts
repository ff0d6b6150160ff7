import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger } from '@nestjs/common';
import type { JobOptions, Queue } from 'bull';
import { DataSource } from 'typeorm';
import { freeStuck } from './free-stuck';
import type { JobKind } from './job';

export const QUEUE = 'par';

/** How jobs are asked for. The queue only wakes a worker: whatever must not be lost is a row in PostgreSQL. */
@Injectable()
export class Jobs {
  private readonly log = new Logger('Jobs');

  constructor(
    @InjectQueue(QUEUE) private readonly queue: Queue,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * `key` names the piece of work: while a job with it waits or runs, asking again changes nothing. While Redis is away
   * this waits for it: ask from where one may wait.
   */
  async add<P extends object>(kind: JobKind<P>, payload: P, key?: string): Promise<void> {
    await this.addMany(kind, [{ payload, key }]);
  }

  async addMany<P extends object>(kind: JobKind<P>, items: { payload: P; key?: string }[]): Promise<void> {
    if (items.length === 0) return;
    await this.free(
      kind,
      items.flatMap(({ key }) => key ?? []),
    );
    await this.queue.addBulk(
      items.map(({ payload, key }) => ({ name: kind.name, data: payload, opts: optionsFor(kind, key) })),
    );
  }

  /**
   * Frees the keys of jobs that are stuck, so that they can be asked for anew. With `alsoActive` those too that were
   * begun and that no worker holds: only for what has not ended for far too long.
   */
  async free(kind: JobKind, keys: string[], { alsoActive = false } = {}): Promise<void> {
    const freed = await freeStuck(
      this.queue,
      keys.map((key) => idOf(kind, key)),
      alsoActive,
    );
    if (freed.length === 0) return;
    this.log.warn(`Stuck in the queue, now free to run again: ${freed.join(', ')}`);
    await this.dataSource.query(
      `INSERT INTO job_freed AS f (job, times, last_at) VALUES ($1, $2, now())
       ON CONFLICT (job) DO UPDATE SET times = f.times + $2, last_at = now()`,
      [kind.name, freed.length],
    );
  }
}

/** How Bull knows the job of a key. */
export function idOf(kind: JobKind, key: string): string {
  return `${kind.name}:${key}`;
}

function optionsFor(kind: JobKind, key?: string): JobOptions {
  return {
    jobId: key === undefined ? undefined : idOf(kind, key),
    removeOnComplete: true,
    removeOnFail: true,
  };
}
