import { join } from 'node:path';
import { startPostgres } from '../embedded/postgres.mjs';
import { startRedis } from '../embedded/redis.mjs';
import { DATA_DIR, REDIS_CACHE } from './paths.mjs';

/**
 * What starts each server that the environment does not name: [{name, variable, start}].
 * `adopt` takes over servers that a killed launcher left running, so that they are stopped with the rest.
 */
export function missingServers({ log, adopt = false, env = process.env }) {
  const servers = [
    {
      name: 'PostgreSQL',
      variable: 'DATABASE_URL',
      start: () => startPostgres({ dataDir: join(DATA_DIR, 'postgres'), log, adopt }),
    },
    {
      name: 'Redis',
      variable: 'REDIS_URL',
      start: () => startRedis({ dataDir: join(DATA_DIR, 'redis'), cacheDir: REDIS_CACHE, log, adopt }),
    },
  ];
  return servers.filter(({ variable }) => !env[variable]);
}

/** Throw-away servers for tests: {env: {TEST_DATABASE_URL, TEST_REDIS_URL}, stop()}. Only these two names replace them. */
export async function testServers({ log }) {
  const { TEST_DATABASE_URL, TEST_REDIS_URL } = process.env;
  const started = [];
  const env = { TEST_DATABASE_URL, TEST_REDIS_URL };
  const stop = () => Promise.all(started.splice(0).map((server) => server.stop()));
  const use = async (variable, starting) => {
    const server = await starting;
    started.push(server);
    env[variable] = server.url;
  };
  const results = await Promise.allSettled([
    TEST_DATABASE_URL || use('TEST_DATABASE_URL', startPostgres({ throwaway: true, log })),
    TEST_REDIS_URL || use('TEST_REDIS_URL', startRedis({ throwaway: true, cacheDir: REDIS_CACHE, log })),
  ]);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return { env, stop };
}
