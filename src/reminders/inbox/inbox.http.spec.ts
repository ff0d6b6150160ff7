import { addPlan, addTask } from '../../../test/support/factories';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson, addUnit } from '../../../test/support/people';

describe('the inbox', () => {
  let par: Par;
  let an: HttpClient;
  let binh: HttpClient;
  let [anId, binhId, task] = ['', '', ''];

  beforeAll(async () => {
    par = await openPar('empty');
    const unit = await addUnit(par.database, 'T');
    anId = await addPerson(par, { username: 'an', unitId: unit, role: 'officer' });
    binhId = await addPerson(par, { username: 'binh', unitId: unit, role: 'officer', displayName: 'Bình' });
    const plan = await addPlan(par.database, unit, { code: 'P' });
    task = await addTask(par.database, '2023-01-02', { plan_id: plan, lead_unit_id: unit, code: 'NV' });
    [an, binh] = [await par.signIn('an'), await par.signIn('binh')];
  });

  afterAll(() => par.close());
  beforeEach(() => par.database.query('DELETE FROM notification'));

  /** Told so long before now; `more` is further columns. */
  async function tell(title: string, ago: string, more: Record<string, unknown> = {}): Promise<string> {
    const row = {
      recipient_id: anId,
      kind: 'overdue',
      title_vi: title,
      title_en: title,
      body_vi: '',
      body_en: '',
      ...more,
    };
    const names = Object.keys(row);
    const [{ id }] = await par.database.query(
      `INSERT INTO notification (id, created_at, shown_at, ${names.join(', ')})
       VALUES (uuid_v7(), now() - $1::interval, now() - $1::interval, ${names.map((_, n) => `$${n + 2}`).join(', ')}) RETURNING id`,
      [ago, ...Object.values(row)],
    );
    return id;
  }

  /** The morning of the day has come: what is put off is shown. */
  const dayComes = () =>
    par.database.query(
      `UPDATE notification SET shown_at = now() - interval '1 minute' WHERE shown_at > now()`,
    );
  const titles = async (query = '') =>
    (await an.get(`/notifications?${query}`)).body.items.map(({ titleVi }: { titleVi: string }) => titleVi);
  const later = (id: string, until: string, who = an) => who.post(`/notifications/${id}/snooze`, { until });

  it('is in the order in which things are shown, page by page, those of one moment too', async () => {
    await tell('c', '3 hours');
    await tell('a', '1 hour');
    await tell('b', '2 hours');
    await par.database.query(
      `INSERT INTO notification (id, recipient_id, kind, title_vi, title_en, body_vi, body_en, created_at, shown_at)
       SELECT uuid_v7(), $1, 'overdue', n::text, '', '', '', now() - interval '4 hours', now() - interval '4 hours'
         FROM generate_series(1, 5) AS n`,
      [anId],
    );
    const whole = await titles('limit=50');
    expect(whole.slice(0, 3)).toEqual(['a', 'b', 'c']);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await an.get(`/notifications?limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...body.items.map(({ titleVi }: { titleVi: string }) => titleVi));
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(whole);
    expect((await an.get('/notifications?cursor=x')).body.errors[0].path).toBe('cursor');
  });

  it('is filtered by kind and by task, and counted so', async () => {
    await tell('quá hạn', '1 hour', { task_id: task });
    await tell('khác', '2 hours', { kind: 'mentioned' });
    expect(await titles(`taskId=${task}`)).toEqual(['quá hạn']);
    expect(await titles('kind=mentioned')).toEqual(['khác']);
    expect((await an.get(`/notifications?kind=overdue&count=true`)).body).toMatchObject({
      count: 1,
      unreadCount: 2,
    });
    expect((await an.get('/notifications?kind=nothing')).body.errors[0].path).toBe('kind');
    expect((await an.get('/notifications?taskId=7')).body.errors[0].path).toBe('taskId');
  });

  it('says for whom the reader stood in', async () => {
    await tell('thay', '1 hour', { on_behalf_of: binhId });
    await tell('mình', '2 hours');
    const { items } = (await an.get('/notifications')).body;
    expect(items.map((item: { onBehalfOf: unknown }) => item.onBehalfOf)).toEqual([
      { id: binhId, displayName: 'Bình' },
      null,
    ]);
  });

  it('hides what is put off until the morning of its day, then shows it unread and on top', async () => {
    const id = await tell('để sau', '2 hours');
    await tell('ở lại', '1 hour');
    await an.post(`/notifications/${id}/read`);
    const put = await later(id, '2026-11-24');
    expect(put.status).toBe(200);
    expect(put.body).toMatchObject({
      snoozedUntil: '2026-11-24',
      shownAt: '2026-11-24T00:30:00.000Z',
      readAt: null,
    });
    expect((await an.get('/notifications?count=true')).body).toMatchObject({
      count: 1,
      unreadCount: 1,
      items: [{ titleVi: 'ở lại', snoozedUntil: null }],
    });
    expect((await an.get('/notifications?snoozed=true&count=true')).body).toMatchObject({
      count: 1,
      items: [{ id, snoozedUntil: '2026-11-24' }],
    });
    expect((await an.post('/notifications/read-all')).body).toEqual({ read: 1 });
    await dayComes();
    expect((await an.get('/notifications')).body).toMatchObject({
      unreadCount: 1,
      items: [{ id, readAt: null, snoozedUntil: null }, { titleVi: 'ở lại' }],
    });
  });

  it('tells nothing again when something put off comes back', async () => {
    const id = await tell('để sau', '2 hours', { mail: 'digest' });
    const rows = () =>
      par.database.query(
        `SELECT (SELECT count(*)::int FROM delivery) AS letters, (SELECT count(*)::int FROM notification) AS told, mail, digest_id FROM notification`,
      );
    const before = await rows();
    await later(id, '2026-12-01');
    await dayComes();
    await an.delete(`/notifications/${id}/snooze`);
    expect(await rows()).toEqual(before);
  });

  it('brings back at once what was put off, where it stood; the rest stays where it is', async () => {
    const id = await tell('để sau', '2 hours');
    const { createdAt } = (await an.get('/notifications')).body.items[0];
    await later(id, '2026-12-01');
    const woken = await an.delete(`/notifications/${id}/snooze`);
    expect([woken.status, woken.body]).toEqual([
      200,
      expect.objectContaining({ shownAt: createdAt, snoozedUntil: null }),
    ]);
    await later(id, '2026-12-01');
    await dayComes();
    const { shownAt } = (await an.get('/notifications')).body.items[0];
    expect((await an.delete(`/notifications/${id}/snooze`)).body.shownAt).toBe(shownAt);
  });

  it('is put off to a day to come within a year, by its owner only', async () => {
    const id = await tell('của An', '1 hour');
    for (const day of ['2026-11-23', '2026-11-01', '2027-11-24']) {
      expect((await later(id, day)).body.errors).toMatchObject([{ path: 'until', code: 'range' }]);
    }
    expect((await later(id, '2026-11-31')).body.errors).toMatchObject([{ path: 'until', code: 'isDay' }]);
    expect((await later(id, '2026-12-01', binh)).status).toBe(404);
    expect((await binh.delete(`/notifications/${id}/snooze`)).status).toBe(404);
    expect((await par.http.post(`/notifications/${id}/snooze`, { until: '2026-12-01' })).status).toBe(401);
    expect(await titles()).toEqual(['của An']);
    expect((await later(id, '2027-11-23')).status).toBe(200);
  });
});
