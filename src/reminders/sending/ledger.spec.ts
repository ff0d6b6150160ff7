import { addDeliveries, deliveryLines, letPass } from '../../../test/support/waiting-deliveries';
import { ReminderScene } from '../../../test/support/reminder-scene';
import { claimDelivery, type Claim } from './claim';
import { endTry, giveUp, TRIES } from './end-try';

describe('the ledger of tries', () => {
  let scene: ReminderScene;

  beforeAll(async () => {
    scene = await ReminderScene.open();
  });
  beforeEach(() => scene.database.query('TRUNCATE delivery CASCADE'));
  afterAll(() => scene.close());

  const add = (count = 1) => addDeliveries(scene.database, { recipientId: scene.people.responsible, count });
  const claim = async () => (await claimDelivery(scene.database, 'mail'))!;
  const line = async () => (await deliveryLines(scene.database))[0];
  const again = { end: 'again', answer: '451 later' } as const;
  const sent = { end: 'sent', answer: '250 taken' } as const;

  it('shows each try with its end, and the try of a killed worker without one', async () => {
    await add();
    await claim();
    expect(await line()).toMatchObject({ log: ['1 open'], attempts: 1 });
    expect(await claimDelivery(scene.database, 'mail')).toBeUndefined();
    await letPass(scene.database, '2 minutes');
    const second = await claim();
    expect(second).toMatchObject({ number: 2, attempts: 2 });
    await endTry(scene.database, second, again);
    await letPass(scene.database, '5 minutes');
    await endTry(scene.database, await claim(), sent);
    expect(await line()).toMatchObject({
      log: ['1 open', '2 failed: 451 later', '3 sent: 250 taken'],
      attempts: 3,
      sent_at: expect.any(Date),
      failure_reason: null,
    });
  });

  it('is begun in the transaction of the claim: a claim that does not commit leaves neither', async () => {
    await add();
    await scene.database.query('ALTER TABLE delivery_attempt ADD CONSTRAINT broken CHECK (number = 0)');
    await expect(claim()).rejects.toThrow('broken');
    await scene.database.query('ALTER TABLE delivery_attempt DROP CONSTRAINT broken');
    expect(await line()).toMatchObject({ attempts: 0, log: [] });
  });

  it('never has one delivery in two hands, however many claim at once', async () => {
    await add(40);
    const hands = Array.from({ length: 8 }, async () => {
      const mine: Claim[] = [];
      for (let next = await claimDelivery(scene.database, 'mail'); next;) {
        mine.push(next);
        next = await claimDelivery(scene.database, 'mail');
      }
      return mine;
    });
    const claims = (await Promise.all(hands)).flat();
    expect(claims).toHaveLength(40);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(40);
  });

  it('notes a failure that comes too late, but lets it say nothing about the delivery', async () => {
    await add();
    const slow = await claim();
    await letPass(scene.database, '2 minutes');
    const second = await claim();
    const before = await line();
    await endTry(scene.database, slow, { end: 'failed', answer: '550 no' });
    expect(await line()).toMatchObject({ failed_at: null, next_attempt_at: before.next_attempt_at });
    await endTry(scene.database, second, again);
    expect((await line()).log).toEqual(['1 failed: 550 no', '2 failed: 451 later']);
  });

  it('believes a success that comes too late', async () => {
    await add();
    const slow = await claim();
    await letPass(scene.database, '2 minutes');
    await endTry(scene.database, await claim(), { end: 'failed', answer: '550 no' });
    await endTry(scene.database, slow, sent);
    expect(await line()).toMatchObject({ sent_at: expect.any(Date), failed_at: null });
  });

  it('ends with the tenth try, also when that ended with its worker', async () => {
    await add();
    for (let n = 0; n < TRIES; n++) {
      expect(await line()).toMatchObject({ failed_at: null, attempts: n });
      await claim();
      await giveUp(scene.database, 'mail');
      expect((await line()).failed_at).toBeNull();
      await letPass(scene.database, '2 minutes');
    }
    await giveUp(scene.database, 'mail');
    expect(await line()).toMatchObject({ failed_at: expect.any(Date), failure_reason: 'worker_ended' });
    expect(await claimDelivery(scene.database, 'mail')).toBeUndefined();
  });

  it('keeps an answer that PostgreSQL could not store as it came', async () => {
    await add();
    await endTry(scene.database, await claim(), { end: 'again', answer: `a\u0000b${'x'.repeat(9_000)}` });
    const { failure_reason: reason } = await line();
    expect(reason).toHaveLength(2000);
    expect(reason).toMatch(/^a bx/);
  });
});
