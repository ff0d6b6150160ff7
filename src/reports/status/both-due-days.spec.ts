import { parse } from 'csv-parse/sync';
import { acceptTask, addPlan, addTask, changeTask } from '../../../test/support/factories';
import type { HttpClient } from '../../../test/support/http-client';
import { addPerson, addUnit } from '../../../test/support/people';
import { openPar, type Par } from '../../../test/support/par';

/** An extension may not hide what was late by the day first set: both judgements stand side by side. */
describe('on time by the present and by the original due date', () => {
  let par: Par;
  let http: HttpClient;
  let planId: string;

  beforeAll(async () => {
    par = await openPar('empty');
    const province = await addUnit(par.database, '20');
    await addPerson(par, { username: 'chairman', unitId: province, role: 'leader' });
    http = await par.signIn('chairman');
    planId = await addPlan(par.database, province, { code: 'KH-1' });
    const task = (code: string, due: string | null) =>
      addTask(par.database, '2023-01-10', { plan_id: planId, lead_unit_id: province, code, due_date: due });
    // Extended twice and done between the days; done before both; extended and still open; never extended; without a day.
    const late = await task('1', '2023-03-31');
    await changeTask(par.database, late, '2023-03-20', { due_date: '2023-04-30' });
    await changeTask(par.database, late, '2023-04-20', { due_date: '2023-06-30' });
    await acceptTask(par.database, late, '2023-06-15', '2023-06-20');
    const early = await task('2', '2023-03-31');
    await changeTask(par.database, early, '2023-03-01', { due_date: '2023-05-31' });
    await acceptTask(par.database, early, '2023-03-31', '2023-04-05');
    await changeTask(par.database, await task('3', '2023-03-31'), '2023-04-10', { due_date: '2023-12-31' });
    await task('4', '2023-05-31');
    await task('5', null);
    par.clock.set('2023-07-01');
  });

  afterAll(() => par.close());

  const status = async (asOf: string, format = '') =>
    http.get(`/reports/status?planId=${planId}&asOf=${asOf}${format}`);
  const both = async (asOf: string) => {
    const { cells, byOriginalDueDate } = (await status(asOf)).body;
    return [cells, byOriginalDueDate.cells].map((c) => [
      c.all,
      c.doneOnTime,
      c.doneLate,
      c.inTerm,
      c.overdue,
    ]);
  };

  it.each([
    ['2023-03-31', [5, 0, 0, 5, 0], [5, 0, 0, 5, 0]],
    ['2023-04-01', [5, 0, 0, 4, 1], [5, 0, 0, 2, 3]],
    ['2023-04-10', [5, 1, 0, 4, 0], [5, 1, 0, 2, 2]],
    ['2023-06-01', [5, 1, 0, 3, 1], [5, 1, 0, 1, 3]],
    ['2023-06-20', [5, 2, 0, 2, 1], [5, 1, 1, 1, 2]],
  ])('as of %s', async (asOf, byPresent, byOriginal) => {
    expect(await both(asOf)).toEqual([byPresent, byOriginal]);
  });

  it('each has its rates, and their denominators reconcile', async () => {
    const { rates, byOriginalDueDate } = (await status('2023-06-20')).body;
    expect(rates.onTimeOfDone).toEqual({ value: 100, numerator: 2, denominator: 2 });
    expect(byOriginalDueDate.rates).toEqual({
      completionOfDue: { value: 50, numerator: 2, denominator: 4 },
      completionOfAll: { value: 40, numerator: 2, denominator: 5 },
      onTimeOfDone: { value: 50, numerator: 1, denominator: 2 },
    });
    expect(byOriginalDueDate.rates.completionOfAll).toEqual(rates.completionOfAll);
  });

  it('both are in the table, under their own names', async () => {
    const { text } = await status('2023-06-20', '&format=csv');
    const [row]: Record<string, string>[] = parse(text, { columns: true, bom: true });
    const value = (name: string) => row[name];
    expect(value('Hoàn thành đúng hạn')).toBe('2');
    expect(value('Hoàn thành đúng hạn (theo thời hạn gốc)')).toBe('1');
    expect(value('Tổng số nhiệm vụ (theo thời hạn gốc)')).toBe('5');
    expect(value('Đúng hạn trên số đã hoàn thành (%) (theo thời hạn gốc)')).toBe('50');
  });

  it('each task in a list carries both, and the lists add up to the report', async () => {
    const { items } = (await http.get(`/tasks?planId=${planId}&sort=code`)).body;
    expect(
      items.map((item: Record<string, string>) => [item.code, item.cell, item.cellByOriginalDueDate]),
    ).toEqual([
      ['1', 'doneOnTime', 'doneLate'],
      ['2', 'doneOnTime', 'doneOnTime'],
      ['3', 'inTerm', 'overdue'],
      ['4', 'overdue', 'overdue'],
      ['5', 'inTerm', 'inTerm'],
    ]);
    const { byOriginalDueDate } = (await status('2023-07-01')).body;
    for (const cell of ['doneOnTime', 'doneLate', 'inTerm', 'overdue'])
      expect(byOriginalDueDate.cells[cell]).toBe(
        items.filter((item: Record<string, string>) => item.cellByOriginalDueDate === cell).length,
      );
  });
});
