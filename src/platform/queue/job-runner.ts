import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Job, Queue } from 'bull';
import { Clock } from '../clock/clock';
import { definedJobs, HANDLES } from './job';
import { QUEUE } from './jobs';

type Handler = (payload: object, now: Date) => Promise<void>;

/** The worker's end of the queue: finds the handlers, proves that they are complete, and runs jobs. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Jobs');

  constructor(
    @InjectQueue(QUEUE) private readonly queue: Queue,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const handlers = this.findHandlers();
    for (const { name, concurrency } of definedJobs()) {
      const found = handlers.get(name) ?? [];
      if (found.length !== 1) {
        throw new Error(
          `The job ${name} has ${found.length} handlers; mark exactly one method with @Handles.`,
        );
      }
      this.queue
        .process(name, concurrency, (job: Job<object>) => this.handle(found[0], job))
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
    await this.queue.pause(true);
  }

  private async handle(handler: Handler, job: Job<object>): Promise<void> {
    await handler(job.data, this.clock.now());
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
