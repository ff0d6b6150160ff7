import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { HttpModule } from '../../src/app/http.module';
import { serveWeb } from '../../src/app/web';
import { WorkerModule } from '../../src/app/worker.module';
import { Clock } from '../../src/platform/clock/clock';
import { Config, readConfig } from '../../src/platform/config/config';
import { createLogger, NestLogger } from '../../src/platform/http/logger';
import { configureHttp, createAdapter } from '../../src/platform/http/server';
import { HttpClient } from './http-client';
import { FakeClock } from './fake-clock';
import { TEST_PASSWORD } from './sample-template';
import { cloneDatabase, testServers, type Template } from './servers';

/** The whole system over a database of its own: HTTP by injection, a clock the test sets, a worker when asked for. */
export interface Par {
  app: NestFastifyApplication;
  database: DataSource;
  clock: FakeClock;
  config: Config;
  /** An HTTP client that is signed in as nobody. */
  http: HttpClient;
  /** Signs in through the real endpoint. */
  signIn(username: string, password?: string): Promise<HttpClient>;
  startWorker(): Promise<INestApplicationContext>;
  close(): Promise<void>;
}

export { TEST_PASSWORD };

export async function openPar(
  template: Template = 'sample',
  environment: NodeJS.ProcessEnv = {},
): Promise<Par> {
  const clone = await cloneDatabase(template);
  const dataDir = mkdtempSync(join(tmpdir(), 'par-test-'));
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: clone.url,
    REDIS_URL: testServers().redisUrl,
    REDIS_PREFIX: new URL(clone.url).pathname.slice(1),
    DATA_DIR: dataDir,
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    RATE_LIMIT: '1000000',
    SIGN_IN_RATE_LIMIT: '1000000',
    DATABASE_POOL: '8',
    // What a test writes by SQL counts at once; sign-in-cache.spec.ts has it on.
    SIGN_IN_CACHE: 'off',
    ...environment,
  });
  const clock = new FakeClock();
  const logger = createLogger(config.LOG_LEVEL, 'test');
  const build = (module: unknown) =>
    Test.createTestingModule({ imports: [module as never] })
      .overrideProvider(Config)
      .useValue(config)
      .overrideProvider(Clock)
      .useValue(clock)
      .setLogger(new NestLogger(logger))
      .compile();
  const app = (await build(HttpModule)).createNestApplication<NestFastifyApplication>(createAdapter(logger));
  await configureHttp(app, config);
  await serveWeb(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const workers: INestApplicationContext[] = [];
  const http = new HttpClient(app);
  return {
    app,
    database: app.get(DataSource),
    clock,
    config,
    http,
    signIn: (username, password = TEST_PASSWORD) => http.signIn(username, password),
    async startWorker() {
      const worker = await (await build(WorkerModule)).init();
      workers.push(worker);
      return worker;
    },
    async close() {
      for (const worker of workers) await worker.close();
      await app.close();
      await clone.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
