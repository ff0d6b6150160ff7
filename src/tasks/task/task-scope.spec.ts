import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { addPlan } from '../../../test/support/factories';
import { addUnit } from '../../../test/support/people';
import { cloneDatabase } from '../../../test/support/servers';
import { databaseOptions } from '../../platform/database/database';

/** `task_scope` against what it must be: each task under its lead unit and every unit above. */
describe('the scope of tasks, kept for lists', () => {
  let clone: Awaited<ReturnType<typeof cloneDatabase>>;
  let database: DataSource;
  const units: string[] = [];
  let planId: string;

  beforeAll(async () => {
    clone = await cloneDatabase('empty');
    database = await new DataSource(databaseOptions(clone.url, 4)).initialize();
    for (let n = 0; n < 12; n++) units.push(await addUnit(database, `U${n}`, units[(n - 1) >> 1] ?? null));
    planId = await addPlan(database, units[0], { code: 'P' });
  });

  afterAll(async () => {
    await database.destroy();
    await clone.drop();
  });

  const addTasks = (reader: Pick<DataSource, 'query'>, unitIds: string[], due: string | null) =>
    reader.query(
      `INSERT INTO task (id, plan_id, code, title_vi, lead_unit_id, state, due_date, original_due_date, changed_at)
       SELECT id, $1, id::text, 'Việc', unit_id, 'assigned', $2::date, $2::date, now()
         FROM unnest($3::uuid[], $4::uuid[]) AS r(id, unit_id)`,
      [planId, due, unitIds.map(() => uuidv7()), unitIds],
    );

  /** Rows that are missing or too many. */
  async function differences(): Promise<number> {
    const whole = `SELECT a.ancestor_id, coalesce(t.due_date, 'infinity'), t.id FROM task t JOIN unit_ancestor a ON a.unit_id = t.lead_unit_id`;
    const [{ count }]: { count: number }[] = await database.query(
      `SELECT count(*)::int AS count FROM ((${whole} EXCEPT TABLE task_scope) UNION ALL (TABLE task_scope EXCEPT ${whole})) d`,
    );
    return count;
  }

  it('follows tasks that come, move, are put off and go', async () => {
    await addTasks(database, units, '2026-03-01');
    await addTasks(database, units, null);
    const [{ count }] = await database.query('SELECT count(*)::int AS count FROM task_scope');
    expect(count).toBeGreaterThan(2 * units.length);
    expect(await differences()).toBe(0);
    await database.query(
      `UPDATE task SET due_date = '2026-09-30' WHERE lead_unit_id = $1 AND due_date IS NOT NULL`,
      [units[7]],
    );
    await database.query('UPDATE task SET lead_unit_id = $2 WHERE lead_unit_id = $1', [units[8], units[5]]);
    await database.query('DELETE FROM task WHERE lead_unit_id = $1', [units[9]]);
    expect(await differences()).toBe(0);
  });

  it('follows a unit that moves with its subtree', async () => {
    await database.query('UPDATE unit SET parent_id = $2 WHERE id = $1', [units[1], units[6]]);
    expect(await differences()).toBe(0);
    await database.query('UPDATE unit SET parent_id = $2 WHERE id = $1', [units[1], units[0]]);
    expect(await differences()).toBe(0);
  });

  it('overlooks no task that is added while its unit moves', async () => {
    const move = database.createQueryRunner();
    await move.startTransaction();
    await move.query('UPDATE unit SET parent_id = $2 WHERE id = $1', [units[3], units[2]]);
    const adding = addTasks(database, [units[7], units[3]], '2026-05-05');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await move.commitTransaction();
    await move.release();
    await adding;
    expect(await differences()).toBe(0);

    const add = database.createQueryRunner();
    await add.startTransaction();
    await addTasks(add, [units[7], units[3]], '2026-06-06');
    const moving = database.query('UPDATE unit SET parent_id = $2 WHERE id = $1', [units[3], units[1]]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await add.commitTransaction();
    await add.release();
    await moving;
    expect(await differences()).toBe(0);
  });
});
