// node test/bench/evidence/memory.mjs [--files 1000] [--megabytes 5] [--at-once 4]
// Uploads many files of evidence to the built server (TEST_DIST, else dist), a process of its own, downloads them again, and
// fails when its memory rose by more than 100 MB. Takes the servers of TEST_DATABASE_URL and TEST_REDIS_URL, or throw-away
// ones; PREPARED_DATABASE_URL names a database that holds the sample province already.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { ROOT } from '../../../scripts/lib/paths.mjs';
import { fail, Problem } from '../../../scripts/lib/problem.mjs';
import { testServers } from '../../../scripts/lib/servers.mjs';
import { MemoryWatch } from './memory-watch.mjs';
import { startServer } from './server.mjs';
import { Sender } from './sender.mjs';

const BOUND = 100;
const PER_TASK = 100;
const MEGABYTE = 1024 * 1024;

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '1000' },
    megabytes: { type: 'string', default: '5' },
    'at-once': { type: 'string', default: '4' },
  },
});
const [files, megabytes, atOnce] = [values.files, values.megabytes, values['at-once']].map(Number);
const dataDir = mkdtempSync(join(tmpdir(), 'par-evidence-'));

async function measure(server, sender) {
  const tasks = await sender.makeTasks(Math.ceil(files / PER_TASK));
  const watch = new MemoryWatch(server.pid);
  const idle = await watch.atRest();
  const phase = async (name, work) => {
    const begun = performance.now();
    watch.forget();
    await inLanes(files, atOnce, work);
    const seconds = (performance.now() - begun) / 1000;
    const rise = watch.peak - idle;
    const rate = (files * megabytes) / seconds;
    const figures = `${files} × ${megabytes} MB, ${atOnce} at once: ${rate.toFixed(0)} MB/s`;
    console.log(
      `${name} ${figures}; memory at most ${watch.peak.toFixed(0)} MB, a rise of ${rise.toFixed(0)} MB`,
    );
    return rise;
  };
  console.log(`idle: ${idle.toFixed(0)} MB`);
  const rises = [await phase('uploaded  ', (n) => sender.upload(tasks[n % tasks.length], n))];
  const stored = await sender.listAll(tasks);
  if (stored.length !== files) throw new Problem(`${stored.length} pieces of evidence instead of ${files}`);
  rises.push(await phase('downloaded', (n) => sender.download(stored[n])));
  console.log(`at rest afterwards: ${(await watch.atRest()).toFixed(0)} MB`);
  watch.stop();
  return Math.max(...rises);
}

async function inLanes(count, lanes, work) {
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function main() {
  const room = statfsSync(dataDir);
  const need = files * megabytes * MEGABYTE * 1.1;
  if (room.bavail * room.bsize < need)
    throw new Problem(`${dataDir} needs ${Math.ceil(need / MEGABYTE)} MB of free room.`);
  const servers = await testServers({ log: (line) => console.log(line) });
  const password = randomBytes(9).toString('hex');
  let server;
  try {
    server = await startServer({
      dist: resolve(ROOT, process.env.TEST_DIST ?? 'dist'),
      databaseServer: servers.env.TEST_DATABASE_URL,
      preparedDatabase: process.env.PREPARED_DATABASE_URL,
      redisUrl: servers.env.TEST_REDIS_URL,
      password: process.env.SAMPLE_PASSWORD ?? password,
      dataDir,
    });
    const sender = await Sender.open(
      server.base,
      process.env.SAMPLE_PASSWORD ?? password,
      megabytes * MEGABYTE,
    );
    const rise = await measure(server, sender);
    console.log(`rise: ${rise.toFixed(1)} MB, bound ${BOUND} MB`);
    if (rise > BOUND)
      throw new Problem(`Memory rose by ${rise.toFixed(0)} MB; no more than ${BOUND} MB is allowed.`);
  } finally {
    await server?.stop();
    await servers.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

main().catch(fail);
