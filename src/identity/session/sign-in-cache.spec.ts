import { eventually } from '../../../test/support/worker-process';
import { openPar, TEST_PASSWORD, type Par } from '../../../test/support/par';
import type { HttpClient } from '../../../test/support/http-client';

/** Two HTTP processes' worth of application on one database, each keeping who is signed in. */
describe('who is signed in, kept between requests', () => {
  let here: Par;
  let there: Par;

  beforeAll(async () => {
    here = await openPar('sample', { SIGN_IN_CACHE: 'on' });
    there = await openPar('sample', { SIGN_IN_CACHE: 'on', DATABASE_URL: here.config.DATABASE_URL });
  });

  afterAll(async () => {
    await there.close();
    await here.close();
  });

  const status = async (client: HttpClient) => (await client.get('/session')).status;

  /** Ends sessions behind the triggers' back: whoever still answers answers from memory. */
  const endSilently = async (username: string) => {
    await here.database.transaction(async (manager) => {
      await manager.query('SET LOCAL session_replication_role = replica');
      await manager.query(
        'DELETE FROM session WHERE user_id = (SELECT id FROM app_user WHERE username = $1)',
        [username],
      );
    });
  };

  /** Signed in here, and kept both here and there. */
  async function kept(username: string): Promise<[HttpClient, HttpClient]> {
    const answer = await here.http.post('/session', { username, password: TEST_PASSWORD });
    const headers = {
      cookie: String(answer.headers['set-cookie']).split(';')[0],
      'x-csrf-token': answer.body.csrfToken,
    };
    const both: [HttpClient, HttpClient] = [here.http.with(headers), there.http.with(headers)];
    await eventually('both are listening', async () => {
      for (const each of both) expect(await status(each)).toBe(200);
      const [{ count }] = await here.database.query(
        `SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'par-tracker notices' AND datname = current_database() AND query = 'SELECT 1'`,
      );
      return count === 2;
    });
    for (const each of both) expect(await status(each)).toBe(200);
    return both;
  }

  /** A notice takes a moment to the other process; far less than it takes to be noticed. */
  const refusedSoon = (client: HttpClient) =>
    eventually('the other process refuses', async () => (await status(client)) === 401, 1);

  it('is real: it answers without asking', async () => {
    const both = await kept('committee');
    await endSilently('committee');
    for (const each of both) expect(await status(each)).toBe(200);
  });

  it('forgets a session that is ended, here at once and there at once', async () => {
    const [own, other] = await kept('officer-snv');
    expect((await own.delete('/session')).status).toBe(204);
    expect(await status(own)).toBe(401);
    await refusedSoon(other);
  });

  it.each([
    ['a person who is no longer active', `UPDATE app_user SET active = false WHERE username = 'officer-stc'`],
    ['sessions that are deleted', `DELETE FROM session`],
  ])('forgets %s', async (_, statement) => {
    const both = await kept('officer-stc');
    await here.database.query(statement);
    for (const each of both) await refusedSoon(each);
    await here.database.query('UPDATE app_user SET active = true');
  });

  it('forgets a role that is taken away', async () => {
    const [own, other] = await kept('committee');
    for (const each of [own, other]) expect((await each.get('/tasks?limit=1')).status).toBe(200);
    await here.database.query(
      `DELETE FROM role_grant WHERE user_id = (SELECT id FROM app_user WHERE username = 'committee')`,
    );
    for (const each of [own, other]) {
      await eventually('refused', async () => (await each.get('/tasks?limit=1')).status === 403, 1);
    }
  });

  it('forgets a revoked token of a program', async () => {
    const officer = await here.signIn('officer-snv');
    const { token, id } = (await officer.post('/tokens', { name: 'Máy', expiresInDays: 1 })).body;
    const program = there.http.with({ authorization: `Bearer ${token}` });
    expect(await status(program)).toBe(200);
    expect((await officer.delete(`/tokens/${id}`)).status).toBe(204);
    await refusedSoon(program);
  });

  it('does not outlive the session', async () => {
    const [own] = await kept('officer-snv');
    const now = here.clock.now();
    here.clock.set(new Date(now.getTime() + (here.config.SESSION_HOURS + 1) * 3_600_000));
    expect(await status(own)).toBe(401);
    here.clock.set(now);
  });

  it('relies on nothing while the line to PostgreSQL is cut, and begins anew after', async () => {
    const [, other] = await kept('officer-snv');
    await endSilently('officer-snv');
    expect(await status(other)).toBe(200);
    await here.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'par-tracker notices' AND datname = current_database()`,
    );
    await refusedSoon(other);
    await kept('officer-snv');
  });
});
