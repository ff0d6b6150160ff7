import 'reflect-metadata';
import { getQueueToken } from '@nestjs/bull';
import type { TestingModule } from '@nestjs/testing';
import type { Queue } from 'bull';
import Redis from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { eventually } from '../../../test/support/eventually';
import { openPlatform, type PlatformScene } from '../../../test/support/platform';
import { testServers } from '../../../test/support/servers';
import { databaseOptions } from '../database/database';
import { defineJob } from './job';
import { Jobs, QUEUE } from './jobs';
import { Timetable, type RecurringJob } from './timetable';

const often: RecurringJob = { job: defineJob('test.often'), rhythm: { everySeconds: 10 } };
const daily: RecurringJob = { job: defineJob('test.daily'), rhythm: { dailyAtHour: 7 } };

/** Timers run on; only what the time is can be set. */
const notTheDate = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'clearImmediate',
  'nextTick',
  'queueMicrotask',
  'hrtime',
  'performance',
] as const;

describe('the timetable', () => {
  let scene: PlatformScene;
  let name: string;
  /** Two processes with a queue each, so that Redis cannot hide that a job was asked for twice. */
  let processes: TestingModule[];
  /** Connections on which the database's clock is set by the test. */
  let database: DataSource;

  beforeEach(async () => {
    scene = await openPlatform();
    const { url } = scene.database.options as { url: string };
    name = new URL(url).pathname.slice(1);
    processes = [
      await scene.boot([], { REDIS_PREFIX: `${name}-a` }),
      await scene.boot([], { REDIS_PREFIX: `${name}-b` }),
    ];
    await scene.database.query('CREATE TABLE moment (now timestamptz)');
    await scene.database.query('INSERT INTO moment VALUES (now())');
    await scene.database.query(
      'CREATE FUNCTION public.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT m.now FROM public.moment m $$',
    );
    const clocked = new URL(url);
    clocked.searchParams.set('options', '-c search_path=public,pg_catalog');
    database = await new DataSource(databaseOptions(clocked.toString())).initialize();
  });

  afterEach(async () => {
    await database.destroy();
    await scene.close();
  });

  const queueOf = (module: TestingModule) => module.get<Queue>(getQueueToken(QUEUE));
  const ticking = (entry: RecurringJob, n = 0) => new Timetable([entry], database, processes[n].get(Jobs));

  /** What was asked for last has ended well. */
  const ended = () => scene.database.query('UPDATE timetable_run SET ended_at = (SELECT now FROM moment)');

  /** How many jobs two timetables ask for that tick at once at this moment. */
  async function askedAt(moment: string, entry: RecurringJob): Promise<number> {
    await scene.database.query('UPDATE moment SET now = $1', [moment]);
    await Promise.all([0, 1].map((n) => ticking(entry, n).tick()));
    const queues = processes.map(queueOf);
    const waiting = await Promise.all(queues.map((queue) => queue.getWaitingCount()));
    for (const queue of queues) await queue.empty();
    return waiting[0] + waiting[1];
  }

  it('asks for a job once when two tick at once, and again when its time has passed', async () => {
    expect(await askedAt('2026-03-01T00:00:00Z', often)).toBe(1);
    expect(await askedAt('2026-03-01T00:00:00Z', often)).toBe(0);
    expect(await askedAt('2026-03-01T00:00:09Z', often)).toBe(0);
    expect(await askedAt('2026-03-01T00:00:10Z', often)).toBe(1);
  });

  it('catches up a missed run at the next tick, once', async () => {
    await askedAt('2026-03-01T00:10:00Z', daily);
    expect(await askedAt('2026-03-04T09:20:00Z', daily)).toBe(1);
    expect(await askedAt('2026-03-04T09:20:01Z', daily)).toBe(0);
    expect(await askedAt('2026-03-05T00:00:00Z', daily)).toBe(1);
  });

  it("runs a daily job once in each of Việt Nam's days, from its hour on", async () => {
    expect(await askedAt('2026-03-01T00:00:00Z', daily)).toBe(1); // 07:00
    await ended();
    expect(await askedAt('2026-03-01T16:59:59Z', daily)).toBe(0); // 23:59:59
    expect(await askedAt('2026-03-01T17:00:00Z', daily)).toBe(0); // midnight
    expect(await askedAt('2026-03-01T23:59:59Z', daily)).toBe(0); // 06:59:59
    expect(await askedAt('2026-03-02T00:00:00Z', daily)).toBe(1); // 07:00
    await ended();
    expect(await askedAt('2026-03-02T00:00:01Z', daily)).toBe(0);
  });

  it('asks again for a daily job that has not ended well within five minutes, until it does', async () => {
    expect(await askedAt('2026-03-01T00:00:00Z', daily)).toBe(1);
    expect(await askedAt('2026-03-01T00:04:59Z', daily)).toBe(0);
    expect(await askedAt('2026-03-01T00:05:01Z', daily)).toBe(1);
    await ended();
    expect(await askedAt('2026-03-01T09:00:00Z', daily)).toBe(0);
  });

  it('goes on when the clock of the database is set back', async () => {
    expect(await askedAt('2026-03-01T02:00:00Z', often)).toBe(1);
    expect(await askedAt('2026-03-01T00:00:00Z', often)).toBe(1);
    expect(await askedAt('2026-03-01T00:00:09Z', often)).toBe(0);
    expect(await askedAt('2026-03-01T00:00:10Z', often)).toBe(1);
  });

  it('does not look at the clock of its own process', async () => {
    expect(await askedAt('2026-03-01T00:00:00Z', often)).toBe(1);
    jest.useFakeTimers({ doNotFake: [...notTheDate], now: new Date('2026-03-01T05:00:00Z') });
    try {
      expect(await askedAt('2026-03-01T00:00:05Z', often)).toBe(0);
      jest.setSystemTime(new Date('2026-02-28T19:00:00Z'));
      expect(await askedAt('2026-03-01T00:00:10Z', often)).toBe(1);
    } finally {
      jest.useRealTimers();
    }
  });

  it('goes on when Redis has been emptied', async () => {
    await scene.database.query("UPDATE moment SET now = '2026-03-01T00:00:00Z'");
    await ticking(often).tick();
    expect(await queueOf(processes[0]).getWaitingCount()).toBe(1);
    await emptyRedis();
    expect(await queueOf(processes[0]).getWaitingCount()).toBe(0);
    expect(await askedAt('2026-03-01T00:00:05Z', often)).toBe(0);
    expect(await askedAt('2026-03-01T00:00:10Z', often)).toBe(1);
  });

  it('ticks by itself in a process, until the process ends', async () => {
    const timetable = ticking(often);
    const run = () => scene.database.query('SELECT last_run_at FROM timetable_run');
    timetable.onApplicationBootstrap();
    await eventually(run);
    await timetable.onApplicationShutdown();
    await scene.database.query('DELETE FROM timetable_run');
    await sleep(1_500);
    expect(await run()).toEqual([]);
  });

  /** What FLUSHALL does to this scene alone; others share the server. */
  async function emptyRedis(): Promise<void> {
    const redis = new Redis(testServers().redisUrl);
    const keys = await redis.keys(`${name}-*`);
    expect(keys).not.toEqual([]);
    await redis.del(...keys);
    redis.disconnect();
  }
});
