import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson, addUnit } from '../../../test/support/people';

describe('tokens for programs', () => {
  let par: Par;
  let lan: HttpClient;

  beforeAll(async () => {
    par = await openPar('empty');
    const unitId = await addUnit(par.database, '20');
    await addPerson(par, { username: 'lan', unitId, role: 'officer' });
    await addPerson(par, { username: 'minh', unitId, role: 'officer' });
    lan = await par.signIn('lan');
  });

  afterAll(() => par.close());

  const make = async (expiresInDays = 30) =>
    (await lan.post('/tokens', { name: 'Báo cáo tuần', expiresInDays })).body;
  const bearer = (token: string) => par.http.with({ authorization: `Bearer ${token}` });

  it('act for the person who made them, without CSRF token', async () => {
    const { token, ...made } = await make();
    expect(token).toMatch(/^par_[\w-]{43}$/);
    const session = await bearer(token).get('/session');
    expect(session.body).toMatchObject({
      user: { username: 'lan', grants: [{ role: 'officer' }] },
      csrfToken: null,
    });
    expect((await bearer(token).delete(`/tokens/${made.id}`)).status).toBe(204);
  });

  it('are listed without their secrets, and only to their owner', async () => {
    const { token, ...made } = await make();
    const listed = await lan.get('/tokens');
    expect(listed.body.items[0]).toEqual(made);
    expect(listed.text).not.toContain(token);
    expect((await (await par.signIn('minh')).get('/tokens')).body.items).toEqual([]);
  });

  it('end when they are revoked, by their owner only, and when they expire', async () => {
    const [revoked, expiring] = [await make(), await make(1)];
    expect((await (await par.signIn('minh')).delete(`/tokens/${revoked.id}`)).status).toBe(404);
    expect((await bearer(revoked.token).get('/session')).status).toBe(200);
    await lan.delete(`/tokens/${revoked.id}`);
    expect((await bearer(revoked.token).get('/session')).status).toBe(401);
    const before = par.clock.now();
    par.clock.set(new Date(before.getTime() + 86_400_000));
    expect((await bearer(expiring.token).get('/session')).status).toBe(401);
    par.clock.set(before);
  });

  it('cannot make tokens or change the password', async () => {
    const { token } = await make();
    const [more, password] = [
      await bearer(token).post('/tokens', { name: 'x', expiresInDays: 1 }),
      await bearer(token).put('/session/password', { currentPassword: 'x', newPassword: 'mot-mat-khau-moi' }),
    ];
    expect([more.body.code, password.body.code]).toEqual(['session.needed', 'session.needed']);
  });

  it('are refused with a fault in the days or the name', async () => {
    const answer = await lan.post('/tokens', { name: ' ', expiresInDays: 366 });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ path }: { path: string }) => path)).toEqual(['name', 'expiresInDays']);
  });

  it('are shown once even to a repeated request, and kept as a hash', async () => {
    const keyed = lan.with({ 'idempotency-key': 'token-1' });
    const first = await keyed.post('/tokens', { name: 'Một lần', expiresInDays: 5 });
    const again = await keyed.post('/tokens', { name: 'Một lần', expiresInDays: 5 });
    expect([first.status, again.status, again.body.code]).toEqual([201, 409, 'token.shown_once']);
    for (const table of ['api_token', 'idempotent_request', 'journal_entry', 'outbox']) {
      const [{ text }] = await par.database.query(
        `SELECT coalesce(json_agg(t)::text, '') AS text FROM ${table} t`,
      );
      expect(text).not.toContain(first.body.token);
    }
    const [{ n }] = await par.database.query(
      "SELECT count(*)::int AS n FROM api_token WHERE name = 'Một lần'",
    );
    expect(n).toBe(1);
  });
});
