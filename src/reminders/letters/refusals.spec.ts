import { PostOffice } from '../../../test/support/post-office';
import { ReminderScene } from '../../../test/support/reminder-scene';
import { addDeliveries, deliveryLines, letPass } from '../../../test/support/waiting-deliveries';
import { SendLetters } from './send-letters';

describe('a letter that the mail server does not take', () => {
  let office: PostOffice;
  let scene: ReminderScene;

  beforeAll(async () => {
    office = await PostOffice.open();
    scene = await ReminderScene.open({ SMTP_URL: office.url });
  });
  beforeEach(async () => {
    office.onRecipient = office.onSender = () => null;
    await scene.database.query('TRUNCATE delivery, delivery_pause CASCADE');
  });
  afterAll(async () => {
    await scene.close();
    await office.shut();
  });

  const sweep = () => scene.module.get(SendLetters).sweep();
  const add = async (address: string) =>
    (await addDeliveries(scene.database, { recipientId: scene.people.responsible, address }))[0];
  const line = async (id: string) => (await deliveryLines(scene.database, id))[0];
  const refuse = (code: number, words: string) => {
    office.onRecipient = (to) => (to.startsWith('bad') ? { code, words } : null);
  };

  it('is tried again ever later when it is put off (greylisting), and given up after ten tries over two days', async () => {
    refuse(451, 'greylisted');
    const id = await add('bad@example.test');
    const waits: number[] = [];
    for (let n = 1; n < 10; n++) {
      await sweep();
      const [{ minutes, failed_at }] = await scene.database.query(
        'SELECT round(extract(epoch FROM next_attempt_at - now()) / 60)::int AS minutes, failed_at FROM delivery',
      );
      expect(failed_at).toBeNull();
      waits.push(minutes);
      await sweep();
      await letPass(scene.database, `${minutes} minutes`);
    }
    expect(waits).toEqual([1, 5, 15, 60, 120, 240, 480, 720, 1440]);
    await sweep();
    expect(await line(id)).toMatchObject({
      attempts: 10,
      sent_at: null,
      failed_at: expect.any(Date),
      failure_reason: expect.stringContaining('451 greylisted'),
      log: { length: 10 },
    });
  });

  it.each([
    [550, 'no such user'],
    [554, 'spam'],
  ])('fails at once when it is refused for good (%i %s), while others go out', async (code, words) => {
    refuse(code, words);
    const [bad, good] = [await add('bad@example.test'), await add('good@example.test')];
    await sweep();
    expect(await line(bad)).toMatchObject({
      attempts: 1,
      failed_at: expect.any(Date),
      failure_reason: expect.stringContaining(`${code} ${words}`),
    });
    expect(await line(good)).toMatchObject({ sent_at: expect.any(Date) });
  });

  it.each([
    [552, 'mailbox full'],
    [550, '5.7.1 relaying denied'],
  ])('is tried again where waiting or an administrator may help (%i %s)', async (code, words) => {
    refuse(code, words);
    const id = await add('bad@example.test');
    await sweep();
    expect(await line(id)).toMatchObject({ failed_at: null, attempts: 1 });
  });

  it.each([
    '',
    'nobody',
    'a@b@example.test',
    'a@example.test, b@example.test',
    'a@example.test\r\nBcc: b@x.vn',
  ])('is not even offered under the address "%s"; the reason is in words', async (address) => {
    const before = office.taken.length;
    const id = await add(address);
    await sweep();
    expect(await line(id)).toMatchObject({
      failed_at: expect.any(Date),
      failure_reason: 'address_unusable',
      log: ['1 failed: address_unusable'],
    });
    expect(office.taken.length).toBe(before);
  });

  it('costs tries when the server drops the connection on it alone, and holds up nobody else', async () => {
    office.onRecipient = (to) => (to.startsWith('bad') ? 'drop' : null);
    const [bad, good] = [await add('bad@example.test'), await add('good@example.test')];
    await sweep();
    expect(await line(bad)).toMatchObject({ attempts: 1, failed_at: null, sent_at: null });
    expect(await line(good)).toMatchObject({ sent_at: expect.any(Date) });
    expect(await scene.database.query('SELECT outlet FROM delivery_pause')).toEqual([]);
  });
});
