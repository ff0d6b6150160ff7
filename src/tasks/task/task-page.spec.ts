import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { addPlan } from '../../../test/support/factories';
import { addUnit } from '../../../test/support/people';
import { cloneDatabase } from '../../../test/support/servers';
import type { Actor, Grant } from '../../platform/access/actor';
import { databaseOptions } from '../../platform/database/database';
import { encodeCursor } from '../../platform/http/cursor';
import { listTasks } from './task-page';
import { taskConditions } from './task.queries';
import { TaskSearch, type TaskSort } from './task.requests';

const TODAY = '2026-06-30';

/** More tasks than a walk looks at, so that both ways of finding a page are gone. */
describe('a page of the list of tasks', () => {
  let clone: Awaited<ReturnType<typeof cloneDatabase>>;
  let database: DataSource;
  let [top, left, right, leftChild]: string[] = [];
  let plans: string[];

  beforeAll(async () => {
    clone = await cloneDatabase('empty');
    database = await new DataSource(databaseOptions(clone.url, 4)).initialize();
    top = await addUnit(database, 'TOP');
    [left, right] = [await addUnit(database, 'L', top), await addUnit(database, 'R', top)];
    leftChild = await addUnit(database, 'LC', left);
    plans = [await addPlan(database, top, { code: 'P1' }), await addPlan(database, top, { code: 'P2' })];
    await database.query(
      `INSERT INTO task (id, plan_id, code, title_vi, lead_unit_id, state, due_date, original_due_date, submitted_on, changed_at)
       SELECT gen_random_uuid(), ($1::uuid[])[1 + n % 2], 'T' || n, (ARRAY['Đề án ', 'Dự án ', 'Báo cáo '])[1 + n % 3] || n % 700, ($2::uuid[])[1 + n % 4],
              CASE WHEN n > 4980 THEN 'returned' WHEN n % 50 = 0 THEN 'draft' WHEN n % 3 = 0 THEN 'accepted' ELSE 'assigned' END,
              due, due, CASE WHEN n % 3 = 0 THEN date '2025-09-01' END, now()
         FROM generate_series(1, 5000) n, LATERAL (SELECT CASE WHEN n % 40 > 0 THEN date '2025-01-01' + n / 7 END AS due) d`,
      [plans, [top, left, right, leftChild]],
    );
    await database.query('ANALYZE');
  });

  afterAll(async () => {
    await database.destroy();
    await clone.drop();
  });

  const actor = (...grants: Grant[]): Actor => ({ userId: uuidv7(), name: 'Người đọc', unitId: top, grants });
  const search = (filter: Partial<TaskSearch>, sort: TaskSort = 'due') =>
    Object.assign(new TaskSearch(), { sort, ...filter });

  const order: Record<TaskSort, string> = {
    due: `coalesce(t.due_date, 'infinity'), t.id`,
    '-due': `coalesce(t.due_date, 'infinity') DESC, t.id DESC`,
    code: 't.code, t.id',
    title: 't.title_vi COLLATE vietnamese, t.id',
  };

  /** The whole list by the plainest statement there is. */
  async function expected(reader: Actor, wanted: TaskSearch): Promise<string[]> {
    const values: unknown[] = [TODAY];
    const conditions = taskConditions(reader, wanted, values);
    const rows: { id: string }[] = await database.query(
      `SELECT t.id FROM task t WHERE $1::date IS NOT NULL AND ${conditions.join(' AND ')} ORDER BY ${order[wanted.sort]}`,
      values,
    );
    return rows.map(({ id }) => id);
  }

  async function paged(reader: Actor, wanted: TaskSearch, most = Infinity): Promise<string[]> {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const rows = await listTasks(database, reader, Object.assign(search({}), wanted, { cursor }), TODAY);
      const page = rows.slice(0, wanted.limit);
      seen.push(...page.map(({ id }) => id));
      const last = page.at(-1);
      cursor = rows.length > wanted.limit ? encodeCursor([last?.sortKey, last?.id]) : undefined;
    } while (cursor && seen.length < most);
    return seen;
  }

  const committee = () => actor({ role: 'committee', unitId: top });
  const officer = () => actor({ role: 'officer', unitId: left });
  /** Two grants, one inside the other, and one beside them. */
  const twice = () =>
    actor(
      { role: 'officer', unitId: left },
      { role: 'committee', unitId: leftChild },
      { role: 'auditor', unitId: right },
    );

  it.each(['due', '-due', 'code', 'title'] as const)(
    'holds by %s what a plain statement gives, whoever asks',
    async (sort) => {
      for (const reader of [committee(), officer(), twice()]) {
        const wanted = search({ limit: 200 }, sort);
        expect(await paged(reader, wanted)).toEqual(await expected(reader, wanted));
      }
      expect(await paged(actor(), search({}, sort))).toEqual([]);
    },
  );
});
