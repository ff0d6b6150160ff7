import type { HttpClient } from '../../../test/support/http-client';
import { addPerson, addUnit } from '../../../test/support/people';
import { openPar, type Par } from '../../../test/support/par';
import { unsubscriptionAddress, type LetterOfMany } from './unsubscription-token';

const KEY = 'a key that is long enough for the tests';

describe('stopping letters of many from the mail program', () => {
  let par: Par;
  let userId: string;
  let user: HttpClient;

  beforeAll(async () => {
    par = await openPar('empty', { SECRET_KEY: KEY });
    const unit = await addUnit(par.database, 'T');
    userId = await addPerson(par, { username: 'an', unitId: unit, role: 'officer', displayName: 'An' });
    user = await par.signIn('an');
  });
  afterAll(() => par.close());
  beforeEach(() => par.database.query('TRUNCATE telling_preference, notification CASCADE'));

  const address = (kind: LetterOfMany = 'daily', key = KEY) =>
    unsubscriptionAddress('', key, kind, userId).replace('/api/v1', '');
  const preference = async () =>
    (await par.database.query('SELECT * FROM telling_preference WHERE user_id = $1', [userId]))[0];
  const post = (path: string) =>
    par.app.inject({
      method: 'POST',
      url: `/api/v1${path}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });

  async function waiting(kind: string): Promise<void> {
    await par.database.query(
      `INSERT INTO notification (id, recipient_id, kind, title_vi, title_en, body_vi, body_en, created_at, shown_at, mail)
       VALUES (gen_random_uuid(), $1, $2, '', '', '', '', now(), now(), 'digest')`,
      [userId, kind],
    );
  }

  it('looking changes nothing, as programs look at every link', async () => {
    const answer = await par.app.inject({ method: 'GET', url: `/api/v1${address()}` });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.payload).toContain('<form method="post">');
    expect(await preference()).toBeUndefined();
  });

  it('one click stops what duty does not forbid, keeps the rest and says so, in the trail too', async () => {
    await waiting('due_soon');
    await waiting('overdue');
    const answer = await post(address());
    expect(answer.statusCode).toBe(200);
    expect(answer.payload).toContain('sắp đến hạn, đến hạn hôm nay');
    expect(answer.payload).toMatch(/vẫn gửi vì thuộc trách nhiệm được giao: quá hạn\./);
    const { letters } = await preference();
    expect(letters).toEqual(
      Object.fromEntries(
        ['due_soon', 'due_today', 'no_progress', 'acceptance_waits', 'decision_waits'].map((kind) => [
          kind,
          'none',
        ]),
      ),
    );
    const mails = await par.database.query('SELECT kind, mail FROM notification ORDER BY kind');
    expect(mails).toEqual([
      { kind: 'due_soon', mail: 'none' },
      { kind: 'overdue', mail: 'digest' },
    ]);
    const [entry] = await par.database.query(
      `SELECT actor_id, act, subject_id, changes FROM journal_entry WHERE subject_type = 'telling_preference' ORDER BY id DESC LIMIT 1`,
    );
    expect(entry).toMatchObject({ actor_id: userId, act: 'telling_preference.changed', subject_id: userId });
    expect(entry.changes.letters[1].due_soon).toBe('none');
  });

  it('a second click stops nothing more', async () => {
    await post(address());
    const { version } = await preference();
    const answer = await post(address());
    expect(answer.payload).toContain('Không còn loại việc nào');
    expect((await preference()).version).toBe(version);
  });

  it('keeps what the person has chosen for other kinds and hours', async () => {
    await par.database.query(
      `INSERT INTO telling_preference (user_id, digest_hour, letters) VALUES ($1, 14, '{"overdue": "at_once", "mentioned": "digest"}')`,
      [userId],
    );
    await post(address());
    const { letters, digest_hour } = await preference();
    expect([digest_hour, letters.overdue, letters.mentioned, letters.due_soon]).toEqual([
      14,
      'at_once',
      'none',
      'none',
    ]);
  });

  it('the link of a weekly review stops the weekly review alone', async () => {
    expect((await post(address('weekly'))).payload).toContain('thư rà soát hằng tuần không gửi nữa');
    const { body, headers } = await user.get('/telling-preferences');
    expect(body).toMatchObject({ weeklyReview: false, digestHour: 8 });
    expect(body.letters.due_soon).toBe('digest');
    const again = user.with({ 'if-match': String(headers.etag) });
    expect((await again.put('/telling-preferences', { weeklyReview: true })).body.weeklyReview).toBe(true);
  });

  it.each([
    ['of another key', () => address('daily', 'another key, just as long as the first')],
    ['changed', () => address().replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
    ['cut short', () => address().slice(0, -4)],
    [
      'of nobody',
      () =>
        unsubscriptionAddress('', KEY, 'daily', '01890000-0000-7000-8000-0000000000ff').replace(
          '/api/v1',
          '',
        ),
    ],
  ])('an address %s is not found', async (_, path) => {
    expect((await par.app.inject({ method: 'GET', url: `/api/v1${path()}` })).statusCode).toBe(404);
    expect((await post(path())).statusCode).toBe(404);
    expect(await preference()).toBeUndefined();
  });
});
