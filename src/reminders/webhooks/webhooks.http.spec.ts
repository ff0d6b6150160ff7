import { documentedCheck } from '../../../test/support/documented-check';
import { eventually } from '../../../test/support/eventually';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson, addUnit } from '../../../test/support/people';
import { Receiver } from '../../../test/support/receiver';
import { addDeliveries } from '../../../test/support/waiting-deliveries';

const SECRET_KEY = 'a key that is long enough to be one';

describe('the endpoints of webhooks', () => {
  let par: Par;
  let receiver: Receiver;
  let admin: HttpClient;
  let local: HttpClient;
  let auditor: HttpClient;
  let [provinceId, hereId, personId]: string[] = [];

  beforeAll(async () => {
    receiver = await Receiver.start();
    par = await openPar('empty', { SECRET_KEY, WEBHOOK_LOOPBACK: 'on' });
    provinceId = await addUnit(par.database, 'T');
    hereId = await addUnit(par.database, 'T.A', provinceId);
    personId = await addPerson(par, { username: 'admin', unitId: provinceId, role: 'admin' });
    await addPerson(par, { username: 'local', unitId: hereId, role: 'admin' });
    await addPerson(par, { username: 'auditor', unitId: provinceId, role: 'auditor' });
    await addPerson(par, { username: 'officer', unitId: hereId, role: 'officer' });
    [admin, local, auditor] = [
      await par.signIn('admin'),
      await par.signIn('local'),
      await par.signIn('auditor'),
    ];
  });
  afterAll(async () => {
    await par.close();
    await receiver.stop();
  });

  const fields = (unitId: string) => ({ unitId, name: 'Cầu nối Zalo', url: 'https://zalo.example.vn/hook' });
  const make = async (unitId = provinceId, more = {}) =>
    (await admin.post('/webhooks', { ...fields(unitId), ...more })).body;
  const actsOf = async (id: string) =>
    (await par.database.query('SELECT act FROM journal_entry WHERE subject_id = $1 ORDER BY id', [id])).map(
      ({ act }: { act: string }) => act,
    );

  it('make a webhook and show its secret in that answer only; it is stored nowhere', async () => {
    const { secret, ...made } = await make(provinceId, { kinds: ['overdue'] });
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(made).toMatchObject({
      unit: { id: provinceId },
      url: 'https://zalo.example.vn/hook',
      kinds: ['overdue'],
      active: true,
      pause: null,
      version: 1,
    });
    const shown = await admin.get(`/webhooks/${made.id}`);
    expect([shown.body, shown.headers.etag]).toEqual([made, '"1"']);
    const keyed = admin.with({ 'idempotency-key': 'make' });
    const [one, again] = [
      await keyed.post('/webhooks', fields(hereId)),
      await keyed.post('/webhooks', fields(hereId)),
    ];
    expect(again.body).toEqual(one.body);
    for (const table of ['webhook', 'idempotent_request', 'journal_entry', 'outbox']) {
      const [{ text }] = await par.database.query(
        `SELECT coalesce(json_agg(t)::text, '') AS text FROM ${table} t`,
      );
      expect(text).not.toContain(secret);
      expect(text).not.toContain(one.body.secret);
    }
  });

  it('are for administrators and auditors, of webhooks in their part', async () => {
    const [top, here] = [await make(), await make(hereId)];
    const officer = await par.signIn('officer');
    expect((await officer.get('/webhooks')).status).toBe(403);
    expect((await officer.post('/webhooks', fields(hereId))).status).toBe(403);
    const ids = (answer: { body: any }) => answer.body.items.map(({ id }: { id: string }) => id);
    expect(ids(await auditor.get('/webhooks?limit=2'))).toEqual([here.id, top.id]);
    expect((await auditor.post(`/webhooks/${top.id}/test`)).status).toBe(403);
    expect(ids(await local.get('/webhooks'))).not.toContain(top.id);
    const listed = (await local.get('/webhooks?count=true&limit=200')).body;
    expect(listed.count).toBe(listed.items.length);
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PATCH', '', { active: false }],
      ['DELETE', '', undefined],
      ['POST', '/secret', undefined],
      ['POST', '/test', undefined],
    ] as const)
      expect(
        (await local.with({ 'if-match': '"1"' }).send(method, `/webhooks/${top.id}${path}`, body)).status,
      ).toBe(404);
    const refused = await local.post('/webhooks', fields(provinceId));
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'unitId']);
    expect((await admin.get(`/webhooks/${top.id}`)).body).toEqual(
      expect.objectContaining({ active: true, version: 1 }),
    );
  });

  it('change a webhook under its version and record what changed; refused input changes nothing', async () => {
    const { id } = await make();
    const patch = (body: object, version = '"1"') =>
      admin.with({ 'if-match': version }).patch(`/webhooks/${id}`, body);
    expect((await admin.patch(`/webhooks/${id}`, { active: false })).status).toBe(428);
    expect((await patch({ active: false }, '"7"')).status).toBe(412);
    for (const body of [
      { kinds: ['alarm'] },
      { kinds: ['overdue', 'overdue'] },
      { name: '' },
      { url: 'ftp://x' },
      { url: 'https://u:p@x.vn/' },
      { url: 'http://169.254.169.254/' },
      { unitId: hereId },
    ])
      expect((await patch(body)).status).toBe(400);
    expect((await admin.get(`/webhooks/${id}`)).body.version).toBe(1);
    const changed = await patch({ kinds: ['assigned'], active: false });
    expect(changed.body).toMatchObject({ kinds: ['assigned'], active: false, version: 2 });
    expect((await patch({ active: false }, '"2"')).body.version).toBe(2);
    const [entry] = await par.database.query(
      `SELECT changes FROM journal_entry WHERE act = 'webhook.changed' AND subject_id = $1`,
      [id],
    );
    expect(entry.changes).toEqual({ kinds: [[], ['assigned']], active: [true, false] });
  });

  it('give a new secret; the trial is signed with it at once, and says what came back', async () => {
    const { id, secret } = await make(provinceId, { url: receiver.url });
    const renewed = await admin.post(`/webhooks/${id}/secret`);
    expect(renewed.body).toMatchObject({ id, secretRevision: 2, version: 2 });
    expect(renewed.body.secret).not.toBe(secret);
    receiver.answers(202, {}, 'cảm ơn');
    const trial = await admin.post(`/webhooks/${id}/test`);
    expect([trial.status, trial.body]).toMatchObject([
      200,
      { taken: true, status: 202, answer: 'cảm ơn', failure: null },
    ]);
    const { headers, body, event } = receiver.received.at(-1)!;
    expect(event).toMatchObject({ kind: 'test', task: null, recipient: { id: personId } });
    const isFromPar = documentedCheck();
    const now = par.clock.now().getTime() / 1000;
    expect(isFromPar(headers, body, renewed.body.secret, now)).toBe(true);
    expect(isFromPar(headers, body, secret, now)).toBe(false);
    expect(await actsOf(id)).toEqual(['webhook.created', 'webhook.secret_renewed']);
  });

  it('say of a trial why no answer came, in words', async () => {
    const { id } = await make();
    await par.database.query(`UPDATE webhook SET url = 'http://169.254.169.254/' WHERE id = $1`, [id]);
    const { body } = await admin.post(`/webhooks/${id}/test`);
    expect(body).toMatchObject({ taken: false, status: null, failure: expect.stringContaining('hạ tầng') });
  });

  it('remove a webhook that was never used, and switch off one that was', async () => {
    const [unused, used] = [await make(), await make()];
    await addDeliveries(par.database, { recipientId: personId, webhookId: used.id });
    expect((await admin.delete(`/webhooks/${unused.id}`)).status).toBe(204);
    expect((await admin.get(`/webhooks/${unused.id}`)).status).toBe(404);
    expect((await admin.delete(`/webhooks/${used.id}`)).status).toBe(204);
    expect((await admin.get(`/webhooks/${used.id}`)).body).toMatchObject({ active: false, version: 2 });
    expect(await actsOf(unused.id)).toEqual(['webhook.created', 'webhook.deleted']);
    expect(await actsOf(used.id)).toEqual(['webhook.created', 'webhook.switched_off']);
  });

  it('are followed by the worker, which posts what waits without being asked', async () => {
    receiver.answers(200);
    const { id } = await make(provinceId, { url: receiver.url });
    const [waiting] = await addDeliveries(par.database, { recipientId: personId, webhookId: id });
    await par.startWorker();
    await eventually(async () => receiver.received.filter(({ event }) => event.id === waiting));
    const { body } = (await eventually(async () => {
      const answer = await admin.get(`/deliveries/${waiting}`);
      return answer.body.state === 'sent' ? answer : false;
    })) as { body: { attemptLog: unknown[] } };
    expect(body.attemptLog).toMatchObject([{ number: 1, sent: true, answer: 'HTTP 200' }]);
  });

  it('let a unit have twenty', async () => {
    const unitId = await addUnit(par.database, 'T.B', provinceId);
    for (let n = 0; n < 20; n++) await make(unitId);
    const more = await admin.post('/webhooks', fields(unitId));
    expect([more.status, more.body.code]).toEqual([409, 'webhook.too_many']);
  });

  it('name the setting that is missing when nothing can be signed', async () => {
    const { id } = await make();
    Object.assign(par.config, { SECRET_KEY: undefined });
    try {
      for (const path of ['', `/${id}/secret`, `/${id}/test`]) {
        const { status, body } = await admin.post(`/webhooks${path}`, path ? undefined : fields(hereId));
        expect([status, body.code]).toEqual([503, 'webhook.secret_key_missing']);
        expect(body.detail).toContain('SECRET_KEY');
      }
      expect((await admin.get(`/webhooks/${id}`)).status).toBe(200);
    } finally {
      Object.assign(par.config, { SECRET_KEY });
    }
    expect((await admin.get(`/webhooks/${id}`)).body.secretRevision).toBe(1);
  });
});
