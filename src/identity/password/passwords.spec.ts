import { addPerson, addUnit } from '../../../test/support/people';
import { openPar, TEST_PASSWORD, type Par } from '../../../test/support/par';

const NEW = 'mật-khẩu-mới-2026';

describe('passwords', () => {
  let par: Par;
  let top: string;
  let below: string;

  beforeAll(async () => {
    par = await openPar('empty');
    top = await addUnit(par.database, '20');
    below = await addUnit(par.database, 'LS-SNV', top);
    await addPerson(par, { username: 'top-admin', unitId: top, role: 'admin' });
    await addPerson(par, { username: 'snv-admin', unitId: below, role: 'admin' });
  });

  afterAll(() => par.close());

  it('are changed by the person themselves, which ends their other sessions', async () => {
    await addPerson(par, { username: 'an', unitId: below });
    const [here, elsewhere] = [await par.signIn('an'), await par.signIn('an')];
    const answer = await here.put('/session/password', { currentPassword: TEST_PASSWORD, newPassword: NEW });
    expect(answer.status).toBe(204);
    expect([(await here.get('/session')).status, (await elsewhere.get('/session')).status]).toEqual([
      200, 401,
    ]);
    await expect(par.signIn('an')).rejects.toThrow('session.refused');
    // The same letters as separate characters, as some keyboards send them.
    await par.signIn('an', NEW.normalize('NFD'));
  });

  it('are not changed with a wrong current, a short or a guessable one', async () => {
    await addPerson(par, { username: 'binh.nguyen', unitId: below });
    const binh = await par.signIn('binh.nguyen');
    for (const [currentPassword, newPassword, path] of [
      ['sai', NEW, 'currentPassword'],
      [TEST_PASSWORD, 'ngắn', 'newPassword'],
      [TEST_PASSWORD, 'BINH.nguyen', 'newPassword'],
    ]) {
      const answer = await binh.put('/session/password', { currentPassword, newPassword });
      expect([answer.status, answer.body.errors[0].path]).toEqual([400, path]);
    }
    await par.signIn('binh.nguyen');
  });

  it('cannot be guessed by a stolen session: wrong ones lock the account', async () => {
    await addPerson(par, { username: 'chi', unitId: below });
    const chi = await par.signIn('chi');
    const guess = () => chi.put('/session/password', { currentPassword: 'sai', newPassword: NEW });
    for (let n = 0; n < 5; n++) expect((await guess()).status).toBe(400);
    expect((await guess()).status).toBe(423);
    expect((await par.http.post('/session', { username: 'chi', password: TEST_PASSWORD })).status).toBe(423);
  });

  it('are set by an administrator, which ends the sessions and lifts a lock', async () => {
    const id = await addPerson(par, { username: 'dung', unitId: below });
    const dung = await par.signIn('dung');
    for (let n = 0; n < 5; n++) await par.http.post('/session', { username: 'dung', password: 'sai' });
    const admin = await par.signIn('snv-admin');
    expect((await admin.put(`/users/${id}/password`, { newPassword: NEW })).status).toBe(204);
    expect((await dung.get('/session')).status).toBe(401);
    await par.signIn('dung', NEW);
  });

  it('are not set for somebody with rights above the administrator, nor for oneself', async () => {
    const powerful = await addPerson(par, {
      username: 'em',
      unitId: below,
      role: 'committee',
      roleUnitId: top,
    });
    const admin = await par.signIn('snv-admin');
    const refused = await admin.put(`/users/${powerful}/password`, { newPassword: NEW });
    expect([refused.status, refused.body.code]).toEqual([403, 'user.higher_rights']);
    const own = (await admin.get('/session')).body.user.id;
    expect((await admin.put(`/users/${own}/password`, { newPassword: NEW })).body.code).toBe(
      'user.own_password',
    );
    expect(
      (await (await par.signIn('top-admin')).put(`/users/${powerful}/password`, { newPassword: NEW })).status,
    ).toBe(204);
  });

  it('leave no trace in the journal or in kept answers', async () => {
    const admin = (await par.signIn('top-admin')).with({ 'idempotency-key': 'k1' });
    const body = { username: 'giang', displayName: 'Giang', unitId: below, password: 'bí-mật-đầu-tiên' };
    expect((await admin.post('/users', body)).status).toBe(201);
    expect((await admin.post('/users', { ...body, password: 'một-bí-mật-khác' })).status).toBe(201);
    for (const table of ['app_user', 'idempotent_request', 'journal_entry', 'outbox']) {
      const [{ text }] = await par.database.query(
        `SELECT coalesce(json_agg(t)::text, '') AS text FROM ${table} t`,
      );
      for (const secret of [body.password, TEST_PASSWORD, NEW]) expect(text).not.toContain(secret);
    }
    await par.signIn('giang', body.password);
  });
});
