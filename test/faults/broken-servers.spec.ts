import { PostgresServer } from '../support/postgres-server';
import { RedisServer } from '../support/redis-server';
import { TcpProxy } from '../support/tcp-proxy';
import { eventually } from '../support/worker-process';
import { randomFrom, sleep } from './chance';
import { counts } from './counts';
import type { Scenario } from './scenario';
import { Stage } from './stage';
import { tableOf } from './table';

jest.setTimeout(300_000);

const SEED = 20260214;
const redisOf = new WeakMap<Stage, RedisServer>();
const postgresOf = new WeakMap<Stage, PostgresServer>();

async function withRedis(): Promise<Stage> {
  const redis = await RedisServer.start('--maxmemory-policy', 'noeviction');
  const stage = await Stage.open({ redis });
  stage.closes(() => redis.end());
  redisOf.set(stage, redis);
  return stage;
}

async function withPostgres(): Promise<Stage> {
  const postgres = await PostgresServer.start();
  const stage = await Stage.open({ databaseUrl: postgres.url });
  stage.closes(() => postgres.end());
  postgresOf.set(stage, postgres);
  return stage;
}

const servers: Scenario[] = [
  {
    name: 'kill -9 Redis',
    does: 'twice while reminders go out; it comes back empty a second later',
    within: 90,
    open: withRedis,
    async play(stage) {
      const redis = redisOf.get(stage)!;
      await stage.twoWorkers();
      for (let round = 0; round < 2; round++) {
        await stage.assign(30);
        await stage.toldAtLeast(round * 30 + 5);
        await redis.kill();
        await stage.assign(10);
        await sleep(1_000);
        await redis.startAgain();
      }
      stage.over();
    },
  },
  {
    name: 'FLUSHALL',
    does: 'twelve times at random moments while reminders go out',
    within: 90,
    open: withRedis,
    async play(stage) {
      const random = randomFrom(SEED);
      await stage.twoWorkers();
      for (let n = 0; n < 12; n++) {
        await stage.assign(8);
        await sleep(50 + random() * 700);
        await redisOf.get(stage)!.command('FLUSHALL');
      }
      stage.over();
    },
  },
  {
    name: 'FLUSHALL and kill -9 of a worker at one blow',
    does: 'while reminders go out; the other worker goes on',
    // What was just taken, and a dead worker could not note.
    repeats: 2,
    within: 90,
    open: withRedis,
    async play(stage) {
      const [worker] = await stage.twoWorkers();
      await stage.assign(60);
      await stage.toldAtLeast(10);
      await Promise.all([worker.kill(), redisOf.get(stage)!.command('FLUSHALL')]);
      stage.over();
      const killedAt = new Date(stage.overAt).toISOString();
      // What the other had in hand then is long sent; what is still begun was the dead one's.
      await sleep(5_000);
      await stage.endLeases(`'${killedAt}'::timestamptz`);
    },
  },
  {
    name: 'PostgreSQL restarted',
    does: 'once by kill -9, once by an orderly fast shutdown, while reminders go out',
    // What was just taken, while nobody could note it.
    repeats: 12,
    within: 90,
    open: withPostgres,
    async play(stage) {
      const postgres = postgresOf.get(stage)!;
      await stage.twoWorkers();
      for (const signal of ['SIGKILL', 'SIGINT'] as const) {
        await stage.assign(40);
        await postgres.kill(signal);
        await sleep(1_000);
        await postgres.startAgain();
      }
      stage.over({ hurries: true });
      await sleep(3_000);
      await stage.endLeases('pg_postmaster_start_time()');
    },
  },
  {
    name: 'the mail server refuses',
    does: '“451 try again later” for each of the first letters',
    within: 120,
    async play(stage) {
      stage.mail.manner = 'refuses';
      await stage.assign(60);
      await stage.twoWorkers();
      await stage.triesFailed(2);
      stage.mail.manner = 'takes';
      stage.over({ hurries: true });
    },
  },
  {
    name: 'the mail server hangs',
    does: 'it accepts connections and says nothing until the worker gives up',
    within: 90,
    open: () => Stage.open({ mailPatience: 3_000 }),
    async play(stage) {
      stage.mail.manner = 'hangs';
      await stage.assign(60);
      await stage.twoWorkers();
      await stage.triesFailed(3);
      stage.mail.manner = 'takes';
      stage.mail.dropConnections();
      stage.over({ hurries: true });
    },
  },
  {
    name: 'the mail server takes a letter, then dies',
    does: 'it has kept the letter when its connection breaks before the 250; three times',
    // Nobody can know that it was kept.
    repeats: 3,
    within: 90,
    async play(stage) {
      await stage.assign(60);
      await stage.twoWorkers();
      for (let n = 1; n <= 3; n++) {
        await eventually('letters go out', () => stage.mail.taken.length >= n * 8);
        stage.mail.diesAfterNext();
        await eventually('one was kept', () => stage.mail.deaths === n);
      }
      stage.over({ hurries: true });
    },
    then: async (stage) => expect(stage.mail.repeated).toHaveLength(3),
  },
  halfOpen('PostgreSQL', '"message_id"', 120, 6),
  halfOpen('Redis', 'reminders', 90, 0),
];

/** The connections of one worker stop passing anything, in the moment it says `at`, and none of them closes. */
function halfOpen(server: 'PostgreSQL' | 'Redis', at: string, within: number, repeats: number): Scenario {
  return {
    name: `half-open connections to ${server}`,
    does: 'in the middle of its work nothing passes any more on those of one worker, and none closes; another comes',
    within,
    // What was just taken, while nobody could note it.
    repeats,
    async play(stage) {
      const setting = server === 'Redis' ? 'REDIS_URL' : 'DATABASE_URL';
      const proxy = await TcpProxy.before(stage.scene.config[setting]);
      stage.closes(() => proxy.close());
      await stage.assign(40);
      await stage.worker({ settings: { [setting]: proxy.url } });
      await stage.toldAtLeast(1);
      proxy.halfOpenAt(at);
      await stage.assign(40);
      await eventually('the connections are half open', () => proxy.isHalfOpen, 60);
      const cutAt = new Date().toISOString();
      await stage.worker();
      expect((await counts(stage)).notifications).toBeLessThan(80);
      await stage.assign(20);
      stage.over();
      await sleep(5_000);
      await stage.endLeases(`'${cutAt}'::timestamptz`);
    },
  };
}

describe('broken servers', () => {
  tableOf('broken servers', servers);
});
