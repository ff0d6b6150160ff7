// Databases full of tasks, on a server of the bench's own. Made once for each state of the schema and the generator,
// and kept for the next run when that is asked for.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../../scripts/embedded/postgres.mjs';
import { ROOT } from '../../../scripts/lib/paths.mjs';
import { loadProvince, sizes } from './data.mjs';

const FOLDER = join(ROOT, '.cache/bench/postgres');
/** Speed of the disk is not what is compared: both programs commit alike, and neither waits for it. */
const SETTINGS = ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off', 'max_wal_size = 4096'];

/** {url(size), stop()}: TEST_DATABASE_URL's server when `borrowed`, or else one of our own. */
export async function openServer({ keep, borrowed, log }) {
  const server = borrowed
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startPostgres({ dataDir: FOLDER, log, adopt: true });
  const made = [];
  if (!borrowed)
    await onServer(
      server.url,
      ...SETTINGS.map((setting) => `ALTER SYSTEM SET ${setting}`),
      'SELECT pg_reload_conf()',
    );
  return {
    async database(size, dist) {
      const name = `bench_${size}_${fingerprint()}${borrowed ? `_${process.pid}` : ''}`;
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      made.push(name);
      await fill({ server, name, url: url.toString(), size, dist, log });
      return url.toString();
    },
    async stop() {
      if (borrowed)
        await onServer(server.url, ...made.map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
      await server.stop();
      if (!borrowed && !keep) rmSync(FOLDER, { recursive: true, force: true });
    },
  };
}

async function fill({ server, name, url, size, dist, log }) {
  const there = await onServer(server.url, `SELECT 1 FROM pg_database WHERE datname = '${name}'`);
  if (there.rowCount > 0) return;
  log(`Making ${sizes[size].tasks.toLocaleString('en')} tasks (once)`);
  const old = await onServer(
    server.url,
    `SELECT datname FROM pg_database WHERE datname ~ '^bench_${size}_[0-9a-f]+(_draft)?$'`,
  );
  await onServer(server.url, ...old.rows.map(({ datname }) => `DROP DATABASE ${datname} WITH (FORCE)`));
  const draft = `${name}_draft`;
  await onServer(server.url, `CREATE DATABASE ${draft}`);
  const draftUrl = url.replace(name, draft);
  const load = createRequire(join(dist, 'main.js'));
  load('reflect-metadata');
  const migrations = await load('./platform/database/database.js').connect(draftUrl);
  await migrations.runMigrations();
  await migrations.destroy();
  const client = new pg.Client(draftUrl);
  await client.connect();
  await loadProvince(client, sizes[size]);
  await client.end();
  await onServer(server.url, `ALTER DATABASE ${draft} RENAME TO ${name}`);
}

/** Of all that the contents follow from. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'test/bench/tasks/data.mjs')));
  const migrations = join(ROOT, 'src/migrations');
  for (const file of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, file)));
  return hash.digest('hex').slice(0, 10);
}

async function onServer(url, ...statements) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    let result;
    for (const statement of statements) result = await client.query(statement);
    return result;
  } finally {
    await client.end();
  }
}
