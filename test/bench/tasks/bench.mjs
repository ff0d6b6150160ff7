// The bench: fills databases, starts both servers, asks them turn and turn about, and compares.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startRedis } from '../../../scripts/embedded/redis.mjs';
import { REDIS_CACHE } from '../../../scripts/lib/paths.mjs';
import { openServer } from './databases.mjs';
import { goals, judge, print } from './goals.mjs';
import { matrix } from './matrix.mjs';
import { record } from './record.mjs';
import { deepPaths, fullPages, openTasks, requestsOf } from './requests.mjs';
import { takeTurns } from './rounds.mjs';
import { signIn, startApp, startFloor } from './servers.mjs';

const CONNECTIONS = 8;
const log = (line) => console.log(`- ${line}`);

/** What must be stopped again, in the order of its start. */
const ends = [];

/** Stops what runs; also for Ctrl-C. */
export async function stopAll() {
  while (ends.length > 0) await ends.pop()();
}

/** True when every goal is reached; a smoke run has none. */
export async function bench({ dist, seconds, rounds, only, keep, smoke }) {
  const borrowed = smoke && Boolean(process.env.TEST_DATABASE_URL);
  try {
    const server = await openServer({ keep, borrowed, log });
    ends.push(server.stop);
    const redisUrl = (smoke && process.env.TEST_REDIS_URL) || (await redis());
    const how = smoke
      ? { rounds: 1, seconds: 1, connections: 2 }
      : { rounds, seconds, connections: CONNECTIONS };
    const wanted = (kind) => !only || only.includes(kind);
    const scene = await open({ server, size: smoke ? 'smoke' : 'large', dist, redisUrl });
    const found = await besideFloor(scene, how, wanted);
    if (wanted('deep')) Object.assign(found, await deepPage(scene, how));
    if (wanted('growth') && !smoke) {
      const small = await open({ server, size: 'small', dist, redisUrl });
      Object.assign(found, await growth(small, scene, how));
    }
    const results = judge(found, smoke ? {} : goals);
    print(results);
    return results.every(({ reached }) => reached);
  } finally {
    await stopAll();
  }
}

async function redis() {
  const server = await startRedis({ throwaway: true, cacheDir: REDIS_CACHE, log });
  ends.push(server.stop);
  return server.url;
}

/** The slowest lists among 1,000,000 tasks, and how many of all take longer than a person notices. */
export async function slowest({ dist, keep }) {
  const server = await openServer({ keep, borrowed: false, log });
  ends.push(server.stop);
  try {
    const found = await matrix({ dist, url: await server.database('large', dist) });
    for (const { name, median, slowest } of found.slice(0, 40)) {
      console.log(
        `${name.padEnd(50)} ${median.toFixed(0).padStart(6)} ms   slowest ${slowest.toFixed(0)} ms`,
      );
    }
    console.log(
      `${found.filter(({ median }) => median > 300).length} of ${found.length} lists take more than 300 ms`,
    );
  } finally {
    await stopAll();
  }
}

/** A database of this size with somebody signed in who reads the whole province, and the application on it. */
async function open({ server, size, dist, redisUrl }) {
  const url = await server.database(size, dist);
  const database = new pg.Client(url);
  await database.connect();
  ends.push(() => database.end());
  const [reader, officer] = [await signIn(database, 'person0'), await signIn(database, 'province-officer')];
  const app = await startApp({ dist, databaseUrl: url, redisUrl });
  ends.push(app.stop);
  return {
    url,
    database,
    dist,
    reader,
    officer,
    app,
    requests: await requestsOf(database),
    full: await fullPages(database),
  };
}

/** Each kind of read, and progress reports, asked of the floor and of the application. */
async function besideFloor({ url, database, dist, reader, officer, app, requests }, how, wanted) {
  const tasks = await openTasks(database);
  const paths = Object.values(requests).flat();
  const recorded = await record({
    dist,
    url,
    actor: reader.actor,
    writer: officer.actor,
    paths,
    taskId: tasks[0],
  });
  const folder = mkdtempSync(join(tmpdir(), 'par-bench-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const statements = join(folder, 'statements.json');
  writeFileSync(statements, JSON.stringify(recorded));
  const floor = await startFloor({ databaseUrl: url, statements });
  ends.push(floor.stop);
  const found = {};
  const compare = async (kind, request) => {
    if (!wanted(kind)) return;
    log(`Measuring ${kind}`);
    const targets = [
      { name: 'floor', port: floor.port, ...request },
      { name: 'app', port: app.port, ...request },
    ];
    found[kind] = await takeTurns(targets, how);
  };
  for (const [kind, of] of Object.entries(requests))
    await compare(kind, { headers: reader.headers, paths: of });
  await compare('progress', {
    headers: officer.headers,
    paths: tasks.map((id) => `/api/v1/tasks/${id}/progress`),
    body: { percent: 55, done: 'Đã làm thêm một phần' },
  });
  return found;
}

/** The first page of the province's list beside the thousandth. */
async function deepPage({ database, app, reader }, how) {
  const paths = (await deepPaths(database, 50_000)) ?? (await deepPaths(database, 500));
  log('Measuring deep pages');
  const target = { port: app.port, headers: reader.headers };
  const targets = Object.entries(paths).map(([name, of]) => ({ ...target, name, paths: of }));
  return { deep: await takeTurns(targets, how) };
}

/** The same list where there are few tasks and where there are many. */
async function growth(small, large, how) {
  log('Measuring growth');
  const target = (name, { app, reader, full }) => ({
    name,
    port: app.port,
    headers: reader.headers,
    paths: full,
  });
  return { growth: await takeTurns([target('small', small), target('large', large)], how) };
}
