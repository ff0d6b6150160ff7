import { acceptTask, addPlan, addTask, changeTask } from '../../../test/support/factories';
import type { HttpClient } from '../../../test/support/http-client';
import { addPerson, addUnit } from '../../../test/support/people';
import { openPar, type Par } from '../../../test/support/par';

describe('the status report', () => {
  let par: Par;
  let http: HttpClient;
  let province: string;

  beforeAll(async () => {
    par = await openPar('empty');
    province = await addUnit(par.database, '20');
    await addPerson(par, { username: 'chairman', unitId: province, role: 'leader' });
    http = await par.signIn('chairman');
  });

  afterAll(() => par.close());

  let plans = 0;

  /** A plan of its own for each case, and a function that reads its report on a day. */
  async function plan() {
    const planId = await addPlan(par.database, province, { code: `KH-${++plans}` });
    const task = (code: string, due: string | null, on = '2023-01-10') =>
      addTask(par.database, on, { plan_id: planId, lead_unit_id: province, code, due_date: due });
    const on = async (asOf: string) => (await http.get(`/reports/status?planId=${planId}&asOf=${asOf}`)).body;
    const cellsOn = async (asOf: string) => {
      const { all, doneOnTime, doneLate, inTerm, overdue } = (await on(asOf)).cells;
      return [all, doneOnTime, doneLate, inTerm, overdue];
    };
    return { planId, task, on, cellsOn };
  }

  it('counts a task as in term on its due day and as overdue from the day after', async () => {
    const { task, cellsOn } = await plan();
    await task('1', '2023-04-29');
    expect(await cellsOn('2023-04-29')).toEqual([1, 0, 0, 1, 0]);
    expect(await cellsOn('2023-04-30')).toEqual([1, 0, 0, 0, 1]);
  });

  it('tells done on time from done late by the day of submission, and only once accepted', async () => {
    const { task, cellsOn, on } = await plan();
    await acceptTask(par.database, await task('1', '2023-03-31'), '2023-03-31', '2023-04-20');
    await acceptTask(par.database, await task('2', '2023-03-31'), '2023-04-01', '2023-04-02');
    expect(await cellsOn('2023-03-31')).toEqual([2, 0, 0, 2, 0]);
    expect((await on('2023-03-31')).awaitingAcceptance).toBe(1);
    expect(await cellsOn('2023-04-01')).toEqual([2, 0, 0, 0, 2]);
    expect((await on('2023-04-01')).awaitingAcceptance).toBe(2);
    expect(await cellsOn('2023-04-02')).toEqual([2, 0, 1, 0, 1]);
    expect(await cellsOn('2023-04-20')).toEqual([2, 1, 1, 0, 0]);
    expect((await on('2023-04-20')).awaitingAcceptance).toBe(0);
  });

  it('keeps a task without a due date in term until it is done, and then on time', async () => {
    const { task, cellsOn } = await plan();
    const id = await task('1', null);
    await acceptTask(par.database, id, '2023-11-01', '2023-11-02');
    expect(await cellsOn('2023-11-01')).toEqual([1, 0, 0, 1, 0]);
    expect(await cellsOn('2023-11-02')).toEqual([1, 1, 0, 0, 0]);
  });

  it('moves a task by an extension from the day it was granted, not before', async () => {
    const { task, cellsOn } = await plan();
    const id = await task('1', '2023-05-31');
    await changeTask(par.database, id, '2023-06-10', { due_date: '2023-07-31' });
    expect(await cellsOn('2023-06-09')).toEqual([1, 0, 0, 0, 1]);
    expect(await cellsOn('2023-06-10')).toEqual([1, 0, 0, 1, 0]);
    expect(await cellsOn('2023-08-01')).toEqual([1, 0, 0, 0, 1]);
  });

  it('counts a returned task as open again', async () => {
    const { task, cellsOn, on } = await plan();
    const id = await task('1', '2023-05-31');
    await changeTask(par.database, id, '2023-05-20', { state: 'submitted', submitted_on: '2023-05-20' });
    await changeTask(par.database, id, '2023-06-05', { state: 'returned' });
    expect([await cellsOn('2023-06-05'), (await on('2023-06-05')).awaitingAcceptance]).toEqual([
      [1, 0, 0, 0, 1],
      0,
    ]);
  });

  it('counts neither drafts nor cancelled tasks, nor tasks before they were assigned', async () => {
    const { task, cellsOn, planId } = await plan();
    await addTask(par.database, '2023-01-10', {
      plan_id: planId,
      lead_unit_id: province,
      code: 'd',
      state: 'draft',
    });
    await changeTask(par.database, await task('1', '2023-03-31'), '2023-04-15', { state: 'cancelled' });
    expect(await cellsOn('2023-01-09')).toEqual([0, 0, 0, 0, 0]);
    expect(await cellsOn('2023-04-14')).toEqual([1, 0, 0, 0, 1]);
    expect(await cellsOn('2023-04-15')).toEqual([0, 0, 0, 0, 0]);
  });

  it('prints every rate with its denominator, to two decimals half up, and none without one', async () => {
    const { task, on } = await plan();
    for (const code of ['1', '2'])
      await acceptTask(par.database, await task(code, '2023-03-31'), '2023-03-30', '2023-03-30');
    await task('3', '2023-03-31');
    for (const code of ['4', '5', '6']) await task(code, '2023-12-31');
    const none = { value: null, numerator: 0, denominator: 0 };
    expect((await on('2023-01-01')).rates).toEqual({
      completionOfDue: none,
      completionOfAll: none,
      onTimeOfDone: none,
    });
    expect((await on('2023-04-01')).rates).toEqual({
      completionOfDue: { value: 66.67, numerator: 2, denominator: 3 },
      completionOfAll: { value: 33.33, numerator: 2, denominator: 6 },
      onTimeOfDone: { value: 100, numerator: 2, denominator: 2 },
    });
  });

  it('speaks of today when no day is asked for', async () => {
    par.clock.set('2023-09-15');
    expect((await http.get('/reports/status')).body.asOf).toBe('2023-09-15');
  });
});
