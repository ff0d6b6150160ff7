import { acceptTask, addEdition, addNode, addPlan, addTask, linkTask } from '../../../test/support/factories';
import type { HttpClient } from '../../../test/support/http-client';
import { addPerson, addUnit } from '../../../test/support/people';
import { openPar, type Par } from '../../../test/support/par';
import { momentOf } from '../../platform/clock/day';
import { Stakes } from '../../reminders/reminders.api';
import { WriteReviews } from '../../reminders/digest/write-reviews';
import type { WeeklyContent } from '../../reminders/digest/weekly-content';

/** A Monday. */
const DAY = '2030-03-04';

describe('the weekly review of a leader', () => {
  let par: Par;
  let leader: HttpClient;
  let people: Record<string, string>;
  let plan: string;
  let tasks: Record<string, string>;

  beforeEach(async () => {
    par = await openPar('empty');
    const { database } = par;
    await database.query(
      `INSERT INTO calendar_year (year, version, effective_from, provisional, days) SELECT y, 1, '1990-01-01', false, '[]' FROM unnest('{2029,2030}'::int[]) AS y`,
    );
    const province = await addUnit(database, 'T');
    const [a, b] = [await addUnit(database, 'A', province), await addUnit(database, 'B', province)];
    people = {
      leader: await addPerson(par, { username: 'leader', unitId: province, role: 'leader' }),
      deputy: await addPerson(par, { username: 'deputy', unitId: a, role: 'leader' }),
      officer: await addPerson(par, { username: 'officer', unitId: a, role: 'officer' }),
    };
    await database.query(`UPDATE app_user SET email = username || '@example.test'`);
    leader = await par.signIn('leader');
    const edition = await addEdition(database, 2030);
    const component = await addNode(database, edition, {
      code: '1.1.1',
      max_points: 2,
      source: 'linked_tasks',
      task_scope: 'linked',
      task_measure: 'done',
      rule: { type: 'pro_rata', floor: 0 },
    });
    plan = await addPlan(database, province, { code: 'P', issued_on: '2030-01-01', edition_id: edition });
    const add = (code: string, unit: string, due: string | null, on = '2030-01-02', plan_id = plan) =>
      addTask(database, on, { plan_id, lead_unit_id: unit, code, due_date: due });
    tasks = {
      old: await add('OLD', a, '2030-02-01'),
      late: await add('LATE', b, '2030-02-27'),
      open: await add('OPEN', a, '2030-12-02'),
      done: await add('DONE', a, '2030-03-20'),
      doneBefore: await add('DONE-BEFORE', b, '2030-02-10'),
      waits: await add('WAITS', b, '2030-03-20'),
      standing: await add('STANDING', b, null),
    };
    await acceptTask(database, tasks.done, '2030-02-28', '2030-03-01');
    await acceptTask(database, tasks.doneBefore, '2030-02-08', '2030-02-09');
    await linkTask(database, tasks.late, component, '2030-01-02');
    await linkTask(database, tasks.open, component, '2030-01-02');
    await database.query(
      `INSERT INTO extension (id, task_id, at, reason, due_date_before, requested_due_date) VALUES (gen_random_uuid(), $1, '2030-02-20 03:00Z', 'x', '2030-03-20', '2030-04-20')`,
      [tasks.waits],
    );
    const other = await addPlan(database, province, { code: 'CLOSED', issued_on: '2029-01-01' });
    await add('ANOTHER-YEAR', a, '2029-05-01', '2029-01-02', other);
    await database.query(`UPDATE plan SET closed_on = '2029-12-31' WHERE id = $1`, [other]);
  });
  afterEach(() => par.close());

  const write = (day = DAY, hour = 9) =>
    par.app.get(WriteReviews, { strict: false }).write({ asOf: momentOf(day, hour).toISOString() });
  const reviews = (username: string): Promise<{ day: string; content: WeeklyContent }[]> =>
    par.database.query(
      `SELECT day, content FROM digest WHERE recipient_id = $1 AND kind = 'weekly' ORDER BY day`,
      [people[username]],
    );
  const codes = (list: { tasks: { code: string }[] }) => list.tasks.map(({ code }) => code);

  it('has the figures that the reports show to the same reader, of today and of a week ago', async () => {
    await write();
    const [{ content }] = await reviews('leader');
    for (const [figures, asOf] of [
      [content.now, DAY],
      [content.then, '2030-02-25'],
    ] as const) {
      const { body } = await leader.get(`/reports/status?year=2030&asOf=${asOf}`);
      expect(figures).toEqual({ cells: body.cells, rates: body.rates });
    }
    expect(content.now.cells).toEqual({ all: 7, doneOnTime: 2, doneLate: 0, inTerm: 3, overdue: 2 });
    const { body: report } = await leader.get(`/reports/overdue?year=2030&asOf=${DAY}`);
    expect(content.overdue.tasks.map(({ code, points }) => [code, points])).toEqual(
      report.items.map((item: any) => [item.task.code, item.pointsAtStake]),
    );
    expect(content.overdue.tasks[0]).toMatchObject({
      code: 'LATE',
      points: 1,
      distance: { calendar: -5, working: -3 },
    });
  });

  it('says what became overdue, what was done, who is to be called and what waits', async () => {
    await write();
    const [{ content }] = await reviews('leader');
    expect([codes(content.becameOverdue), codes(content.done)]).toEqual([['LATE'], ['DONE']]);
    expect(content.done.tasks[0].cell).toBe('doneOnTime');
    expect(content.calls.map(({ unit, overdue, points }) => [unit.vi, overdue, points])).toEqual([
      ['Đơn vị B', 1, 1],
      ['Đơn vị A', 1, 0],
    ]);
    expect([content.submissions.count, codes(content.extensions)]).toEqual([0, ['WAITS']]);
    expect(content.extensions.tasks[0].since).toBe('2030-02-20');
    expect([content.years, content.scope]).toEqual([[2030], [{ vi: 'Đơn vị T', en: 'Unit T' }]]);
  });

  it('keeps to the scope of its reader, who sees no points of a plan that others issued', async () => {
    await write();
    const [{ content }] = await reviews('deputy');
    expect([content.now.cells.all, codes(content.overdue), content.overdue.tasks[0].points]).toEqual([
      3,
      ['OLD'],
      null,
    ]);
    expect(await reviews('officer')).toEqual([]);
  });

  it('adds up the years of which a plan is still open', async () => {
    await par.database.query('UPDATE plan SET closed_on = NULL');
    await write();
    const [{ content }] = await reviews('leader');
    expect([content.years, content.now.cells.all, codes(content.overdue)]).toEqual([
      [2029, 2030],
      8,
      ['LATE', 'OLD', 'ANOTHER-YEAR'],
    ]);
  });

  it('is written once a week, by however many at once, from the hour its reader chose', async () => {
    await write(DAY, 7);
    expect(await reviews('leader')).toEqual([]);
    await Promise.all([write(), write(), write()]);
    await write('2030-03-07');
    expect((await reviews('leader')).map(({ day }) => day)).toEqual([DAY]);
    const letters = await par.database.query('SELECT recipient_id FROM delivery');
    expect(letters).toHaveLength(2);
    await write('2030-03-11');
    expect((await reviews('leader')).map(({ day }) => day)).toEqual([DAY, '2030-03-11']);
  });

  it('comes on the first working day of a week, later if nobody could write it then, and not in a week that is off', async () => {
    const off = ['2030-03-04', ...['11', '12', '13', '14', '15'].map((day) => `2030-03-${day}`)];
    await par.database.query('UPDATE calendar_year SET days = $1 WHERE year = 2030', [
      JSON.stringify(off.map((date) => ({ date, kind: 'holiday', nameVi: 'Nghỉ', nameEn: 'Off' }))),
    ]);
    await write(DAY);
    expect(await reviews('leader')).toEqual([]);
    await write('2030-03-07');
    const [{ day, content }] = await reviews('leader');
    expect([day, content.day]).toEqual(['2030-03-05', '2030-03-07']);
    await write('2030-03-13');
    expect(await reviews('leader')).toHaveLength(1);
  });

  it('is not written to who wants none, nor where no plan is open', async () => {
    await par.database.query('INSERT INTO telling_preference (user_id, weekly_review) VALUES ($1, false)', [
      people.leader,
    ]);
    await write();
    expect([await reviews('leader'), (await reviews('deputy')).length]).toEqual([[], 1]);
    await par.database.query(`UPDATE plan SET closed_on = '2030-03-08'`);
    await write('2030-03-11');
    expect(await reviews('deputy')).toHaveLength(1);
  });

  it('orders by the same points at stake that the digests of a day are ordered by', async () => {
    const stakeOf = await par.app.get(Stakes, { strict: false }).ofOpenTasks(DAY);
    const { body } = await leader.get(`/reports/overdue?year=2030&asOf=${DAY}`);
    for (const item of body.items) expect(stakeOf(item.task.id)).toBe(item.pointsAtStake);
    expect(stakeOf(tasks.late)).toBe(1);
    await par.database.query(`UPDATE plan SET closed_on = '2030-03-01'`);
    const ofNothing = await par.app.get(Stakes, { strict: false }).ofOpenTasks(DAY);
    expect(ofNothing(tasks.late)).toBeNull();
  });
});
