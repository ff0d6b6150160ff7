import { addPlan, addTask } from '../../../test/support/factories';
import { openPar, type Par } from '../../../test/support/par';
import type { HttpClient } from '../../../test/support/http-client';
import { addPerson, addUnit } from '../../../test/support/people';
import { addDeliveries } from '../../../test/support/waiting-deliveries';
import { addWebhook } from '../../../test/support/waiting-webhooks';

describe('deliveries', () => {
  let par: Par;
  let admin: HttpClient;
  let local: HttpClient;
  let [provinceId, hereId, thereId, officerId, strangerId, task]: string[] = [];
  /** Two to the officer here, one to the stranger there, all about a task here; oldest first. */
  let [first, second, strangers]: string[] = [];

  beforeAll(async () => {
    par = await openPar('empty');
    const province = (provinceId = await addUnit(par.database, 'T'));
    [hereId, thereId] = [
      await addUnit(par.database, 'T.A', province),
      await addUnit(par.database, 'T.B', province),
    ];
    for (const [username, unitId] of Object.entries({
      admin: province,
      local: hereId,
      'admin-there': thereId,
    }))
      await addPerson(par, { username, unitId, role: 'admin' });
    officerId = await addPerson(par, {
      username: 'officer',
      unitId: hereId,
      role: 'officer',
      displayName: 'Đỗ Thị Hạnh',
    });
    strangerId = await addPerson(par, { username: 'stranger', unitId: thereId, role: 'officer' });
    const plan = await addPlan(par.database, province, { code: 'P', issued_on: '2030-01-01' });
    const about = { plan_id: plan, lead_unit_id: hereId, code: 'NV', due_date: '2030-03-29' } as const;
    task = await addTask(par.database, '2030-01-02', about);
    [first, second] = await addDeliveries(par.database, { recipientId: officerId, taskId: task, count: 2 });
    const address = '100%_moi@example.test';
    [strangers] = await addDeliveries(par.database, { recipientId: strangerId, taskId: task, address });
    [admin, local] = [await par.signIn('admin'), await par.signIn('local')];
  });

  afterAll(() => par.close());

  const idsOf = async (client: HttpClient, query: string) =>
    (await client.get(`/deliveries?${query}`)).body.items.map(({ id }: { id: string }) => id);

  it('are for administrators and auditors, of people in their part, page by page', async () => {
    const officer = await par.signIn('officer');
    for (const path of ['', `/${first}`, `/${first}/letter`])
      expect((await officer.get(`/deliveries${path}`)).status).toBe(403);
    const page = await admin.get('/deliveries?state=waiting&count=true&limit=2');
    expect(page.body).toMatchObject({
      count: 3,
      items: [
        { id: strangers, state: 'waiting', channel: 'mail', sentTo: null, digest: null, webhook: null },
        { id: second },
      ],
    });
    expect(await idsOf(admin, `limit=2&cursor=${page.body.nextCursor}`)).toEqual([first]);
    expect(await idsOf(local, '')).toEqual([second, first]);
    for (const path of ['', '/letter']) {
      expect((await local.get(`/deliveries/${strangers}${path}`)).status).toBe(404);
      expect((await local.get(`/deliveries/${first}${path}`)).status).toBe(200);
    }
    const letter = await local.get(`/deliveries/${first}/letter`);
    expect(letter.body).toMatchObject({ to: 'person@example.test', file: null, eml: null });
    expect(letter.body.text).toContain(`/tasks/${task}`);
  });

  it('about a task of another part are not for the administrator of their recipient', async () => {
    const there = await par.signIn('admin-there');
    expect((await there.get('/deliveries?count=true')).body).toMatchObject({ items: [], count: 0 });
    for (const path of ['', '/letter'])
      expect((await there.get(`/deliveries/${strangers}${path}`)).status).toBe(404);
    await par.database.query('UPDATE task SET lead_unit_id = $2 WHERE id = $1', [task, thereId]);
    expect(await idsOf(there, '')).toEqual([strangers]);
    expect((await there.get(`/deliveries/${strangers}/letter`)).status).toBe(200);
    await par.database.query('UPDATE task SET lead_unit_id = $2 WHERE id = $1', [task, hereId]);
  });

  it('are found by channel, webhook, recipient, day, address and name; what is not so is not found', async () => {
    const webhookId = await addWebhook(par.database, hereId, 'https://par.example.test/hook');
    const [event] = await addDeliveries(par.database, {
      recipientId: officerId,
      webhookId,
      address: 'https://x',
    });
    expect(await idsOf(admin, 'channel=webhook')).toEqual([event]);
    expect(await idsOf(admin, `webhookId=${webhookId}`)).toEqual([event]);
    expect(await idsOf(admin, 'channel=mail')).toEqual([strangers, second, first]);
    expect((await admin.get(`/deliveries/${event}`)).body).toMatchObject({ webhook: { name: 'Cầu nối' } });
    expect((await admin.get(`/deliveries/${event}/letter`)).status).toBe(404);
    await par.database.query('DELETE FROM delivery WHERE id = $1', [event]);

    expect(await idsOf(admin, `recipientId=${strangerId}`)).toEqual([strangers]);
    expect(await idsOf(admin, 'q=do%20thi%20hanh')).toEqual([second, first]);
    expect(await idsOf(admin, 'q=100%25_MOI')).toEqual([strangers]);
    expect(await idsOf(admin, 'q=person_example')).toEqual([]);
    await par.database.query(`UPDATE delivery SET created_at = '2030-01-31T16:59:59Z' WHERE id = $1`, [
      first,
    ]);
    expect(await idsOf(admin, 'from=2030-01-31&to=2030-01-31')).toEqual([first]);
    expect(await idsOf(admin, 'from=2030-02-01')).toEqual([]);
    expect(await idsOf(admin, 'to=2030-01-30')).toEqual([strangers, second]);
    expect((await admin.get('/deliveries?count=true&q=hanh')).body.count).toBe(2);
    for (const query of ['channel=fax', 'from=hôm nay', 'recipientId=1', 'state=lost'])
      expect((await admin.get(`/deliveries?${query}`)).status).toBe(400);
  });

  it('to a program belong to the part of its webhook, whoever is told', async () => {
    const above = await addWebhook(par.database, provinceId, 'https://par.example.test/secret-path');
    const here = await addWebhook(par.database, hereId, 'https://par.example.test/hook');
    const add = async (webhookId: string, recipientId: string) =>
      (await addDeliveries(par.database, { recipientId, webhookId, taskId: task }))[0];
    const [hidden, seen] = [await add(above, officerId), await add(here, strangerId)];
    expect(await idsOf(local, 'channel=webhook')).toEqual([seen]);
    expect((await local.get(`/deliveries/${hidden}`)).status).toBe(404);
    expect((await local.post(`/deliveries/${hidden}/resend`)).status).toBe(404);
    expect(await idsOf(admin, 'channel=webhook')).toEqual([seen, hidden]);
    await par.database.query('DELETE FROM delivery WHERE webhook_id IS NOT NULL');
  });

  it('show every try, and why it failed, in the language of the reader', async () => {
    await par.database.query(
      `INSERT INTO delivery_attempt VALUES ($1, 1, '2030-01-01', NULL, NULL, NULL),
       ($1, 2, '2030-01-02', '2030-01-02T00:00:01Z', false, 'address_unusable'),
       ($1, 3, '2030-01-03', '2030-01-03T00:00:01Z', true, '250 taken')`,
      [first],
    );
    const { body } = await admin.get(`/deliveries/${first}`);
    expect(body).toMatchObject({ id: first, attempts: 0 });
    expect(body.attemptLog).toMatchObject([
      { number: 3, sent: true, answer: '250 taken', endedAt: '2030-01-03T00:00:01.000Z' },
      { number: 2, sent: false, answer: expect.stringMatching(/^Địa chỉ thư trống/) },
      { number: 1, sent: null, endedAt: null, answer: null },
    ]);
    const english = await admin.with({ 'accept-language': 'en' }).get(`/deliveries/${first}`);
    expect(english.body.attemptLog[1].answer).toMatch(/^The mail address is empty/);
  });

  it('of a digest show nothing of its words to whom not every task is open', async () => {
    const [digest] = await par.database.query(
      `WITH g AS (INSERT INTO digest (id, recipient_id, kind, day, created_at, content)
                  VALUES (uuid_v7(), $1, 'daily', '2030-02-01', now(), '{}') RETURNING id)
       INSERT INTO delivery (id, digest_id, recipient_id, channel, address, message_id, created_at, next_attempt_at)
       SELECT uuid_v7(), g.id, $1, 'mail', 'x@example.test', 'digest@test', now(), now() FROM g RETURNING id`,
      [officerId],
    );
    const shown = (await local.get(`/deliveries/${digest.id}`)).body;
    expect(shown).toMatchObject({
      digest: { kind: 'daily', day: '2030-02-01' },
      titleVi: null,
      taskId: null,
    });
    expect((await local.get(`/deliveries/${digest.id}/letter`)).status).toBe(404);
    await par.database.query('DELETE FROM delivery WHERE id = $1', [digest.id]);
  });
});
