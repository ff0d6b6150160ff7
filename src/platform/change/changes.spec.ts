import 'reflect-metadata';
import { uuidv7 } from 'uuidv7';
import { openPlatform, type PlatformScene } from '../../../test/support/platform';
import type { Caller } from '../access/caller';
import type { Change } from './change';
import { Changes } from './changes';

describe('a change', () => {
  let scene: PlatformScene;
  let changes: Changes;
  const userId = uuidv7();

  beforeAll(async () => {
    scene = await openPlatform();
    await scene.database.query('CREATE TABLE thing (name text PRIMARY KEY)');
    changes = (await scene.boot([])).get(Changes);
  });

  afterAll(() => scene.close());

  const caller = (idempotencyKey?: string, body = 'one', actor = userId): Caller => ({
    actor: { userId: actor, name: 'An', unitId: null, grants: [] },
    locale: 'vi',
    now: scene.clock.now(),
    requestId: 'test',
    ...(idempotencyKey && { idempotencyKey, fingerprint: body }),
  });

  /** One row, one journal entry and one event, all with the same name. */
  const make = (name: string) => async (change: Change) => {
    await change.manager.query('INSERT INTO thing VALUES ($1)', [name]);
    change.record({ act: name, subjectType: 'thing', subjectId: uuidv7(), unitId: null });
    change.announce(name, { name });
    return { name, made: 1 };
  };

  async function traces(name: string): Promise<number[]> {
    const [row] = await scene.database.query(
      `SELECT (SELECT count(*) FROM thing WHERE name = $1)::int AS state, (SELECT count(*) FROM journal_entry WHERE act = $1)::int AS journal,
              (SELECT count(*) FROM outbox WHERE topic = $1)::int AS outbox`,
      [name],
    );
    return [row.state, row.journal, row.outbox];
  }

  it('commits state, journal and outbox together', async () => {
    expect(await changes.run(caller(), make('together'))).toEqual({ name: 'together', made: 1 });
    expect(await traces('together')).toEqual([1, 1, 1]);
  });

  it('leaves nothing when its work fails at the end', async () => {
    const failing = changes.run(caller(), async (change) => {
      await make('failed')(change);
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await traces('failed')).toEqual([0, 0, 0]);
  });

  it('leaves nothing when its journal entry cannot be written', async () => {
    const failing = changes.run(caller(), async (change) => {
      await make('unwritten')(change);
      change.record({ act: 'x', subjectType: 'thing', subjectId: 'not an id', unitId: null });
    });
    await expect(failing).rejects.toThrow('uuid');
    expect(await traces('unwritten')).toEqual([0, 0, 0]);
  });

  it('leaves nothing when the transaction it is part of is rolled back', async () => {
    const failing = scene.database.transaction(async (manager) => {
      await changes.within(manager, caller(), make('part'));
      throw new Error('the other part');
    });
    await expect(failing).rejects.toThrow('the other part');
    expect(await traces('part')).toEqual([0, 0, 0]);
  });

  describe('with an idempotency key', () => {
    it('is made once and gives the first answer again, to the letter', async () => {
      const first = await changes.run(caller('again'), make('again'));
      const second = await changes.run(caller('again'), make('again'));
      expect(JSON.stringify(second)).toBe(JSON.stringify(first));
      expect(await traces('again')).toEqual([1, 1, 1]);
    });

    it('is made once when its answer is nothing', async () => {
      let runs = 0;
      const silent = () => changes.run(caller('silent'), async () => void (runs += 1));
      await silent();
      expect(await silent()).toBeNull();
      expect(runs).toBe(1);
    });

    it('is refused with 422 when the key comes with another body', async () => {
      await changes.run(caller('reused', 'one'), make('reused'));
      const other = changes.run(caller('reused', 'two'), make('other'));
      await expect(other).rejects.toMatchObject({ status: 422, code: 'request.key_reused' });
      expect(await traces('other')).toEqual([0, 0, 0]);
    });

    it('leaves the key free when it fails', async () => {
      const failing = changes.run(caller('free'), async () => {
        throw new Error('refused');
      });
      await expect(failing).rejects.toThrow('refused');
      expect(await changes.run(caller('free', 'corrected'), make('free'))).toEqual({ name: 'free', made: 1 });
    });

    it('belongs to its person: the same key of another is another change', async () => {
      await changes.run(caller('mine'), make('mine'));
      await changes.run(caller('mine', 'one', uuidv7()), make('theirs'));
      expect(await traces('theirs')).toEqual([1, 1, 1]);
    });

    it('has one effect when eight arrive at once, and all get the same answer', async () => {
      let runs = 0;
      const slow = async (change: Change) => {
        runs += 1;
        await change.manager.query('SELECT pg_sleep(0.2)');
        change.record({ act: 'race', subjectType: 'thing', subjectId: uuidv7(), unitId: null });
        return { run: runs };
      };
      const answers = await Promise.all(Array.from({ length: 8 }, () => changes.run(caller('race'), slow)));
      expect(runs).toBe(1);
      expect(answers).toEqual(Array.from({ length: 8 }, () => ({ run: 1 })));
      expect((await traces('race'))[1]).toBe(1);
    });
  });
});
