import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../../../scripts/lib/problem.mjs';
import { onServer, urlOf, withClient } from './floor.mjs';

/** A database with the sample province and one more plan, empty: every measurement begins with a clone of it. */
export async function prepareBase({ dist, server, redisUrl, base, password }) {
  await onServer(server, `CREATE DATABASE ${base}`);
  const prepared = spawnSync(process.execPath, [join(dist, 'cli.js'), 'prepare'], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: urlOf(server, base),
      REDIS_URL: redisUrl,
      REDIS_PREFIX: base,
      DATA_DIR: tmpdir(),
      SAMPLE_PASSWORD: password,
    },
    stdio: 'inherit',
  });
  if (prepared.status !== 0) throw new Problem('The database could not be prepared, see above.');
  await withClient(urlOf(server, base), (client) =>
    client.query(
      `INSERT INTO plan (id, code, kind, year, issued_on, issuer_unit_id, title_vi)
       SELECT gen_random_uuid(), 'BENCH', 'annual_plan', 2023, '2022-12-28', id, 'Kế hoạch đo' FROM unit WHERE code = '20'`,
    ),
  );
}
