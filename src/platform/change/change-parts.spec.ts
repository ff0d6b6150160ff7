import { uuidv7 } from 'uuidv7';
import { openPlatform, type PlatformScene } from '../../../test/support/platform';
import type { Caller } from '../access/caller';
import type { Change } from './change';
import { Changes } from './changes';

describe('a part of a change', () => {
  let scene: PlatformScene;
  let changes: Changes;

  beforeAll(async () => {
    scene = await openPlatform();
    await scene.database.query('CREATE TABLE thing (name text PRIMARY KEY)');
    changes = (await scene.boot([])).get(Changes);
  });

  afterAll(() => scene.close());

  const caller = (): Caller => ({
    actor: { userId: uuidv7(), name: 'An', unitId: null, grants: [] },
    locale: 'vi',
    now: scene.clock.now(),
    requestId: 'test',
  });

  async function make(change: Change, name: string): Promise<void> {
    change.record({ act: name, subjectType: 'thing', subjectId: uuidv7(), unitId: null });
    change.announce(name, { name });
    await change.manager.query('INSERT INTO thing VALUES ($1)', [name]);
  }

  const refused = (change: Change, work: () => Promise<void>) =>
    change.part(async () => {
      await work();
      throw new Error('refused');
    });

  /** What is there of each name beginning with `prefix`: its row, its journal entry, its event. */
  async function traces(prefix: string): Promise<string[]> {
    const rows: { trace: string }[] = await scene.database.query(
      `SELECT 'row ' || name AS trace FROM thing WHERE name LIKE $1 || '%'
       UNION ALL SELECT 'entry ' || act FROM journal_entry WHERE act LIKE $1 || '%'
       UNION ALL SELECT 'event ' || topic FROM outbox WHERE topic LIKE $1 || '%' ORDER BY 1`,
      [prefix],
    );
    return rows.map(({ trace }) => trace);
  }

  const whole = (...names: string[]) =>
    names.flatMap((name) => [`row ${name}`, `entry ${name}`, `event ${name}`]).sort();

  it('leaves nothing of itself when it fails, and all that came before and after', async () => {
    await changes.run(caller(), async (change) => {
      await change.part(() => make(change, 'a1'));
      await expect(refused(change, () => make(change, 'a2'))).rejects.toThrow('refused');
      await change.part(() => make(change, 'a3'));
      await make(change, 'a4');
    });
    expect(await traces('a')).toEqual(whole('a1', 'a3', 'a4'));
  });

  it('is gone with the part around it', async () => {
    await changes.run(caller(), async (change) => {
      const outer = refused(change, async () => {
        await change.part(() => make(change, 'b1'));
        await expect(refused(change, () => make(change, 'b2'))).rejects.toThrow('refused');
        await make(change, 'b3');
      });
      await expect(outer).rejects.toThrow('refused');
      await make(change, 'b4');
    });
    expect(await traces('b')).toEqual(whole('b4'));
  });

  it('lets the change go on after a statement that the database refused', async () => {
    await changes.run(caller(), async (change) => {
      await make(change, 'c1');
      await expect(change.part(() => make(change, 'c1'))).rejects.toThrow('unique');
      await make(change, 'c2');
    });
    expect(await traces('c')).toEqual(whole('c1', 'c2'));
  });
});
