import { DataSource } from 'typeorm';
import { eventually } from '../../../test/support/eventually';
import { openPar, type Par } from '../../../test/support/par';
import { problemOf } from './problem-of';

describe('while the database is away', () => {
  let par: Par;

  beforeAll(async () => {
    par = await openPar('sample');
  });

  afterAll(() => par.close());

  it('a write whose connection is cut is a 503 that says when to come back, and works then', async () => {
    const admin = await par.signIn('admin');
    const holder = par.database.createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE api_token');
    const waiting = admin.post('/tokens', { name: 'Máy', expiresInDays: 5 });
    const cut = () =>
      par.database.query<unknown[]>(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
    await eventually(cut);
    const { status, headers, body } = await waiting;
    await holder.rollbackTransaction();
    await holder.release();
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'unavailable', '5']);
    expect((await admin.post('/tokens', { name: 'Máy', expiresInDays: 5 })).status).toBe(201);
  });

  it('a server that does not answer is unavailable; a faulty statement is not', async () => {
    const nowhere = new DataSource({ type: 'postgres', url: 'postgres://a:b@127.0.0.1:1/c' });
    const refused: unknown = await nowhere.initialize().catch((error: unknown) => error);
    expect(problemOf(refused).code).toBe('unavailable');
    const faulty: unknown = await par.database.query('SELECT nothing').catch((error: unknown) => error);
    expect(problemOf(faulty).code).toBe('internal');
  });
});
