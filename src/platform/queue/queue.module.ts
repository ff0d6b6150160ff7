import { BullModule } from '@nestjs/bull';
import { Global, Module } from '@nestjs/common';
import Redis from 'ioredis';
import { Config } from '../config/config';
import { Jobs, QUEUE } from './jobs';
import { redisOptions } from './redis';

/** The queue as both processes see it; only the worker also runs jobs (JobRunner, in the worker's module). */
@Global()
@Module({
  imports: [
    BullModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        prefix: config.REDIS_PREFIX,
        createClient: () => new Redis(config.REDIS_URL, redisOptions()),
        settings: { stalledInterval: 15_000, lockDuration: 30_000, maxStalledCount: 5 },
      }),
    }),
    BullModule.registerQueue({ name: QUEUE }),
  ],
  providers: [Jobs],
  exports: [Jobs, BullModule],
})
export class QueueModule {}
