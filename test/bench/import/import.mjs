// node test/bench/import/import.mjs [--tasks 20000] [--rounds 5] [--only memory,copy]
// Imports a large appendix. The memory of the built server (TEST_DIST, else dist), a process of its own, may rise by 400 MB
// at most, and the statements of an import may take no longer than COPY of the same rows into the same tables takes ÷ 0.3.
// Takes the servers of TEST_DATABASE_URL and TEST_REDIS_URL, or throw-away ones.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { ROOT } from '../../../scripts/lib/paths.mjs';
import { fail, Problem } from '../../../scripts/lib/problem.mjs';
import { testServers } from '../../../scripts/lib/servers.mjs';
import { MemoryWatch } from '../evidence/memory-watch.mjs';
import { startServer } from '../evidence/server.mjs';
import { appendixOf } from './appendix.mjs';
import { compare, onServer, urlOf, withClient } from './floor.mjs';
import { Office } from './office.mjs';
import { prepareBase } from './base.mjs';

const [MEMORY_BOUND, COPY_SHARE] = [400, 0.3];

const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: 'memory,copy' },
  },
});
const dist = resolve(ROOT, process.env.TEST_DIST ?? 'dist');
const password = randomBytes(9).toString('hex');

async function memory(servers, file, base) {
  const dataDir = mkdtempSync(join(tmpdir(), 'par-import-'));
  const name = `${base}_memory`;
  await onServer(servers.TEST_DATABASE_URL, `CREATE DATABASE ${name} TEMPLATE ${base}`);
  const server = await startServer({
    ...{ dist, password, dataDir },
    databaseServer: servers.TEST_DATABASE_URL,
    preparedDatabase: urlOf(servers.TEST_DATABASE_URL, name),
    redisUrl: servers.TEST_REDIS_URL,
  });
  try {
    const office = await Office.open(server.base, password);
    const planId = await office.newPlan();
    const watch = new MemoryWatch(server.pid);
    const idle = await watch.atRest();
    console.log(`idle: ${idle.toFixed(0)} MB`);
    const rise = async (what, work) => {
      watch.forget();
      const begun = performance.now();
      const said = await work();
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      console.log(`${what}: ${said} in ${seconds} s; a rise of ${(watch.peak - idle).toFixed(0)} MB`);
      return watch.peak - idle;
    };
    const rises = [
      await rise('dry run', () => office.import(planId, file, true)),
      await rise('import', () => office.import(planId, file, false)),
      await rise('the same file again', () => office.import(planId, file, false)),
      await rise('export', () => office.export(planId, 'xlsx')),
    ];
    watch.stop();
    const most = Math.max(...rises);
    console.log(`memory: a rise of ${most.toFixed(0)} MB, bound ${MEMORY_BOUND} MB`);
    return most <= MEMORY_BOUND;
  } finally {
    await server.stop();
    await onServer(servers.TEST_DATABASE_URL, `DROP DATABASE ${name} WITH (FORCE)`);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function copyShare(servers, file, base) {
  const server = servers.TEST_DATABASE_URL;
  const facts = await withClient(urlOf(server, base), async (client) => {
    const { rows } = await client.query(
      `SELECT p.id AS "planId", u.id AS "userId" FROM plan p, app_user u WHERE p.code = 'BENCH' AND u.username = 'committee'`,
    );
    return rows[0];
  });
  const shares = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    const found = await compare({ dist, server, base, file, ...facts });
    shares.push(found.copied / found.written);
    console.log(
      `read ${found.opened.toFixed(1)} s, rows and writing ${found.whole.toFixed(1)} s, of which in the database ${found.written.toFixed(2)} s; ` +
        `COPY of the ${found.rows} rows ${found.copied.toFixed(2)} s: ${shares.at(-1).toFixed(2)}`,
    );
  }
  const median = shares.sort((a, b) => a - b)[Math.floor(shares.length / 2)];
  console.log(
    `database part: ${median.toFixed(2)} of COPY's rate (median of ${shares.length}), goal ${COPY_SHARE}`,
  );
  return median >= COPY_SHARE;
}

async function main() {
  const file = await appendixOf(Number(values.tasks));
  console.log(`an appendix of ${values.tasks} tasks: ${(file.length / 1024 / 1024).toFixed(1)} MB`);
  const servers = await testServers({ log: (line) => console.log(line) });
  const base = `par_import_${randomBytes(4).toString('hex')}`;
  try {
    await prepareBase({
      dist,
      server: servers.env.TEST_DATABASE_URL,
      redisUrl: servers.env.TEST_REDIS_URL,
      base,
      password,
    });
    const wanted = values.only.split(',');
    const reached = [];
    if (wanted.includes('memory')) reached.push(await memory(servers.env, file, base));
    if (wanted.includes('copy')) reached.push(await copyShare(servers.env, file, base));
    if (reached.includes(false)) throw new Problem('A bound was missed, see above.');
  } finally {
    await onServer(servers.env.TEST_DATABASE_URL, `DROP DATABASE IF EXISTS ${base} WITH (FORCE)`);
    await servers.stop();
  }
}

main().catch(fail);
