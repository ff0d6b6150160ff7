import { addPlan, addTask } from '../../test/support/factories';
import { openPar, type Par } from '../../test/support/par';
import type { HttpClient } from '../../test/support/http-client';
import { addPerson, addUnit } from '../../test/support/people';

const ASSIGNED = '01890000-0000-7000-8000-000000000009';

describe('the endpoints of reminders', () => {
  let par: Par;
  let officer: HttpClient;
  let stranger: HttpClient;
  let task: string;
  let officerId: string;
  let strangerId: string;

  beforeAll(async () => {
    par = await openPar('empty');
    const province = await addUnit(par.database, 'T');
    const [here, there] = [
      await addUnit(par.database, 'T.A', province),
      await addUnit(par.database, 'T.B', province),
    ];
    officerId = await addPerson(par, { username: 'officer', unitId: here, role: 'officer' });
    strangerId = await addPerson(par, { username: 'stranger', unitId: there, role: 'officer' });
    [officer, stranger] = [await par.signIn('officer'), await par.signIn('stranger')];
    const plan = await addPlan(par.database, province, { code: 'P', issued_on: '2030-01-01' });
    task = await addTask(par.database, '2030-01-02', {
      plan_id: plan,
      lead_unit_id: here,
      code: 'NV',
      due_date: '2030-03-29',
    });
    for (const [n, recipient] of [officerId, officerId, strangerId].entries()) {
      await par.database.query(
        `WITH r AS (
           INSERT INTO reminder (id, task_id, rule_id, revision, recipient_id, subject_id, fire_on, fire_at, created_at, told_at)
           VALUES (uuid_v7(), $1, $2, $3, $4, $1, '2030-01-02', now(), now(), now()) RETURNING *),
         n AS (
           INSERT INTO notification (id, recipient_id, reminder_id, task_id, kind, title_vi, title_en, body_vi, body_en, created_at, shown_at)
           SELECT uuid_v7(), recipient_id, id, task_id, 'assigned', 'Được giao', 'Assigned', '…', '…', now(), now() FROM r RETURNING *)
         INSERT INTO delivery (id, notification_id, recipient_id, channel, address, message_id, created_at, next_attempt_at)
         SELECT uuid_v7(), id, recipient_id, 'mail', 'a@example.test', id || '@test', now(), now() FROM n`,
        [task, ASSIGNED, n, recipient],
      );
    }
  });

  afterAll(() => par.close());

  it('reminders are seen by whoever may see the task, filtered, counted and page by page', async () => {
    const first = await officer.get(`/reminders?taskId=${task}&state=told&limit=2&count=true`);
    expect(first.body).toMatchObject({
      count: 3,
      items: [{ task: { code: 'NV' }, rule: { code: 'assigned' }, state: 'told' }, {}],
    });
    const second = await officer.get(`/reminders?taskId=${task}&limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body.items).toHaveLength(1);
    expect(second.body.nextCursor).toBeNull();
    expect((await officer.get(`/reminders?recipientId=${strangerId}`)).body.items).toHaveLength(1);
    expect((await officer.get('/reminders?state=void')).body.items).toEqual([]);
    expect((await stranger.get('/reminders?count=true')).body).toMatchObject({ items: [], count: 0 });
  });

  it('notifications are one’s own: listed, counted, read once, never another’s', async () => {
    const { body } = await officer.get('/notifications?unread=true&count=true&limit=1');
    expect(body).toMatchObject({
      count: 2,
      unreadCount: 2,
      items: [{ kind: 'assigned', titleVi: 'Được giao', readAt: null }],
    });
    const [older] = (await officer.get(`/notifications?limit=1&cursor=${body.nextCursor}`)).body.items;
    expect(older.id < body.items[0].id).toBe(true);

    expect((await stranger.post(`/notifications/${older.id}/read`)).status).toBe(404);
    expect((await officer.get('/notifications')).body.unreadCount).toBe(2);
    const read = await officer.post(`/notifications/${older.id}/read`);
    expect([read.status, read.body.readAt]).toEqual([200, expect.any(String)]);
    par.clock.set(new Date(par.clock.now().getTime() + 3600_000));
    expect((await officer.post(`/notifications/${older.id}/read`)).body.readAt).toBe(read.body.readAt);
    expect((await officer.get('/notifications?unread=true')).body).toMatchObject({
      unreadCount: 1,
      items: [{ id: body.items[0].id }],
    });

    expect((await officer.post('/notifications/read-all')).body).toEqual({ read: 1 });
    expect((await officer.get('/notifications')).body).toMatchObject({ unreadCount: 0, items: [{}, {}] });
    expect((await stranger.get('/notifications')).body.unreadCount).toBe(1);
  });

  it('metrics tell the age of the oldest reminder that is due and untold', async () => {
    const metric = async () =>
      Number(/^par_reminder_oldest_due_seconds (\S+)/m.exec((await par.http.get('/metrics')).text)![1]);
    expect(await metric()).toBe(0);
    await par.database.query(
      `INSERT INTO reminder (id, task_id, rule_id, revision, recipient_id, subject_id, fire_on, fire_at, created_at)
       VALUES (uuid_v7(), $1, $2, 99, $3, $1, '2020-01-01', now() - interval '1 hour', now())`,
      [task, ASSIGNED, officerId],
    );
    expect(await metric()).toBeGreaterThan(3599);
    expect((await par.http.get('/metrics')).text).toContain('par_reminders_told_last_day 3');
  });
});
