import { runInThisContext } from 'node:vm';
import { openPar, type Par } from '../../../test/support/par';
import { eventually } from '../../../test/support/eventually';
import { RedisServer } from '../../../test/support/redis-server';
import { onServer } from '../../../test/support/servers';

describe('whether the process is ready', () => {
  let par: Par;
  let redis: RedisServer;
  let name: string;

  beforeAll(async () => {
    redis = await RedisServer.start();
    par = await openPar('empty', { REDIS_URL: redis.url, DATABASE_POOL: '2' });
    name = new URL(par.config.DATABASE_URL).pathname.slice(1);
  });

  afterAll(async () => {
    await par.close();
    await redis.end();
  });

  const ready = () => par.http.with({ 'accept-language': 'en' }).get('/health/ready');
  const readyAgain = () => eventually(async () => (await ready()).status === 200);
  const expectSilent = ({ status, headers, body }: Awaited<ReturnType<typeof ready>>, parts: string) => {
    expect(status).toBe(503);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ code: 'health.not_ready', title: `Not ready: ${parts} does not answer.` });
  };

  /** Every connection of the pool works for so long. */
  const keepDatabaseBusy = (seconds: number) =>
    Promise.all([1, 2].map(() => par.database.query('SELECT pg_sleep($1)', [seconds])));

  it('is yes when PostgreSQL and Redis answer', async () => {
    const { status, body } = await ready();
    expect([status, body]).toEqual([200, { status: 'ok', database: 'ok', redis: 'ok' }]);
  });

  it('is no while PostgreSQL lets nobody in, and the process lives on', async () => {
    await onServer(
      `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
    );
    try {
      await eventually(async () => (await ready()).status === 503);
      expectSilent(await ready(), 'database');
      expect((await par.http.get('/health/live')).status).toBe(200);
    } finally {
      await onServer(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`);
    }
    await readyAgain();
  });

  it('is no while Redis hangs', async () => {
    redis.hang();
    try {
      expectSilent(await ready(), 'redis');
    } finally {
      redis.wake();
    }
    await readyAgain();
  });

  it('is told within some two seconds also when both are silent', async () => {
    redis.hang();
    const busy = keepDatabaseBusy(3.5);
    const begun = Date.now();
    try {
      expectSilent(await ready(), 'database, redis');
      expect(Date.now() - begun).toBeLessThan(3_000);
    } finally {
      redis.wake();
      await busy;
    }
    await readyAgain();
  });

  it('is told, and ends no process, when Redis refuses while PostgreSQL is slow', async () => {
    // The process of this test, which Jest hides behind a copy: what is heard here would have ended a server.
    const real = runInThisContext('process') as NodeJS.Process;
    const unheard: unknown[] = [];
    const listener = (reason: unknown) => unheard.push(reason);
    real.on('unhandledRejection', listener);
    await redis.command('acl', 'setuser', 'default', '-ping');
    try {
      const busy = keepDatabaseBusy(0.5);
      expectSilent(await ready(), 'redis');
      await busy;
      expect(unheard).toEqual([]);
    } finally {
      real.off('unhandledRejection', listener);
      await redis.command('acl', 'setuser', 'default', '+ping');
    }
    await readyAgain();
  });

  it('is no when Redis is gone', async () => {
    await redis.end();
    expectSilent(await ready(), 'redis');
  });
});
