import 'reflect-metadata';
import { getQueueToken } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import type { Queue } from 'bull';
import { eventually } from '../../../test/support/eventually';
import { MutableWire } from '../../../test/support/mutable-wire';
import { openPlatform, type PlatformScene } from '../../../test/support/platform';
import { RedisServer } from '../../../test/support/redis-server';
import { onServer } from '../../../test/support/servers';
import { defineJob, Handles } from './job';
import { JobRunner } from './job-runner';
import { QUEUE } from './jobs';
import { Timetable, TIMETABLE } from './timetable';

const tick = defineJob('test.tick');
const everySecond = [{ job: tick, rhythm: { everySeconds: 1 } }];

@Injectable()
class Bell {
  rung = 0;

  @Handles(tick)
  async ring(): Promise<void> {
    this.rung++;
  }
}

describe('a worker whose servers come and go', () => {
  let scene: PlatformScene;
  let redis: RedisServer;

  beforeEach(async () => {
    scene = await openPlatform();
    redis = await RedisServer.start();
  });
  afterEach(async () => {
    await scene.close();
    await redis.end();
  });

  const startWorker = (url = redis.url) =>
    scene.boot([JobRunner, Bell, Timetable, { provide: TIMETABLE, useValue: everySecond }], {
      REDIS_URL: url,
    });
  const ringsOn = async (worker: TestingModule, seconds = 30) => {
    const bell = worker.get(Bell);
    const before = bell.rung;
    await eventually(async () => bell.rung > before + 1, seconds);
  };
  const asked = async () =>
    (await scene.database.query('SELECT last_run_at AS "lastRunAt" FROM timetable_run'))[0].lastRunAt;

  it('goes on within thirty seconds when Redis was killed and starts again, empty', async () => {
    const worker = await startWorker();
    await ringsOn(worker);
    await redis.kill();
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    await redis.startAgain();
    await ringsOn(worker);
  });

  it('asks for one thing at most while Redis is away: what waits for it does not pile up', async () => {
    const worker = await startWorker();
    await ringsOn(worker);
    await redis.kill();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const standing = await asked();
    const { client } = worker.get<Queue>(getQueueToken(QUEUE)) as unknown as {
      client: { offlineQueue: { toArray(): { command: { name: string } }[] } };
    };
    // Bull calls its scripts by their hash and looks for stalled jobs by itself; what we ask for begins with a script in full.
    const asks = () => client.offlineQueue.toArray().filter(({ command }) => command.name === 'eval').length;
    expect(asks()).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect([await asked(), asks()]).toEqual([standing, 1]);
    await redis.startAgain();
    await ringsOn(worker);
  });

  it('ends when it is told to although Redis is away', async () => {
    const worker = await startWorker();
    await ringsOn(worker);
    await redis.kill();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const begun = performance.now();
    await worker.close();
    expect(performance.now() - begun).toBeLessThan(8_000);
  });

  it('goes on within thirty seconds when the other end of its connections has vanished without a word', async () => {
    const wire = await MutableWire.to(redis.url);
    try {
      const worker = await startWorker(wire.url);
      await ringsOn(worker);
      wire.mute();
      await ringsOn(worker);
    } finally {
      await wire.end();
    }
  });

  it('misses some ticks while PostgreSQL lets nobody in, and goes on', async () => {
    const worker = await startWorker();
    await ringsOn(worker);
    const name = new URL((scene.database.options as { url: string }).url).pathname.slice(1);
    await onServer(
      `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
    );
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await onServer(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`);
    await ringsOn(worker);
  });
});
