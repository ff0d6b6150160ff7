import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Job, Queue } from 'bull';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import { definedJobs, HANDLES, type JobKind } from './job';
import { idOf, QUEUE } from './jobs';
import { noteEnd } from './rhythm';
import { RECURRING } from './timetable';

type Handler = (payload: object, now: Date) => Promise<void>;

/** What runs every two seconds need not be noted every time. */
const NOTED_EVERY_MS = 30_000;

/** The worker's end of the queue: finds the handlers, proves that they are complete, and runs jobs. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private readonly notedAt = new Map<string, number>();

  constructor(
    @InjectQueue(QUEUE) private readonly queue: Queue,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly clock: Clock,
    private readonly dataSource: DataSource,
  ) {}

  onApplicationBootstrap(): void {
    const handlers = this.findHandlers();
    for (const kind of definedJobs()) {
      const { name, concurrency } = kind;
      const found = handlers.get(name) ?? [];
      if (found.length !== 1) {
        throw new Error(
          `The job ${name} has ${found.length} handlers; mark exactly one method with @Handles.`,
        );
      }
      this.queue
        .process(name, concurrency, (job: Job<object>) => this.handle(kind, found[0], job))
        .catch((error: Error) => {
          this.log.error(`The queue stopped: ${error.message}`);
        });
    }
    this.queue.on('error', (error) => this.log.warn(`Redis: ${error.message}`));
    this.queue.on('failed', (job, error) =>
      this.log.error(`${job.name} failed: ${error.stack ?? error.message}`),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    // Without Redis there is nothing to take leave of: whatever runs is run again by another worker.
    await this.queue.pause(true).catch((error: Error) => this.log.warn(`Redis: ${error.message}`));
  }

  private async handle(kind: JobKind, handler: Handler, job: Job<object>): Promise<void> {
    await handler(job.data, this.clock.now());
    if (job.id === idOf(kind, RECURRING)) await this.note(kind.name);
  }

  /** That a recurring job has ended well, at most twice a minute. The work is done: without a note it is done again. */
  private async note(name: string): Promise<void> {
    const now = performance.now();
    if (now - (this.notedAt.get(name) ?? -Infinity) < NOTED_EVERY_MS) return;
    this.notedAt.set(name, now);
    await noteEnd(this.dataSource, name).catch((error: Error) => {
      this.notedAt.delete(name);
      this.log.warn(`The end of ${name} was not noted: ${error.message}`);
    });
  }

  private findHandlers(): Map<string, Handler[]> {
    const handlers = new Map<string, Handler[]>();
    for (const { instance } of this.discovery.getProviders() as {
      instance: Record<string, Handler> | null;
    }[]) {
      if (!instance || typeof instance !== 'object') continue;
      const prototype = Object.getPrototypeOf(instance) as object | null;
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const name = Reflect.getMetadata(HANDLES, instance[method]) as string | undefined;
        if (name) handlers.set(name, [...(handlers.get(name) ?? []), instance[method].bind(instance)]);
      }
    }
    return handlers;
  }
}
