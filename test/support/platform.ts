import 'reflect-metadata';
import type { Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { Clock } from '../../src/platform/clock/clock';
import { Config, readConfig } from '../../src/platform/config/config';
import { databaseOptions } from '../../src/platform/database/database';
import { createLogger, NestLogger } from '../../src/platform/http/logger';
import { PlatformModule } from '../../src/platform/platform.module';
import { QueueModule } from '../../src/platform/queue/queue.module';
import { FakeClock } from './fake-clock';
import { cloneDatabase, testServers } from './servers';

/** The platform without any room, over a database of its own. */
export interface PlatformScene {
  database: DataSource;
  clock: FakeClock;
  /** A process with these providers; several share the database and, unless told otherwise, the queue. */
  boot(providers: Provider[], environment?: NodeJS.ProcessEnv): Promise<TestingModule>;
  close(): Promise<void>;
}

export async function openPlatform(): Promise<PlatformScene> {
  const clone = await cloneDatabase('empty');
  const clock = new FakeClock();
  const database = await new DataSource(databaseOptions(clone.url)).initialize();
  const booted: TestingModule[] = [];
  return {
    database,
    clock,
    async boot(providers, environment = {}) {
      const config = readConfig({
        NODE_ENV: 'test',
        DATABASE_URL: clone.url,
        REDIS_URL: testServers().redisUrl,
        REDIS_PREFIX: new URL(clone.url).pathname.slice(1),
        ...environment,
      });
      const module = await Test.createTestingModule({
        imports: [PlatformModule, DiscoveryModule],
        providers,
      })
        .overrideProvider(Config)
        .useValue(config)
        .overrideProvider(Clock)
        .useValue(clock)
        .setLogger(new NestLogger(createLogger('silent', 'test')))
        .compile();
      booted.push(module);
      return module.init();
    },
    async close() {
      for (const module of booted) await closeAlsoHalfBooted(module);
      await database.destroy();
      await clone.drop();
    },
  };
}

/** Nest will not close what has failed to start. */
async function closeAlsoHalfBooted(module: TestingModule): Promise<void> {
  try {
    await module.close();
  } catch {
    await module.get(QueueModule).onApplicationShutdown();
    await module.get(DataSource).destroy();
  }
}
