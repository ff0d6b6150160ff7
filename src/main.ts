import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { failStart } from './app/fail';
import { HttpModule } from './app/http.module';
import { serveOpenApi } from './app/open-api';
import { serveWeb } from './app/web';
import { readConfig } from './platform/config/config';
import { createLogger, NestLogger } from './platform/http/logger';
import { configureHttp, createAdapter } from './platform/http/server';
import { refuseEvictingRedis } from './platform/queue/redis';

/** The HTTP process. */
async function main(): Promise<void> {
  const config = readConfig();
  await refuseEvictingRedis(config.REDIS_URL);
  const logger = createLogger(config.LOG_LEVEL, 'http');
  const app = await NestFactory.create<NestFastifyApplication>(HttpModule, createAdapter(logger), {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  await configureHttp(app, config);
  serveOpenApi(app);
  await serveWeb(app);
  app.enableShutdownHooks();
  await app.listen(config.PORT, config.HOST);
  logger.info(`Listening on port ${config.PORT}`);
}

main().catch(failStart);
