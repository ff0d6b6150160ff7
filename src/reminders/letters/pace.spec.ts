import { PostOffice } from '../../../test/support/post-office';
import { ReminderScene } from '../../../test/support/reminder-scene';
import { addDeliveries, deliveryLines, letPass } from '../../../test/support/waiting-deliveries';
import { Config } from '../../platform/config/config';
import { Mailer } from '../../platform/mail/mailer';
import { takePace } from '../sending/pace';
import { Sending } from '../sending/sending';
import { SendLetters } from './send-letters';

const A_MINUTE = 250;

describe('the pace of letters', () => {
  let office: PostOffice;
  let scene: ReminderScene;
  /** Two workers, three lanes each. */
  let workers: SendLetters[];

  beforeEach(async () => {
    office = await PostOffice.open();
    scene = await ReminderScene.open({ SMTP_URL: office.url, LETTERS_A_MINUTE: String(A_MINUTE) });
    const config = scene.module.get(Config);
    workers = [0, 1].map(
      () => new SendLetters(new Sending(scene.database), scene.database, new Mailer(config), config),
    );
  });
  afterEach(async () => {
    await scene.close();
    await office.shut();
  });

  const sweep = () => Promise.all(workers.map((worker) => worker.sweep()));
  const add = (count: number) =>
    addDeliveries(scene.database, { recipientId: scene.people.responsible, count });

  it('is kept exactly by several workers at a burst of 1,000, which loses none and costs none a try', async () => {
    await add(1000);
    for (let minute = 1; minute <= 4; minute++) {
      await sweep();
      await sweep();
      expect(office.taken).toHaveLength(minute * A_MINUTE);
      const open = (await deliveryLines(scene.database)).filter(({ sent_at }) => !sent_at);
      expect(open.filter(({ attempts, log }) => attempts > 0 || log.length > 0)).toEqual([]);
      await letPass(scene.database, '62 seconds');
    }
    await sweep();
    expect(office.taken).toHaveLength(1000);
    expect(new Set(office.ids).size).toBe(1000);
  }, 240_000);

  it('is counted by one after the other, however many ask at the same moment', async () => {
    const asked = Array.from({ length: 40 }, () =>
      scene.database.transaction((manager) => takePace(manager, 7)),
    );
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(7);
  });

  it('holds in any sixty seconds, not only in those of the clock', async () => {
    await add(2 * A_MINUTE);
    await sweep();
    await letPass(scene.database, '40 seconds');
    await sweep();
    expect(office.taken).toHaveLength(A_MINUTE);
  });

  it('does not stand still when the clock of the database was set back', async () => {
    await scene.database.query(`INSERT INTO letter_pace VALUES (now() + interval '2 hours', 1000)`);
    await add(5);
    await sweep();
    expect(office.taken).toHaveLength(5);
    const [{ n }] = await scene.database.query('SELECT count(*)::int AS n FROM letter_pace');
    expect(n).toBeLessThanOrEqual(2);
  });

  it('is no limit to letters that become files', async () => {
    const config = Object.assign(new Config(), scene.config, { SMTP_URL: undefined, LETTERS_A_MINUTE: 1 });
    await add(5);
    await new SendLetters(new Sending(scene.database), scene.database, new Mailer(config), config).sweep();
    expect((await deliveryLines(scene.database)).every(({ sent_at }) => sent_at)).toBe(true);
  });
});
