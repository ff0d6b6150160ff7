// The bench of reminders: fills databases, derives, sweeps and tells, and compares telling with Bull's empty jobs.
import pg from 'pg';
import { startRedis } from '../../../scripts/embedded/redis.mjs';
import { REDIS_CACHE } from '../../../scripts/lib/paths.mjs';
import { openServer } from '../tasks/databases.mjs';
import { bullThroughput } from './bull.mjs';
import { judge, print } from './goals.mjs';
import { derivation, openRooms, sweeps } from './inside.mjs';
import { flushed } from './flushed.mjs';
import { startWorker } from './processes.mjs';
import { watchRedis } from './redis-memory.mjs';
import { due, expectTold, farAhead, lettersWritten, rest, untilTold } from './rows.mjs';

const PREFIX = 'bench';
const WORKERS = 2;
const log = (line) => console.log(`- ${line}`);

/** What must be stopped again, in the order of its start. */
const ends = [];

/** Stops what runs; also for Ctrl-C. */
export async function stopReminders() {
  while (ends.length > 0) await ends.pop()();
}

/** True when every goal is reached; a smoke run has none. */
export async function benchReminders({ dist, keep, smoke }) {
  const borrowed = smoke && Boolean(process.env.TEST_DATABASE_URL);
  const amounts = smoke
    ? { large: 'open_smoke', ahead: 1_000, due: 300, few: 200, jobs: 500 }
    : { large: 'open_large', small: 'open_small', ahead: 1_000_000, due: 100_000, few: 3_000, jobs: 100_000 };
  try {
    const server = await openServer({ keep, borrowed, log });
    ends.push(server.stop);
    // Never a borrowed one: it is emptied.
    const redis = await startRedis({ throwaway: true, cacheDir: REDIS_CACHE, log });
    ends.push(redis.stop);
    const where = { dist, server, redisUrl: redis.url };
    const small = amounts.small && (await fewTasks(where, amounts));
    const results = judge(await manyTasks(where, amounts, small), !smoke);
    print(results);
    return results.every(({ reached }) => reached);
  } finally {
    await stopReminders();
  }
}

async function fewTasks(where, amounts) {
  const scene = await open(where, amounts.small);
  const derived = await derivedToday(scene);
  await rest(scene.database);
  const sweep = await sweeps(scene.rooms, 50);
  const perTelling = 1 / (await telling(scene, amounts.few)).perSecond;
  return { derive: derived.seconds, sweep, perTelling };
}

async function manyTasks(where, amounts, small) {
  const found = {};
  const scene = await open(where, amounts.large);
  const { database, rooms, redisUrl } = scene;
  const derived = await derivedToday(scene);
  found.derive = { value: derived.seconds, detail: `${derived.rows.toLocaleString('en')} rows` };
  log('Measuring sweeps');
  await rest(database);
  await farAhead(database, amounts.ahead);
  const sweep = await sweeps(rooms, 50);
  found.sweep = { value: sweep };
  log(`Measuring ${amounts.jobs.toLocaleString('en')} empty jobs of Bull`);
  const floor = await bullThroughput({ redisUrl, jobs: amounts.jobs, processes: WORKERS });
  await telling(scene, 10);
  log(`Measuring ${amounts.due.toLocaleString('en')} tellings`);
  const watch = await watchRedis(redisUrl);
  const told = await telling(scene, amounts.due);
  const { megabytes, keys } = await watch.end();
  found.tell = {
    value: told.perSecond / floor,
    detail: `${told.perSecond.toFixed(0)} told, ${floor.toFixed(0)} jobs a second`,
  };
  found.memory = { value: megabytes, detail: `${amounts.ahead.toLocaleString('en')} more wait far ahead` };
  found.keys = { value: keys };
  log('Measuring an emptied Redis');
  found.rebuild = { value: await flushed(scene, Math.round(amounts.few / 2), () => workersOf(scene)) };
  if (small) {
    found.deriveGrowth = { value: derived.seconds / small.derive };
    found.sweepGrowth = { value: sweep / small.sweep };
    found.tellGrowth = { value: 1 / told.perSecond / small.perTelling };
  }
  return found;
}

async function derivedToday({ database, rooms }) {
  log("Measuring the derivation of a day's rows");
  await rest(database);
  const { rows } = await database.query('SELECT local_day(now())::text AS today');
  return derivation(rooms, database, rows[0].today);
}

/** So many reminders become due at one moment, for workers that run already. */
async function telling(scene, count) {
  await lettersWritten(scene.database);
  const workers = await workersOf(scene);
  try {
    const { rows } = await scene.database.query(
      'SELECT count(*)::int AS before FROM reminder WHERE told_at IS NOT NULL',
    );
    const became = await due(scene.database, count);
    if (became !== count) throw new Error(`Only ${became} of ${count} could become due`);
    const seconds = await untilTold(scene.database);
    await expectTold(scene.database, rows[0].before + count);
    return { perSecond: count / seconds };
  } finally {
    for (const worker of workers) await worker.stop();
  }
}

async function workersOf({ dist, url, redisUrl }) {
  const start = () => startWorker({ dist, databaseUrl: url, redisUrl, prefix: PREFIX });
  return Promise.all(Array.from({ length: WORKERS }, start));
}

async function open({ dist, server, redisUrl }, size) {
  const url = await server.database(size, dist);
  const database = new pg.Client(url);
  await database.connect();
  const rooms = await openRooms({ dist, databaseUrl: url, redisUrl, prefix: PREFIX });
  ends.push(async () => {
    await rooms.close();
    await database.end();
  });
  return { dist, url, redisUrl, database, rooms };
}
