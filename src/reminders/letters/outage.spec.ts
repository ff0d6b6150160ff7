import { PostOffice } from '../../../test/support/post-office';
import { ReminderScene } from '../../../test/support/reminder-scene';
import { addDeliveries, deliveryLines, letPass } from '../../../test/support/waiting-deliveries';
import { SendLetters } from './send-letters';

describe('a mail server that is away', () => {
  let office: PostOffice;
  let scene: ReminderScene;

  beforeEach(async () => {
    office = await PostOffice.open();
    scene = await ReminderScene.open({ SMTP_URL: office.url });
  });
  afterEach(async () => {
    await scene.close();
    await office.shut();
  });

  const sweep = () => scene.module.get(SendLetters).sweep();
  const lines = () => deliveryLines(scene.database);
  const add = (count: number) =>
    addDeliveries(scene.database, { recipientId: scene.people.responsible, count });
  const tries = async () => (await lines()).reduce((sum, { log }) => sum + log.length, 0);

  it('for a day costs no letter a try; when it is back all go out, each once', async () => {
    await office.shut();
    await add(30);
    // A day of sweeps: every ten minutes.
    for (let n = 0; n < 144; n++) {
      await sweep();
      await letPass(scene.database, '10 minutes');
    }
    const waiting = await lines();
    expect(waiting.filter(({ attempts, failed_at }) => attempts > 0 || failed_at)).toEqual([]);
    expect(waiting.map(({ log }) => log[0]).join()).toContain('ECONNREFUSED');
    // Nobody was tried far more often than the others: it is everyone's turn.
    const counts = waiting.map(({ log }) => log.length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(3);
    await office.open();
    await sweep();
    expect(office.taken).toHaveLength(30);
    expect(new Set(office.ids).size).toBe(30);
    expect((await lines()).every(({ attempts, sent_at }) => attempts === 1 && sent_at)).toBe(true);
    expect(await scene.database.query('SELECT * FROM delivery_pause')).toEqual([]);
  }, 240_000);

  it('is left alone after the first failures and then tried by one letter at a time, ever later', async () => {
    await office.shut();
    await add(60);
    await sweep();
    const first = await tries();
    expect(first).toBeLessThanOrEqual(4);
    await sweep();
    expect(await tries()).toBe(first);
    for (const seconds of [5, 15, 35, 75]) {
      const before = await tries();
      const [{ rest }] = await scene.database.query(
        'SELECT round(extract(epoch FROM until - now()))::int AS rest FROM delivery_pause',
      );
      expect([seconds, seconds * 2 + 5]).toContain(rest);
      await letPass(scene.database, `${rest} seconds`);
      await Promise.all([sweep(), sweep()]);
      expect(await tries()).toBe(before + 1);
    }
  });

  it('counts as away when it does not serve us: all wait, none is lost', async () => {
    for (const [code, words] of [
      [421, 'closing'],
      [451, 'no space'],
      [530, 'authenticate first'],
      [550, 'sender unknown'],
    ] as const) {
      await scene.database.query('TRUNCATE delivery, delivery_pause CASCADE');
      await add(5);
      office.onSender = () => ({ code, words });
      await sweep();
      expect((await lines()).filter(({ attempts, failed_at }) => attempts > 0 || failed_at)).toEqual([]);
      office.onSender = () => null;
      await letPass(scene.database, '5 minutes');
      const before = office.taken.length;
      await sweep();
      expect(office.taken.length - before).toBe(5);
    }
  });

  it('is tried again when the worker that tried it was killed', async () => {
    await scene.database.query(
      `INSERT INTO delivery_pause VALUES ('mail', 3, now(), now() + interval '2 minutes', 'ECONNREFUSED')`,
    );
    await add(3);
    await sweep();
    expect(office.taken).toEqual([]);
    await letPass(scene.database, '2 minutes');
    await sweep();
    expect(office.taken).toHaveLength(3);
  });
});
