import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DigestScene } from '../support/digest-scene';
import { openLetterBrowser } from './letter-browser';

const FOLDER = join(__dirname, '../../docs/pictures');

/** With WRITE_PICTURES=1 the letters are drawn anew into docs/pictures. */
describe('letters of many', () => {
  let scene: DigestScene;

  beforeAll(async () => {
    scene = await DigestScene.open();
    await scene.addOfficersTasks();
    await scene.addTasksOfUnits(200);
    await scene.run();
  }, 300_000);

  afterAll(() => scene.par.close());

  const inbox = async (username: string): Promise<number> => {
    const [{ count }] = await scene.par.database.query(
      `SELECT count(*)::int AS count FROM notification n JOIN app_user u ON u.id = n.recipient_id WHERE u.username = $1 AND n.kind <> 'alarm'`,
      [username],
    );
    return count;
  };
  const lettersTo = async (username: string): Promise<number> => {
    const [{ count }] = await scene.par.database.query(
      `SELECT count(*)::int AS count FROM delivery d JOIN app_user u ON u.id = d.recipient_id LEFT JOIN digest g ON g.id = d.digest_id
        WHERE u.username = $1 AND g.kind IS DISTINCT FROM 'weekly'`,
      [username],
    );
    return count;
  };

  it('an officer with thirty tasks finds thirty rows in the inbox and one letter', async () => {
    expect(await inbox('officer-snv')).toBe(30);
    expect(await lettersTo('officer-snv')).toBe(1);
    const [letter] = await scene.letters('officer-snv', 'daily');
    expect(letter.subject).toBe(
      '[PAR] Bản tổng hợp ngày 18/11/2024: 10 quá hạn, 4 đến hạn hôm nay, 16 sắp đến hạn',
    );
  });

  it('a leader of two hundred units gets one letter, and one review of the week', async () => {
    expect(await inbox('leader')).toBeGreaterThan(200);
    expect(await lettersTo('leader')).toBe(1);
    expect(await scene.letters('leader', 'weekly')).toHaveLength(1);
  });

  const drawn = process.env.WRITE_PICTURES === '1' ? it : it.skip;

  drawn('are drawn', async () => {
    mkdirSync(FOLDER, { recursive: true });
    const browser = await openLetterBrowser();
    try {
      await browser.draw(
        (await scene.letters('officer-snv', 'daily'))[0].html!,
        join(FOLDER, 'digest-officer.png'),
      );
      await browser.draw(
        (await scene.letters('leader', 'daily'))[0].html!,
        join(FOLDER, 'digest-leader.png'),
      );
      await browser.draw(
        (await scene.letters('leader', 'weekly'))[0].html!,
        join(FOLDER, 'weekly-review.png'),
      );
    } finally {
      await browser.close();
    }
  });
});
