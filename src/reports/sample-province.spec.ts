import { componentsLost, handCells, handCount, type HandCells } from '../../test/support/hand-count-2023';
import type { HttpClient } from '../../test/support/http-client';
import { openPar, type Par } from '../../test/support/par';

const days = ['2022-12-28', '2023-03-31', '2023-06-30', '2023-09-15', '2023-12-31', '2024-01-31'];

/** Two decimals half up, by hand. */
const percent = (part: number, whole: number) =>
  whole === 0 ? null : Number((Math.round((part / whole) * 1e4) / 100).toFixed(2));

const rate = (numerator: number, denominator: number) => ({
  value: percent(numerator, denominator),
  numerator,
  denominator,
});

function handRates({ all, doneOnTime, doneLate, overdue }: HandCells) {
  const done = doneOnTime + doneLate;
  return {
    completionOfDue: rate(done, done + overdue),
    completionOfAll: rate(done, all),
    onTimeOfDone: rate(doneOnTime, done),
  };
}

describe('the reports on the sample province', () => {
  let par: Par;
  let http: HttpClient;
  let planId: string;

  beforeAll(async () => {
    par = await openPar('sample');
    http = await par.signIn('leader');
    [{ id: planId }] = await par.database.query("SELECT id FROM plan WHERE code = 'KH-2023'");
  });

  afterAll(() => par.close());

  describe.each(days)('agree with a count by hand as of %s', (day) => {
    const tasks = handCount(day);

    const report = async (name: string) => {
      const answer = await http.get(`/reports/${name}?planId=${planId}&asOf=${day}`);
      expect([answer.status, answer.text.slice(0, 200)]).toMatchObject([200, expect.anything()]);
      return answer.body;
    };

    it('status: the four cells, the rates and what awaits acceptance', async () => {
      const cells = handCells(tasks);
      const byOriginal = handCells(tasks, 'originalCell');
      expect(await report('status')).toEqual({
        asOf: day,
        cells,
        rates: handRates(cells),
        byOriginalDueDate: { cells: byOriginal, rates: handRates(byOriginal) },
        illustrative: true,
        awaitingAcceptance: tasks.filter(({ awaiting }) => awaiting).length,
      });
    });

    it('units: the cells of each lead unit, adding up to the status', async () => {
      const { items, total } = await report('units');
      const expected = [...new Set(tasks.map(({ unitCode }) => unitCode))].sort().map((code) => ({
        code,
        cells: handCells(tasks.filter(({ unitCode }) => unitCode === code)),
      }));
      const found = items.map(({ unit, cells }: { unit: { code: string }; cells: object }) => ({
        code: unit.code,
        cells,
      }));
      expect(found.sort((a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1))).toEqual(
        expected,
      );
      expect(total.cells).toEqual(handCells(tasks));
    });

    it('components: the cells of each of the 88, a task counted once for every component it names', async () => {
      const { items, total } = await report('components');
      const lost = componentsLost();
      expect(items).toHaveLength(88);
      for (const { component, cells, lostPoints } of items) {
        const linked = tasks.filter(({ componentCodes }) => componentCodes.includes(component.code));
        expect([component.code, cells, lostPoints]).toEqual([
          component.code,
          handCells(linked),
          Math.floor((lost.get(component.code)! + 50) / 100) / 100,
        ]);
      }
      expect(total).toMatchObject({
        cells: handCells(tasks),
        distinctTasks: tasks.filter(({ componentCodes }) => componentCodes.length > 0).length,
        links: tasks.reduce((sum, { componentCodes }) => sum + componentCodes.length, 0),
        withoutComponent: tasks.filter(({ componentCodes }) => componentCodes.length === 0).length,
        lostPoints: 18.55,
      });
    });

    it('gaps: components that lost points without a task, and tasks without a component', async () => {
      const { lostWithoutTask, tasksWithoutComponent } = await report('gaps');
      const named = new Set(tasks.flatMap(({ componentCodes }) => componentCodes));
      const gaps = [...componentsLost()].filter(([code, lost]) => lost > 0 && !named.has(code));
      const codesOf = (list: { component: { code: string } }[]) =>
        list.map(({ component }) => component.code).sort();
      expect(codesOf(lostWithoutTask)).toEqual(gaps.map(([code]) => code).sort());
      const unlinked = tasks
        .filter(({ componentCodes }) => componentCodes.length === 0)
        .map(({ code }) => code);
      expect(tasksWithoutComponent.map(({ code }: { code: string }) => code)).toEqual(unlinked);
      if (day >= '2023-06-30') {
        expect(codesOf(lostWithoutTask)).toEqual(['2.2.2', '3.2.3', '4.3.2', '6.2.2', '7.2.4', '8.2.2']);
      }
      if (day < '2023-03-31') return;
      const cancelled = day >= '2023-06-15' ? ['2023-027'] : [];
      expect([...unlinked, ...cancelled].sort()).toEqual(['2023-026', '2023-027', '2023-028', '2023-029']);
    });

    it('overdue: exactly the overdue tasks, most points at stake first', async () => {
      const { items } = await report('overdue');
      const overdue = tasks.filter(({ cell }) => cell === 'overdue');
      const codes: string[] = items.map(({ task }: { task: { code: string } }) => task.code);
      expect([...codes].sort()).toEqual(overdue.map(({ code }) => code));
      for (const { task, daysLate } of items) {
        const late =
          (Date.parse(day) - Date.parse(overdue.find(({ code }) => code === task.code)!.due!)) / 86_400_000;
        expect([task.code, daysLate.calendar]).toEqual([task.code, late]);
        expect(daysLate.working).toBeLessThanOrEqual(late);
      }
      const stakes = items.map(({ pointsAtStake }: { pointsAtStake: number }) => pointsAtStake);
      expect(stakes).toEqual([...stakes].sort((a, b) => b - a));
    });

    it('people and forecast: people add up to the status, the band is in order', async () => {
      const { items, total } = await report('people');
      const sum = items.reduce((all: number, { cells }: { cells: { all: number } }) => all + cells.all, 0);
      expect([sum, total.cells]).toEqual([tasks.length, handCells(tasks)]);
      const { low, likely, high, surveyPoints, fields } = await report('forecast');
      expect([low <= likely, likely <= high, high <= 68, surveyPoints]).toEqual([true, true, true, 32]);
      expect(fields).toHaveLength(8);
    });
  });

  it('counts working days late without weekends and without the holidays of 1 and 4 September 2023', async () => {
    const { body } = await http.get(`/reports/overdue?asOf=2023-09-15&planId=${planId}`);
    const late = body.items.find(({ task }: { task: { code: string } }) => task.code === '2023-021');
    expect([late.task.dueDate, late.daysLate]).toEqual(['2023-06-30', { calendar: 77, working: 53 }]);
  });

  it('without a plan the points are of the latest year that has one by the day', async () => {
    for (const [day, code] of [
      ['2023-06-30', 'KH-2023'],
      ['2026-11-23', 'KH-2026'],
    ]) {
      const [{ id }] = await par.database.query('SELECT id FROM plan WHERE code = $1', [code]);
      const [named, unnamed] = await Promise.all([
        http.get(`/reports/forecast?asOf=${day}&planId=${id}`),
        http.get(`/reports/forecast?asOf=${day}`),
      ]);
      expect(unnamed.body).toEqual(named.body);
      expect(unnamed.body.high).toBeGreaterThan(0);
    }
  });
});
