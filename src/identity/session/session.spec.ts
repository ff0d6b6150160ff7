import { addPerson, addUnit } from '../../../test/support/people';
import { openPar, TEST_PASSWORD, type Par } from '../../../test/support/par';

describe('signing in', () => {
  let par: Par;
  let unitId: string;

  beforeAll(async () => {
    par = await openPar('empty');
    unitId = await addUnit(par.database, '20');
    await addPerson(par, { username: 'Lan.Nguyen', unitId, role: 'officer', displayName: 'Nguyễn Thị Lan' });
  });

  afterAll(() => par.close());

  const attempt = (password: string, username = 'lan.nguyen') =>
    par.http.post('/session', { username, password });

  it('tells who is signed in, where, with which roles and permissions, whatever the case of the name', async () => {
    const answer = await attempt(TEST_PASSWORD, 'LAN.nguyen');
    expect(answer.status).toBe(201);
    expect(answer.body.user).toMatchObject({
      username: 'Lan.Nguyen',
      displayName: 'Nguyễn Thị Lan',
      unit: { id: unitId, code: '20', nameVi: 'Đơn vị 20', nameEn: 'Unit 20' },
      locale: 'vi',
      invented: false,
      grants: [{ role: 'officer', unit: { id: unitId, code: '20' } }],
    });
    expect(answer.body.user.permissions).toContain('task.report');
    expect(answer.body.user.permissions).not.toContain('user.write');
    expect(String(answer.headers['set-cookie'])).toMatch(/^par_session=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
  });

  it('hands the cookie to encrypted connections only, where the public address is one', async () => {
    const secure = await openPar('empty', { PUBLIC_URL: 'https://par.example.vn' });
    try {
      await addPerson(secure, { username: 'an', unitId: await addUnit(secure.database, '20') });
      const answer = await secure.http.post('/session', { username: 'an', password: TEST_PASSWORD });
      expect(String(answer.headers['set-cookie'])).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
    } finally {
      await secure.close();
    }
  });

  it('shows the session while it lasts and ends it on request', async () => {
    const lan = await par.signIn('lan.nguyen');
    const shown = await lan.get('/session');
    expect(shown.status).toBe(200);
    expect(shown.body.csrfToken).toHaveLength(43);
    expect((await lan.delete('/session')).status).toBe(204);
    expect((await lan.get('/session')).status).toBe(401);
  });

  it('does not end for a program, whose token is no session', async () => {
    const lan = await par.signIn('lan.nguyen');
    const made = await lan.post('/tokens', { name: 'báo cáo', expiresInDays: 1 });
    const ends = 'SELECT count(*)::int AS n FROM journal_entry WHERE act = $1';
    const [before] = await par.database.query(ends, ['session.ended']);
    const program = par.http.with({ authorization: `Bearer ${made.body.token}` });
    expect((await program.get('/session')).status).toBe(200);
    const answer = await program.delete('/session');
    expect([answer.status, answer.body.code]).toEqual([403, 'session.needed']);
    expect((await par.database.query(ends, ['session.ended']))[0]).toEqual(before);
  });

  it('ends a session after the configured hours', async () => {
    const lan = await par.signIn('lan.nguyen');
    par.clock.set(new Date(par.clock.now().getTime() + 12 * 3_600_000));
    const late = await lan.with({ 'accept-language': 'en' }).get('/session');
    expect(late.status).toBe(401);
    expect(late.headers['content-type']).toContain('application/problem+json');
    expect(late.body).toMatchObject({ code: 'unauthenticated', title: expect.stringContaining('Sign in') });
  });

  it('refuses a change that does not carry the session’s own CSRF token', async () => {
    const lan = await par.signIn('lan.nguyen');
    for (const token of ['', 'x'.repeat(43)]) {
      const answer = await lan.with({ 'x-csrf-token': token }).delete('/session');
      expect([answer.status, answer.body.code]).toEqual([403, 'csrf']);
    }
    expect((await lan.get('/session')).status).toBe(200);
  });

  it('refuses a sign-in that another site sent, and takes one from its own page', async () => {
    const body = { username: 'lan.nguyen', password: TEST_PASSWORD };
    for (const origin of ['https://evil.example', 'null']) {
      const answer = await par.http.with({ origin }).post('/session', body);
      expect([answer.status, answer.body.code]).toEqual([403, 'session.cross_site']);
    }
    for (const origin of ['http://par.example', par.config.PUBLIC_URL]) {
      expect((await par.http.with({ origin, host: 'par.example' }).post('/session', body)).status).toBe(201);
    }
  });

  it('answers an unknown name and a wrong password alike', async () => {
    const [wrong, unknown] = [await attempt('sai-mật-khẩu'), await attempt('sai-mật-khẩu', 'không.có.ai')];
    expect(wrong.status).toBe(401);
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
    expect(unknown.headers['set-cookie']).toBeUndefined();
  });

  it('does not let a person in who is no longer active, nor keep their session', async () => {
    await addPerson(par, { username: 'nghi.viec', unitId });
    const client = await par.signIn('nghi.viec');
    await par.database.query("UPDATE app_user SET active = false WHERE username = 'nghi.viec'");
    expect((await client.get('/session')).status).toBe(401);
    expect((await attempt(TEST_PASSWORD, 'nghi.viec')).body.code).toBe('session.refused');
  });

  it('keeps only hashes of passwords and session tokens', async () => {
    const answer = await attempt(TEST_PASSWORD);
    const token = /par_session=([^;]+)/.exec(String(answer.headers['set-cookie']))![1];
    for (const table of ['app_user', 'session', 'journal_entry', 'outbox', 'idempotent_request']) {
      const [{ text }] = await par.database.query(
        `SELECT coalesce(json_agg(t)::text, '') AS text FROM ${table} t`,
      );
      expect(text).not.toContain(token);
      expect(text).not.toContain(Buffer.from(token).toString('hex'));
      expect(text).not.toContain(TEST_PASSWORD);
    }
    const [{ password_hash }] = await par.database.query('SELECT password_hash FROM app_user LIMIT 1');
    expect(password_hash).toMatch(/^\$argon2id\$/);
  });
});
