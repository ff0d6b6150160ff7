import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Problem } from '../../../scripts/lib/problem.mjs';
import { end, freePort, sleep } from '../../../scripts/lib/processes.mjs';

/** The built HTTP process over a database with the sample province: {base, pid, stop()}. */
export async function startServer({ dist, databaseServer, preparedDatabase, redisUrl, password, dataDir }) {
  if (!existsSync(join(dist, 'main.js')))
    throw new Problem(`${dist}/main.js is missing. Build it first: npm run build`);
  const name = `par_bench_${randomBytes(6).toString('hex')}`;
  const own = preparedDatabase ? null : new URL(databaseServer);
  if (own) {
    await onServer(databaseServer, `CREATE DATABASE ${name}`);
    own.pathname = `/${name}`;
  }
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: preparedDatabase ?? own.toString(),
    REDIS_URL: redisUrl,
    REDIS_PREFIX: name,
    DATA_DIR: dataDir,
    SAMPLE_PASSWORD: password,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    RATE_LIMIT: '1000000',
  };
  if (own) {
    const prepared = spawnSync(process.execPath, [join(dist, 'cli.js'), 'prepare'], {
      env,
      stdio: 'inherit',
    });
    if (prepared.status !== 0) throw new Problem('The database could not be prepared, see above.');
  }
  const child = spawn(process.execPath, [join(dist, 'main.js')], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const stop = async () => {
    await end(child.pid, 'SIGTERM');
    if (own) await onServer(databaseServer, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  try {
    await ready(child, `http://127.0.0.1:${port}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { base: `http://127.0.0.1:${port}/api/v1`, pid: child.pid, stop };
}

async function ready(child, base) {
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (child.exitCode !== null) throw new Problem('The server ended, see above.');
    const answer = await fetch(`${base}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Problem('The server was not ready within a minute.');
}

async function onServer(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
