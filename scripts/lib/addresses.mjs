import { createRequire } from 'node:module';
import { portIfFree } from './processes.mjs';
import { Problem } from './problem.mjs';

const require = createRequire(import.meta.url);

/** PORT, when it is a port that can be listened on; a sentence that says what to change when not. */
export async function freeWebPort(text = process.env.PORT || '3000') {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535)
    throw new Problem(`PORT is "${text}", which is not a port: use a number such as 3000.`);
  for (const host of ['0.0.0.0', '127.0.0.1']) {
    if ((await portIfFree(port, host)) === undefined) {
      throw new Problem(
        `Port ${port} is taken by another program or not allowed: choose another, e.g. PORT=${port < 65_535 ? port + 1 : 3001} npm start`,
      );
    }
  }
  return port;
}

/** Connects once to each server that the environment names. */
export async function checkNamedServers({ DATABASE_URL, REDIS_URL } = process.env) {
  if (DATABASE_URL)
    await check(
      'DATABASE_URL',
      DATABASE_URL,
      /^postgres(ql)?:$/,
      'postgres://user:password@host:5432/database',
      reachPostgres,
    );
  if (REDIS_URL) await check('REDIS_URL', REDIS_URL, /^rediss?:$/, 'redis://host:6379', reachRedis);
}

async function check(variable, url, protocol, example, reach) {
  if (!URL.canParse(url) || !protocol.test(new URL(url).protocol))
    throw new Problem(`${variable} is not an address of the form ${example}`);
  try {
    await reach(url);
  } catch (error) {
    // Only the host is shown: the address holds a password.
    const why = error.message || error.code || error.errors?.[0]?.message;
    throw new Problem(`${variable} does not work (server ${new URL(url).host}): ${why}`);
  }
}

async function reachPostgres(connectionString) {
  const { Client } = require('pg');
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  await client.end();
}

async function reachRedis(url) {
  const { Redis } = require('ioredis');
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 10_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let cause;
  client.on('error', (error) => (cause = error));
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    throw cause ?? error;
  } finally {
    client.disconnect();
  }
}
