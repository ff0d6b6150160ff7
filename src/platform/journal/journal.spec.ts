import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { cloneDatabase } from '../../../test/support/servers';
import { systemCaller } from '../access/caller';
import { Changes } from '../change/changes';
import { databaseOptions } from '../database/database';

describe('the journal', () => {
  let database: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const clone = await cloneDatabase('empty');
    drop = clone.drop;
    database = await new DataSource(databaseOptions(clone.url)).initialize();
  });

  afterAll(async () => {
    await database.destroy();
    await drop();
  });

  const write = (acts: string[]) =>
    new Changes(database).run(systemCaller(new Date('2023-05-26T03:00:00Z'), 'test'), async (change) => {
      for (const act of acts) {
        change.record({
          act,
          subjectType: 'unit',
          subjectId: uuidv7(),
          unitId: null,
          changes: { name: ['a', 'b'] },
        });
      }
    });

  it('chains every entry to the one before it, also when many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => write([`first.${n}`, `second.${n}`])));
    const broken = await database.query(
      `SELECT e.id FROM (SELECT j, lag(j.hash, 1, '\\x'::bytea) OVER (PARTITION BY chain ORDER BY position) AS previous
         FROM journal_entry j) AS linked CROSS JOIN LATERAL (SELECT (linked.j).*) AS e
        WHERE e.hash <> journal_hash(linked.previous, linked.j)`,
    );
    expect(broken).toEqual([]);
    const [{ entries }] = await database.query('SELECT sum(length)::int AS entries FROM journal_chain');
    expect(entries).toBe(40);
  });

  it('refuses change and removal', async () => {
    await expect(database.query("UPDATE journal_entry SET note = 'x'")).rejects.toThrow('append-only');
    await expect(database.query('DELETE FROM journal_entry')).rejects.toThrow('append-only');
    await expect(database.query('TRUNCATE journal_entry')).rejects.toThrow('append-only');
  });

  it('leaves no entry of a change that failed', async () => {
    const failing = new Changes(database).run(systemCaller(new Date(), 'test'), async (change) => {
      change.record({ act: 'never', subjectType: 'unit', subjectId: uuidv7(), unitId: null });
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await database.query("SELECT 1 FROM journal_entry WHERE act = 'never'")).toEqual([]);
  });
});
