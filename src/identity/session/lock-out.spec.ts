import { addPerson, addUnit } from '../../../test/support/people';
import { openPar, TEST_PASSWORD, type Par } from '../../../test/support/par';
import { Passwords } from '../password/passwords';

describe('the lock-out', () => {
  let par: Par;
  let unitId: string;
  const attempt = (username: string, password: string) => par.http.post('/session', { username, password });
  const fail = async (username: string, times: number) => {
    const answers = [];
    for (let n = 0; n < times; n++) answers.push((await attempt(username, 'sai')).status);
    return answers;
  };
  const wait = (minutes: number) => par.clock.set(new Date(par.clock.now().getTime() + minutes * 60_000));

  beforeAll(async () => {
    par = await openPar('empty');
    unitId = await addUnit(par.database, '20');
    for (const username of ['an', 'binh', 'chi']) await addPerson(par, { username, unitId });
  });

  afterAll(() => par.close());

  it('locks after five failures in a row, for fifteen minutes, against the right password too', async () => {
    expect(await fail('an', 5)).toEqual([401, 401, 401, 401, 401]);
    const locked = await attempt('an', TEST_PASSWORD);
    expect(locked.status).toBe(423);
    expect(locked.body).toMatchObject({
      code: 'session.locked',
      title: expect.stringContaining('09:15 23/11/2026'),
    });
    wait(14);
    expect((await attempt('AN', TEST_PASSWORD)).status).toBe(423);
    wait(1);
    expect((await attempt('an', TEST_PASSWORD)).status).toBe(201);
  });

  it('starts counting anew after a success and after a lock', async () => {
    await fail('binh', 4);
    expect((await attempt('binh', TEST_PASSWORD)).status).toBe(201);
    expect(await fail('binh', 6)).toEqual([401, 401, 401, 401, 401, 423]);
    wait(16);
    expect(await fail('binh', 4)).toEqual([401, 401, 401, 401]);
    expect((await attempt('binh', TEST_PASSWORD)).status).toBe(201);
  });

  it('counts attempts that arrive together', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt('chi', 'sai')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 423)).toHaveLength(7);
  });

  it('treats a name that nobody has in the same way', async () => {
    expect(await fail('không.ai', 6)).toEqual([401, 401, 401, 401, 401, 423]);
  });

  it('leaves each failure and each lock in the journal, without what was typed', async () => {
    const entries: { act: string; text: string }[] = await par.database.query(
      'SELECT act, to_jsonb(j)::text AS text FROM journal_entry j',
    );
    const count = (act: string) => entries.filter((entry) => entry.act === act).length;
    expect([count('session.refused'), count('session.locked')]).toEqual([28, 4]);
    expect(entries.filter(({ text }) => text.includes('"sai"') || text.includes('không.ai'))).toEqual([]);
  });

  describe('while passwords are being compared', () => {
    /** Holds every comparison until released. */
    function hold() {
      const passwords = par.app.get(Passwords);
      const matches = passwords.matches.bind(passwords);
      let release = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      jest.spyOn(passwords, 'matches').mockImplementation(async (...given) => {
        await released;
        return matches(...given);
      });
      return release;
    }
    const pause = (milliseconds: number) =>
      new Promise((resolve) => setTimeout(resolve, milliseconds, 'late'));

    afterEach(() => jest.restoreAllMocks());

    it('keeps no connection from others, however many attempts there are', async () => {
      const binh = await par.signIn('binh');
      const release = hold();
      const attempts = Array.from({ length: 20 }, () => attempt('chưa.ai', 'sai'));
      await pause(200);
      const others = await Promise.race([binh.get('/session'), pause(2000)]);
      release();
      await Promise.all(attempts);
      expect(others).toMatchObject({ status: 200 });
    });

    it('lets nobody in with a password that was replaced meanwhile', async () => {
      const release = hold();
      const late = attempt('binh', TEST_PASSWORD);
      await pause(200);
      await par.database.query("UPDATE app_user SET password_hash = $1 WHERE username = 'binh'", [
        await par.app.get(Passwords).hash('mật-khẩu-mới-2026'),
      ]);
      release();
      expect((await late).status).toBe(401);
    });
  });

  it('limits the attempts of one address', async () => {
    const strict = await openPar('empty', { SIGN_IN_RATE_LIMIT: '3' });
    try {
      const statuses = [];
      for (let n = 0; n < 4; n++) {
        statuses.push((await strict.http.post('/session', { username: `x${n}`, password: 'sai' })).status);
      }
      expect(statuses).toEqual([401, 401, 401, 429]);
      expect((await strict.http.get('/session')).status).toBe(401);
    } finally {
      await strict.close();
    }
  });
});
