import { Receiver } from '../../../test/support/receiver';
import { ReminderScene } from '../../../test/support/reminder-scene';
import { addDeliveries, deliveryLines, letPass } from '../../../test/support/waiting-deliveries';
import { documentedCheck } from '../../../test/support/documented-check';
import { addWebhook } from '../../../test/support/waiting-webhooks';
import { secretOf } from './webhook-secret';
import { SendWebhooks } from './send-webhooks';

const SECRET_KEY = 'k'.repeat(32);
const isFromPar = documentedCheck();

describe('events to a program', () => {
  let receiver: Receiver;
  let scene: ReminderScene;
  let webhookId: string;

  beforeAll(async () => {
    receiver = await Receiver.start();
    scene = await ReminderScene.open({ SECRET_KEY, WEBHOOK_LOOPBACK: 'on' });
    scene.clock.set(new Date());
  });
  beforeEach(async () => {
    receiver.received.length = 0;
    receiver.answers(200, {}, 'taken');
    await scene.database.query('TRUNCATE delivery, delivery_pause, webhook CASCADE');
    webhookId = await addWebhook(scene.database, scene.province, receiver.url);
  });
  afterAll(async () => {
    await scene.close();
    await receiver.stop();
  });

  const sweep = () => scene.module.get(SendWebhooks).sweep({}, scene.clock.now());
  const add = (count = 1, to = webhookId, taskId?: string) =>
    addDeliveries(scene.database, {
      recipientId: scene.people.responsible,
      count,
      taskId,
      webhookId: to,
      address: receiver.url,
    });
  const lines = () => deliveryLines(scene.database);

  it('are signed so that the check in docs/webhooks.md accepts them, and nothing else', async () => {
    const task = await scene.task('NV-01', { due_date: '2030-03-29' });
    const [id] = await add(1, webhookId, task);
    await sweep();
    const [{ headers, body, event }] = receiver.received;
    expect(event).toMatchObject({
      id,
      kind: 'assigned',
      notification: { titleVi: 'Được giao nhiệm vụ' },
      recipient: { username: 'responsible' },
      onBehalfOf: null,
      task: { id: task, code: 'NV-01', dueDate: '2030-03-29', link: `http://localhost:3000/tasks/${task}` },
    });
    expect(headers['x-par-id']).toBe(id);
    const secret = secretOf(SECRET_KEY, { id: webhookId, secretRevision: 1 });
    const now = scene.clock.now().getTime() / 1000;
    expect(isFromPar(headers, body, secret, now)).toBe(true);
    expect(isFromPar(headers, body.replace('NV-01', 'NV-02'), secret, now)).toBe(false);
    expect(isFromPar(headers, body, `${secret}x`, now)).toBe(false);
    expect(isFromPar(headers, body, secret, now + 301)).toBe(false);
    expect(isFromPar({ ...headers, 'x-par-timestamp': `${now + 1}` }, body, secret, now)).toBe(false);
    expect((await lines())[0]).toMatchObject({
      sent_to: 'HTTP 200 taken',
      log: ['1 sent: HTTP 200 taken'],
    });
  });

  it('are posted once each by however many sweep, under the same id when repeated', async () => {
    await add(30);
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(new Set(receiver.received.map(({ event }) => event.id)).size).toBe(30);
    expect(receiver.received).toHaveLength(30);
    receiver.answers(400);
    const [id] = await add();
    await sweep();
    await letPass(scene.database, '1 minute');
    receiver.answers(204);
    await sweep();
    expect(receiver.received.slice(30).map(({ event }) => event.id)).toEqual([id, id]);
    expect(receiver.received[30].body).toBe(receiver.received[31].body);
  });

  it('that the receiver refuses are tried ever later and end as dead letters', async () => {
    receiver.answers(422, {}, 'what is this?');
    await add();
    for (let n = 0; n < 10; n++) {
      await sweep();
      await letPass(scene.database, '1 day');
    }
    expect((await lines())[0]).toMatchObject({
      failed_at: expect.any(Date),
      failure_reason: 'HTTP 422 what is this?',
      log: { length: 10 },
    });
  });

  it('to a receiver that is overloaded rest as long as it asks for, at most an hour', async () => {
    for (const [asked, kept] of [
      ['1200', 1200],
      ['999999', 3600],
      [new Date(scene.clock.now().getTime() + 600_000).toUTCString(), 600],
      ['soon', 60],
      ['-5', 60],
    ] as const) {
      await scene.database.query('TRUNCATE delivery, delivery_pause CASCADE');
      receiver.answers(429, { 'retry-after': asked });
      await add(1);
      await sweep();
      const [{ wait }] = await scene.database.query(
        'SELECT extract(epoch FROM next_attempt_at - now())::int AS wait FROM delivery',
      );
      expect(Math.abs(wait - kept)).toBeLessThanOrEqual(2);
    }
  });

  it('to a receiver that is away rest together, while another receiver is served', async () => {
    const other = await Receiver.start();
    try {
      const otherId = await addWebhook(scene.database, scene.province, other.url);
      receiver.answers(503);
      await add(50);
      await add(50, otherId);
      await sweep();
      expect(other.received).toHaveLength(50);
      expect(receiver.received.length).toBeLessThanOrEqual(5);
      receiver.answers(200);
      await letPass(scene.database, '5 minutes');
      await sweep();
      expect((await lines()).every(({ sent_at }) => sent_at)).toBe(true);
    } finally {
      await other.stop();
    }
  });

  it('end when the receiver says 410: it is switched off, recorded, and what waits has failed', async () => {
    receiver.answers(410);
    await add(5);
    await sweep();
    await sweep();
    const [webhook] = await scene.database.query('SELECT active, version FROM webhook');
    expect(webhook).toEqual({ active: false, version: 2 });
    expect((await lines()).every(({ failed_at }) => failed_at)).toBe(true);
    expect((await lines()).map(({ failure_reason: why }) => why)).toContain('webhook_off');
    const entries = await scene.database.query(
      `SELECT note FROM journal_entry WHERE act = 'webhook.switched_off' AND subject_id = $1`,
      [webhookId],
    );
    expect(entries).toEqual([{ note: 'HTTP 410' }]);
  });

  it('go to the address of today, signed with the secret of today', async () => {
    await scene.database.query(`UPDATE webhook SET url = $1, secret_revision = 2`, [`${receiver.url}/new`]);
    await add();
    await sweep();
    const [{ headers, body }] = receiver.received;
    const now = scene.clock.now().getTime() / 1000;
    const check = (secretRevision: number) =>
      isFromPar(headers, body, secretOf(SECRET_KEY, { id: webhookId, secretRevision }), now);
    expect([check(1), check(2)]).toEqual([false, true]);
  });

  it('wait, untried, while there is no key to sign with', async () => {
    const unsigned = await ReminderScene.open({ WEBHOOK_LOOPBACK: 'on' });
    try {
      const id = await addWebhook(unsigned.database, unsigned.province, receiver.url);
      await addDeliveries(unsigned.database, { recipientId: unsigned.people.head, webhookId: id });
      await unsigned.module.get(SendWebhooks).sweep({}, unsigned.clock.now());
      expect((await deliveryLines(unsigned.database))[0]).toMatchObject({ attempts: 0, log: [] });
      expect(receiver.received).toEqual([]);
    } finally {
      await unsigned.close();
    }
  });
});
