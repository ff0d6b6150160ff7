// The two programs that are compared, each a process of its own on the same database.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { end, freePort, sleep } from '../../../scripts/lib/processes.mjs';
import { ROOT } from '../../../scripts/lib/paths.mjs';

const POOL = '8';

/** The built application's HTTP process. */
export function startApp({ dist, databaseUrl, redisUrl }) {
  const limits = { RATE_LIMIT: '1000000000', DATABASE_POOL: POOL, LOG_LEVEL: 'warn' };
  return start(join(dist, 'main.js'), '/health/live', {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    ...limits,
  });
}

export function startFloor({ databaseUrl, statements }) {
  const floor = join(ROOT, 'test/bench/tasks/floor.mjs');
  return start(floor, '/ready', {
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: POOL,
    BENCH_STATEMENTS: statements,
  });
}

/** Resolves when the program answers at all. */
async function start(program, path, settings) {
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    ...settings,
  };
  const options = (process.env.BENCH_NODE_OPTIONS ?? '').split(' ').filter(Boolean);
  const child = spawn(process.execPath, [...options, program], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(String(text)));
  const stop = () => end(child.pid, 'SIGTERM');
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (child.exitCode !== null) break;
    if (await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null))
      return { port, stop, pid: child.pid };
    await sleep(100);
  }
  await stop();
  throw new Error(`${program} did not start: ${said.join('').slice(-2000)}`);
}

/** Signs a person in by SQL; returns the headers of their requests and what the application knows of them. */
export async function signIn(database, username) {
  const [token, csrf] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
  const hash = createHash('sha256').update(token).digest();
  await database.query(
    `INSERT INTO session (token_hash, user_id, csrf_token, created_at, expires_at)
     SELECT $1, id, $2, now(), now() + interval '1 day' FROM app_user WHERE username = $3`,
    [hash, csrf, username],
  );
  const { rows } = await database.query(
    `SELECT u.id AS "userId", u.display_name AS name, u.unit_id AS "unitId",
            json_agg(json_build_object('role', g.role, 'unitId', g.unit_id)) AS grants
       FROM app_user u JOIN role_grant g ON g.user_id = u.id WHERE u.username = $1 GROUP BY u.id`,
    [username],
  );
  return { headers: { cookie: `par_session=${token}`, 'x-csrf-token': csrf }, actor: rows[0] };
}
