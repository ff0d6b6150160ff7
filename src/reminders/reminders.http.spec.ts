import { addPlan, addTask } from '../../test/support/factories';
import { openPar, type Par } from '../../test/support/par';
import type { HttpClient } from '../../test/support/http-client';
import { addPerson, addUnit } from '../../test/support/people';

const DUE_IN_3 = '01890000-0000-7000-8000-000000000002';
const ASSIGNED = '01890000-0000-7000-8000-000000000009';
const DIRECTION_GIVEN = '01890000-0000-7000-8000-00000000000e';
const MENTIONED = '01890000-0000-7000-8000-000000000010';

describe('the endpoints of reminders', () => {
  let par: Par;
  let admin: HttpClient;
  let officer: HttpClient;
  let stranger: HttpClient;
  let task: string;
  let officerId: string;
  let strangerId: string;
  let hereId: string;
  let thereId: string;

  beforeAll(async () => {
    par = await openPar('empty');
    const province = await addUnit(par.database, 'T');
    const [here, there] = [
      await addUnit(par.database, 'T.A', province),
      await addUnit(par.database, 'T.B', province),
    ];
    [hereId, thereId] = [here, there];
    await addPerson(par, { username: 'admin', unitId: province, role: 'admin' });
    await addPerson(par, { username: 'local-admin', unitId: here, role: 'admin' });
    officerId = await addPerson(par, { username: 'officer', unitId: here, role: 'officer' });
    strangerId = await addPerson(par, { username: 'stranger', unitId: there, role: 'officer' });
    [admin, officer, stranger] = [
      await par.signIn('admin'),
      await par.signIn('officer'),
      await par.signIn('stranger'),
    ];
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

  describe('reminder-rules', () => {
    it('lists the default rules in the order in which a task meets them', async () => {
      const { body } = await officer.get('/reminder-rules');
      expect(body.items.map((rule: { code: string }) => rule.code)).toEqual([
        ...[
          'due_in_7',
          'due_in_3',
          'due_in_1',
          'due_today',
          'overdue_1',
          'overdue_3',
          'overdue_7',
          'overdue_15',
        ],
        ...[
          'assigned',
          'submitted',
          'returned',
          'extension_requested',
          'extension_decided',
          'direction_given',
          'direction_answered',
          'mentioned',
        ],
        'no_progress_4',
      ]);
    });

    it('refuses whoever is nobody, an officer, and an administrator of a part', async () => {
      const change = { active: false };
      expect((await par.http.get('/reminder-rules')).status).toBe(401);
      expect(
        (await officer.with({ 'if-match': '"1"' }).put(`/reminder-rules/${DUE_IN_3}`, change)).status,
      ).toBe(403);
      const local = await par.signIn('local-admin');
      expect(
        (await local.with({ 'if-match': '"1"' }).put(`/reminder-rules/${DUE_IN_3}`, change)).status,
      ).toBe(403);
    });

    it('refuses what makes no rule, and changes nothing', async () => {
      const put = (id: string, body: object, version = '"1"') =>
        admin.with({ 'if-match': version }).put(`/reminder-rules/${id}`, body);
      expect((await admin.put(`/reminder-rules/${DUE_IN_3}`, { active: false })).status).toBe(428);
      expect((await put(DUE_IN_3, { active: false }, '"7"')).status).toBe(412);
      expect((await put(DUE_IN_3, { offsetWorkingDays: null })).body.errors).toMatchObject([
        { path: 'offsetWorkingDays' },
      ]);
      expect((await put(DUE_IN_3, { offsetWorkingDays: 99 })).status).toBe(400);
      expect((await put(ASSIGNED, { offsetWorkingDays: 3 })).status).toBe(400);
      expect((await put(DUE_IN_3, { recipient: 'everyone' })).status).toBe(400);
      for (const [rule, recipient] of [
        [DUE_IN_3, 'addressee'],
        [ASSIGNED, 'mentioned'],
        [MENTIONED, 'head'],
        [DIRECTION_GIVEN, 'giver'],
      ])
        expect((await put(rule, { recipient })).body.errors).toMatchObject([{ path: 'recipient' }]);
      expect((await put('01890000-0000-7000-8000-0000000000ff', { active: false })).status).toBe(404);
      expect((await admin.get(`/reminder-rules/${DUE_IN_3}`)).body).toMatchObject({
        version: 1,
        offsetWorkingDays: -3,
        active: true,
      });
    });

    it('changes a rule, records it and has everything derived anew', async () => {
      const changed = await admin
        .with({ 'if-match': '"1"' })
        .put(`/reminder-rules/${DUE_IN_3}`, { offsetWorkingDays: -5, recipient: 'head' });
      expect(changed.body).toMatchObject({
        code: 'due_in_3',
        version: 2,
        offsetWorkingDays: -5,
        recipient: 'head',
        active: true,
      });
      expect(changed.headers.etag).toBe('"2"');
      const [entry] = await par.database.query(
        `SELECT changes FROM journal_entry WHERE act = 'reminder_rule.changed'`,
      );
      expect(entry.changes).toMatchObject({
        offsetWorkingDays: [-3, -5],
        recipient: ['responsible', 'head'],
      });
      expect(
        await par.database.query(`SELECT payload FROM outbox WHERE topic = 'reminder_rule.changed'`),
      ).toEqual([{ payload: { ruleId: DUE_IN_3 } }]);
    });
  });

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

  it('deliveries are for administrators and auditors, of people in their part', async () => {
    expect((await officer.get('/deliveries')).status).toBe(403);
    const { body } = await admin.get('/deliveries?state=waiting&count=true');
    expect(body).toMatchObject({
      count: 3,
      items: [{ state: 'waiting', address: 'a@example.test', sentTo: null }, {}, {}],
    });
    const local = await par.signIn('local-admin');
    const seen = (await local.get('/deliveries')).body.items;
    expect(seen.map((delivery: any) => delivery.recipient.id)).toEqual([officerId, officerId]);
    const hidden = body.items.find((delivery: any) => delivery.recipient.id === strangerId);
    expect((await local.get(`/deliveries/${hidden.id}/letter`)).status).toBe(404);
    const letter = await local.get(`/deliveries/${seen[0].id}/letter`);
    expect(letter.body).toMatchObject({
      subject: '[PAR] Nhắc việc: Được giao',
      to: 'a@example.test',
      file: null,
      eml: null,
    });
    expect(letter.body.text).toContain(`/tasks/${task}`);
  });

  it('a letter about a task of another part is not for the administrator of its recipient', async () => {
    await addPerson(par, { username: 'admin-there', unitId: thereId, role: 'admin' });
    const there = await par.signIn('admin-there');
    const seen = async () => (await there.get('/deliveries?count=true')).body;
    expect(await seen()).toMatchObject({ items: [], count: 0 });
    const [{ id }] = (await admin.get('/deliveries')).body.items.filter(
      ({ recipient }: any) => recipient.id === strangerId,
    );
    expect((await there.get(`/deliveries/${id}/letter`)).status).toBe(404);
    await par.database.query('UPDATE task SET lead_unit_id = $2 WHERE id = $1', [task, thereId]);
    expect(await seen()).toMatchObject({ items: [{ id }], count: 1 });
    expect((await there.get(`/deliveries/${id}/letter`)).status).toBe(200);
    await par.database.query('UPDATE notification SET task_id = NULL');
    await par.database.query('UPDATE task SET lead_unit_id = $2 WHERE id = $1', [task, hereId]);
    expect(await seen()).toMatchObject({ items: [{ id, taskId: null }], count: 1 });
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
