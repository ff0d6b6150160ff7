import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { cloneDatabase } from '../../test/support/servers';
import { systemCaller } from '../platform/access/caller';
import { Changes } from '../platform/change/changes';
import { databaseOptions } from '../platform/database/database';
import { AuditVerification } from './audit-verification.queries';

describe('the verification of the trail', () => {
  let database: DataSource;
  let drop: () => Promise<void>;
  const now = new Date('2023-09-15T02:00:00Z');

  beforeEach(async () => {
    const clone = await cloneDatabase('empty');
    drop = clone.drop;
    database = await new DataSource(databaseOptions(clone.url)).initialize();
    for (let turn = 0; turn < 40; turn++) await write(`act.${turn}`);
  });

  afterEach(async () => {
    await database.destroy();
    await drop();
  });

  const write = (act: string) =>
    new Changes(database).run(systemCaller(now, 'test'), async (change) => {
      change.record({
        act,
        subjectType: 'unit',
        subjectId: uuidv7(),
        unitId: null,
        changes: { name: ['a', 'b'] },
      });
    });

  const verify = () => new AuditVerification(database).verify(now);

  /** As the owner of the database could: with the guarding triggers off. */
  const tamper = (statement: string, parameters: unknown[] = []) =>
    database.transaction(async (manager) => {
      await manager.query("SET LOCAL session_replication_role = 'replica'");
      await manager.query(statement, parameters);
    });

  /** An entry that has others of its chain before and after it. */
  const middle = async (): Promise<{ id: string; chain: number; position: number }> => {
    const [entry] = await database.query(
      'SELECT e.id, e.chain, e.position FROM journal_entry e JOIN journal_chain c ON c.id = e.chain WHERE e.position = 2 AND c.length > 2 LIMIT 1',
    );
    return entry;
  };

  it('finds an untouched trail whole', async () => {
    expect(await verify()).toEqual({
      ok: true,
      entries: 40,
      chains: 8,
      verifiedAt: '2023-09-15T02:00:00.000Z',
      firstBroken: null,
    });
  });

  it('names the entry whose content was changed', async () => {
    const entry = await middle();
    await tamper("UPDATE journal_entry SET actor_name = 'Người khác' WHERE id = $1", [entry.id]);
    expect(await verify()).toMatchObject({ ok: false, firstBroken: { ...entry, reason: 'changed' } });
  });

  it('names the entry after one whose hash was made to fit its new content', async () => {
    const { id, chain, position } = await middle();
    await tamper("UPDATE journal_entry SET note = 'x' WHERE id = $1", [id]);
    await tamper(
      `UPDATE journal_entry e SET hash = journal_hash(p.hash, e) FROM journal_entry p
        WHERE e.id = $1 AND p.chain = e.chain AND p.position = e.position - 1`,
      [id],
    );
    const { ok, firstBroken } = await verify();
    expect([ok, firstBroken]).toMatchObject([false, { chain, position: position + 1, reason: 'changed' }]);
  });

  it('names the place of an entry that was removed from the middle', async () => {
    const { id, chain, position } = await middle();
    await tamper('DELETE FROM journal_entry WHERE id = $1', [id]);
    expect(await verify()).toMatchObject({
      ok: false,
      entries: 39,
      firstBroken: { id: null, chain, position, reason: 'missing' },
    });
  });

  it('notices that the last entry of a chain was removed', async () => {
    const [{ chain, position }] = await database.query(
      'SELECT id AS chain, length AS position FROM journal_chain WHERE length > 0 ORDER BY id LIMIT 1',
    );
    await tamper('DELETE FROM journal_entry WHERE chain = $1 AND position = $2', [chain, position]);
    expect((await verify()).firstBroken).toEqual({ id: null, chain, position, reason: 'missing' });
  });

  it('notices that a whole chain was emptied', async () => {
    const { chain } = await middle();
    await tamper('DELETE FROM journal_entry WHERE chain = $1', [chain]);
    expect((await verify()).firstBroken).toEqual({ id: null, chain, position: 1, reason: 'missing' });
  });

  it('names an entry that was slipped in after the end', async () => {
    const { chain } = await middle();
    await tamper(
      `INSERT INTO journal_entry SELECT (r).* FROM (
         SELECT jsonb_populate_record(e, jsonb_build_object('id', $2::uuid, 'position', e.position + 1)) AS r
           FROM journal_entry e WHERE e.chain = $1 ORDER BY e.position DESC LIMIT 1) AS forged`,
      [chain, uuidv7()],
    );
    await tamper(
      `UPDATE journal_entry e SET hash = journal_hash(p.hash, e) FROM journal_entry p, journal_chain c
        WHERE c.id = $1 AND e.chain = c.id AND e.position = c.length + 1 AND p.chain = c.id AND p.position = c.length`,
      [chain],
    );
    expect(await verify()).toMatchObject({ ok: false, firstBroken: { chain, reason: 'added' } });
  });

  it('notices a chain whose recorded end was changed', async () => {
    const { chain } = await middle();
    await tamper("UPDATE journal_chain SET head = '\\x00' WHERE id = $1", [chain]);
    expect(await verify()).toMatchObject({ ok: false, firstBroken: { chain, reason: 'changed' } });
  });
});
