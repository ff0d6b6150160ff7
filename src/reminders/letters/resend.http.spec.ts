import { openPar, type Par } from '../../../test/support/par';
import type { HttpClient } from '../../../test/support/http-client';
import { addPerson, addUnit } from '../../../test/support/people';
import { addDeliveries, deliveryLines } from '../../../test/support/waiting-deliveries';
import { addWebhook } from '../../../test/support/waiting-webhooks';
import { claimDelivery } from '../sending/claim';
import { endTry } from '../sending/end-try';
import { SendLetters } from './send-letters';

describe('dead letters', () => {
  let par: Par;
  let admin: HttpClient;
  let local: HttpClient;
  let [hereId, officerId, strangerId]: string[] = [];

  beforeAll(async () => {
    par = await openPar('empty');
    const province = await addUnit(par.database, 'T');
    hereId = await addUnit(par.database, 'T.A', province);
    const thereId = await addUnit(par.database, 'T.B', province);
    await addPerson(par, { username: 'admin', unitId: province, role: 'admin' });
    await addPerson(par, { username: 'auditor', unitId: province, role: 'auditor' });
    await addPerson(par, { username: 'local', unitId: hereId, role: 'admin' });
    await addPerson(par, { username: 'sees-all', unitId: hereId, role: 'admin' });
    await par.database.query(
      `INSERT INTO role_grant (id, user_id, role, unit_id) SELECT uuid_v7(), id, 'auditor', $1 FROM app_user WHERE username = 'sees-all'`,
      [province],
    );
    officerId = await addPerson(par, { username: 'officer', unitId: hereId, role: 'officer' });
    strangerId = await addPerson(par, { username: 'stranger', unitId: thereId, role: 'officer' });
    await par.database.query(`UPDATE app_user SET email = username || '@new.example.test'`);
    [admin, local] = [await par.signIn('admin'), await par.signIn('local')];
  });
  beforeEach(() => par.database.query('TRUNCATE delivery CASCADE'));
  afterAll(() => par.close());

  /** Deliveries that failed at noon of a day. */
  async function failed(recipientId: string, day: string, webhookId?: string, count = 1): Promise<string[]> {
    const ids = await addDeliveries(par.database, { recipientId, webhookId, count });
    await par.database.query(
      `UPDATE delivery SET failed_at = $2::timestamptz, failure_reason = '550 no', attempts = 10 WHERE id = ANY($1)`,
      [ids, `${day}T12:00:00+07:00`],
    );
    return ids;
  }
  const line = async (id: string) => (await deliveryLines(par.database, id))[0];

  it('go out again under the same Message-ID, to the address of today; tries begin anew, the ledger goes on', async () => {
    const [id] = await addDeliveries(par.database, { recipientId: officerId });
    const claim = (await claimDelivery(par.database, 'mail'))!;
    await endTry(par.database, claim, { end: 'failed', answer: '550 no' });
    const before = await line(id);
    const answer = await local.post(`/deliveries/${id}/resend`);
    expect([answer.status, answer.body]).toMatchObject([200, { id, state: 'waiting', failureReason: null }]);
    expect(await line(id)).toMatchObject({
      attempts: 0,
      failed_at: null,
      message_id: before.message_id,
      address: 'officer@new.example.test',
    });
    expect(await claimDelivery(par.database, 'mail')).toMatchObject({ id, number: 2, attempts: 1 });
    const [entry] = await par.database.query(
      `SELECT actor_name, unit_id, changes FROM journal_entry WHERE act = 'delivery.resent' AND subject_id = $1`,
      [id],
    );
    expect(entry).toEqual({
      actor_name: 'local',
      unit_id: hereId,
      changes: {
        failureReason: ['550 no', null],
        address: ['person@example.test', 'officer@new.example.test'],
      },
    });
  });

  it('are sent again once: what waits or was sent is refused, a repeated request has one effect', async () => {
    const [id] = await failed(officerId, '2030-01-05');
    const keyed = admin.with({ 'idempotency-key': 'again' });
    const answers = await Promise.all([1, 2, 3].map(() => keyed.post(`/deliveries/${id}/resend`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await admin.post(`/deliveries/${id}/resend`)).body.code).toBe('delivery.not_failed');
    const [{ n }] = await par.database.query(
      `SELECT count(*)::int AS n FROM journal_entry WHERE act = 'delivery.resent' AND subject_id = $1`,
      [id],
    );
    expect(n).toBe(1);
  });

  it('are sent again by administrators, of people in their part only', async () => {
    const [[mine], [others]] = [
      await failed(officerId, '2030-01-05'),
      await failed(strangerId, '2030-01-05'),
    ];
    const auditor = await par.signIn('auditor');
    expect((await auditor.post(`/deliveries/${mine}/resend`)).status).toBe(403);
    expect((await auditor.post('/deliveries/resend', {})).status).toBe(403);
    expect((await local.post(`/deliveries/${others}/resend`)).status).toBe(404);
    expect((await local.post('/deliveries/resend', {})).body).toEqual({ resent: 1, left: 0 });
    // To see it is not enough.
    const seesAll = await par.signIn('sees-all');
    expect((await seesAll.get(`/deliveries/${others}`)).status).toBe(200);
    expect((await seesAll.post(`/deliveries/${others}/resend`)).status).toBe(404);
    expect(await line(others)).toMatchObject({ failed_at: expect.any(Date), address: 'person@example.test' });
    expect((await admin.post('/deliveries/resend', {})).body).toEqual({ resent: 1, left: 0 });
  });

  it('are sent again many at once: by channel and day, the oldest first, at most so many, each once', async () => {
    const webhookId = await addWebhook(par.database, hereId, 'https://par.example.test/today');
    const [old] = await failed(officerId, '2030-01-05');
    await failed(officerId, '2030-01-06', undefined, 3);
    const [event] = await failed(officerId, '2030-01-06', webhookId);
    const resend = async (body: object) => (await admin.post('/deliveries/resend', body)).body;
    expect(await resend({ failedTo: '2030-01-04' })).toEqual({ resent: 0, left: 0 });
    expect(await resend({ failedFrom: '2030-01-07' })).toEqual({ resent: 0, left: 0 });
    expect(await resend({ channel: 'webhook', failedFrom: '2030-01-06' })).toEqual({ resent: 1, left: 0 });
    expect(await line(event)).toMatchObject({ address: 'https://par.example.test/today', failed_at: null });
    expect(await resend({ limit: 1 })).toEqual({ resent: 1, left: 3 });
    expect((await line(old)).failed_at).toBeNull();
    const both = await Promise.all([resend({}), resend({})]);
    expect(both[0].resent + both[1].resent).toBe(3);
    for (const body of [{ limit: 1001 }, { limit: 0 }, { channel: 'fax' }, { failedFrom: '2030-02-30' }])
      expect((await admin.post('/deliveries/resend', body)).status).toBe(400);
  });

  it('to a webhook that is off are not sent again', async () => {
    const webhookId = await addWebhook(par.database, hereId, 'https://par.example.test/');
    const [id] = await failed(officerId, '2030-01-05', webhookId);
    await par.database.query('UPDATE webhook SET active = false');
    const answer = await admin.post(`/deliveries/${id}/resend`);
    expect([answer.status, answer.body.code]).toEqual([409, 'delivery.webhook_off']);
    expect(answer.body.detail).toContain('Cầu nối');
    expect((await admin.post('/deliveries/resend', {})).body).toEqual({ resent: 0, left: 0 });
  });

  it('whose person has no address fail again at once, and say so', async () => {
    const [id] = await failed(officerId, '2030-01-05');
    await par.database.query('UPDATE app_user SET email = NULL WHERE id = $1', [officerId]);
    await admin.post(`/deliveries/${id}/resend`);
    expect((await line(id)).address).toBe('');
    await par.app.get(SendLetters, { strict: false }).sweep();
    expect((await admin.get(`/deliveries/${id}`)).body.failureReason).toMatch(/^Địa chỉ thư trống/);
  });
});
