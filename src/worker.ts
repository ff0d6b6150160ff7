import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { failStart } from './app/fail';
import { WorkerModule } from './app/worker.module';
import { readConfig } from './platform/config/config';
import { createLogger, NestLogger } from './platform/http/logger';
import { refuseEvictingRedis } from './platform/queue/redis';

/** The queue process: runs jobs, relays the outbox, keeps the timetable. */
async function main(): Promise<void> {
  const config = readConfig();
  await refuseEvictingRedis(config.REDIS_URL);
  const logger = createLogger(config.LOG_LEVEL, 'worker');
  const app = await NestFactory.createApplicationContext(WorkerModule, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  app.enableShutdownHooks();
  logger.info('The worker is ready');
}

main().catch(failStart);
