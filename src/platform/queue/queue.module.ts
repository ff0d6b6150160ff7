import { BullModule, InjectQueue } from '@nestjs/bull';
import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bull';
import { Config } from '../config/config';
import { QueueConnections, QueueConnectionsModule } from './connections';
import { Jobs, QUEUE } from './jobs';

/** The queue as both processes see it; only the worker also runs jobs (JobRunner, in the worker's module). */
@Global()
@Module({
  imports: [
    QueueConnectionsModule,
    BullModule.forRootAsync({
      imports: [QueueConnectionsModule],
      inject: [Config, QueueConnections],
      useFactory: (config: Config, connections: QueueConnections) => ({
        prefix: config.REDIS_PREFIX,
        createClient: () => connections.open(),
        settings: { stalledInterval: 5_000, lockDuration: 15_000, maxStalledCount: 5 },
      }),
    }),
    BullModule.registerQueue({ name: QUEUE }),
  ],
  providers: [Jobs],
  exports: [Jobs, BullModule],
})
export class QueueModule implements OnApplicationShutdown {
  constructor(
    @InjectQueue(QUEUE) private readonly queue: Queue,
    private readonly connections: QueueConnections,
  ) {}

  /** Running jobs may finish first. */
  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
    this.connections.close();
  }
}
