import * as fc from 'fast-check';
import { addPlan, addTask, changeTask } from '../../test/support/factories';
import type { HttpClient } from '../../test/support/http-client';
import { addPerson, addUnit } from '../../test/support/people';
import { openPar, type Par } from '../../test/support/par';
import { addDays } from '../platform/clock/day';

const names = ['all', 'doneOnTime', 'doneLate', 'inTerm', 'overdue'] as const;
type Cells = Record<(typeof names)[number], number>;

/** What may befall a task, some days after what was before. */
const event = fc.record({
  after: fc.integer({ min: 1, max: 40 }),
  kind: fc.constantFrom('submitted', 'accepted', 'returned', 'cancelled', 'extended', 'handed over'),
  unit: fc.nat(2),
});

interface History {
  on: number;
  due: number | null;
  unit: number;
  person: number | null;
  events: { after: number; kind: string; unit: number }[];
}

const history: fc.Arbitrary<History> = fc.record({
  on: fc.nat(60),
  due: fc.option(fc.integer({ min: 1, max: 150 })),
  unit: fc.nat(2),
  person: fc.option(fc.nat(2)),
  events: fc.array(event, { maxLength: 4 }),
});

describe('whatever happened to the tasks of a plan', () => {
  let par: Par;
  let http: HttpClient;
  const units: string[] = [];
  const people: string[] = [];
  let plans = 0;

  beforeAll(async () => {
    par = await openPar('empty');
    const province = await addUnit(par.database, '20');
    await addPerson(par, { username: 'leader', unitId: province, role: 'leader' });
    for (const code of ['A', 'B', 'C']) units.push(await addUnit(par.database, code, province));
    for (const unitId of units)
      people.push(await addPerson(par, { username: `officer-${unitId.slice(-12)}`, unitId }));
    http = await par.signIn('leader');
  });

  afterAll(() => par.close());

  const start = '2023-01-01';

  async function live(planId: string, code: string, task: History) {
    let day = addDays(start, task.on);
    const due = task.due === null ? null : addDays(start, task.due);
    const id = await addTask(par.database, day, {
      plan_id: planId,
      lead_unit_id: units[task.unit],
      code,
      due_date: due,
      responsible_id: task.person === null ? null : people[task.person],
    });
    for (const { after, kind, unit } of task.events) {
      day = addDays(day, after);
      if (kind === 'extended') {
        if (due !== null) await changeTask(par.database, id, day, { due_date: addDays(day, 30) });
      } else if (kind === 'handed over')
        await changeTask(par.database, id, day, { lead_unit_id: units[unit] });
      else await changeTask(par.database, id, day, { state: kind, submitted_on: day });
    }
  }

  it('the sums over units and over people equal the status on every day', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(history, { minLength: 1, maxLength: 6 }),
        fc.nat(260),
        async (tasks, days) => {
          const planId = await addPlan(par.database, units[0], { code: `P-${++plans}` });
          for (const [n, task] of tasks.entries()) await live(planId, String(n), task);
          const query = `planId=${planId}&asOf=${addDays(start, days)}`;
          const status = (await http.get(`/reports/status?${query}`)).body;
          const cells: Cells = status.cells;
          for (const judged of [cells, status.byOriginalDueDate.cells as Cells])
            expect(cells.all).toBe(judged.doneOnTime + judged.doneLate + judged.inTerm + judged.overdue);
          for (const report of ['units', 'people']) {
            const { items, total } = (await http.get(`/reports/${report}?${query}`)).body;
            expect(total.cells).toEqual(cells);
            for (const name of names) {
              const sum = items.reduce((all: number, item: { cells: Cells }) => all + item.cells[name], 0);
              expect([report, name, sum]).toEqual([report, name, cells[name]]);
            }
          }
          expect((await http.get(`/reports/overdue?${query}`)).body.count).toBe(cells.overdue);
        },
      ),
      { numRuns: 25 },
    );
  });
});
