import { uuidv7 } from 'uuidv7';
import {
  acceptTask,
  addEdition,
  addNode,
  addPlan,
  addTask,
  linkTask,
  type NodeColumns,
} from '../../test/support/factories';
import type { HttpClient } from '../../test/support/http-client';
import { addPerson, addUnit } from '../../test/support/people';
import { openPar, type Par } from '../../test/support/par';

const noTask = { all: 0, doneOnTime: 0, doneLate: 0, inTerm: 0, overdue: 0 };

describe('the reports that join tasks to points', () => {
  let par: Par;
  let leader: HttpClient;
  let planId: string;
  const components: Record<string, string> = {};
  const asOf = '2023-06-30';

  beforeAll(async () => {
    par = await openPar('empty');
    const { database } = par;
    const province = await addUnit(database, '20');
    await addPerson(par, { username: 'leader', unitId: province, role: 'leader' });
    leader = await par.signIn('leader');
    const edition = await addEdition(database, 2023);
    planId = await addPlan(database, province, { code: 'KH', edition_id: edition });
    const field = await addNode(database, edition, { code: '1', level: 'field', max_points: 10 });
    const parent = await addNode(database, edition, {
      code: '1.1',
      level: 'criterion',
      parent_id: field,
      max_points: 10,
    });
    const component = async (columns: NodeColumns) => {
      components[columns.code] = await addNode(database, edition, { parent_id: parent, ...columns });
    };
    const linked = { source: 'linked_tasks', task_scope: 'linked', task_measure: 'done' };
    await component({
      code: '1.1.1',
      max_points: 1,
      baseline_score: 0.5,
      rule: { type: 'pro_rata', floor: 0 },
      ...linked,
    });
    await component({
      code: '1.1.2',
      max_points: 1,
      rule: { type: 'late_penalty', lateShare: 0.5 },
      ...linked,
    });
    await component({ code: '1.1.3', max_points: 2, baseline_score: 1, rule: { type: 'binary' }, ...linked });
    await component({
      code: '1.1.4',
      max_points: 1,
      baseline_score: 0.5,
      rule: { type: 'manual' },
      source: 'reported_value',
    });
    await component({
      code: '1.1.10',
      max_points: 2,
      baseline_score: 1.5,
      rule: { type: 'manual' },
      source: 'reported_value',
    });
    await component({ code: '1.1.9', max_points: 3, rule: { type: 'survey_percent' }, source: 'survey' });
    const task = async (code: string, due: string, ...codes: string[]) => {
      const id = await addTask(database, '2023-01-10', {
        plan_id: planId,
        lead_unit_id: province,
        code,
        due_date: due,
      });
      for (const each of codes) await linkTask(database, id, components[each], '2023-01-10');
      return id;
    };
    await acceptTask(
      database,
      await task('done', '2023-03-31', '1.1.1', '1.1.4'),
      '2023-03-30',
      '2023-03-31',
    );
    await task('open-1', '2023-12-31', '1.1.1');
    await task('open-2', '2023-12-31', '1.1.1');
    await task('late', '2023-06-20', '1.1.1', '1.1.2');
    await task('later', '2023-06-01');
    await task('unlinked', '2023-12-31');
    await database.query(
      `INSERT INTO component_value (id, component_id, value, reported_on, entered_at)
       VALUES ($1, $3, 0.5, '2023-05-01', '2023-05-01T09:00+07'), ($2, $3, 1, '2023-07-01', '2023-07-01T09:00+07')`,
      [uuidv7(), uuidv7(), components['1.1.4']],
    );
  });

  afterAll(() => par.close());

  const read = async (name: string, day = asOf) =>
    (await leader.get(`/reports/${name}?planId=${planId}&asOf=${day}`)).body;

  it('shows every component in the order of its code, with cells, lost points and the band', async () => {
    const { items, edition } = await read('components');
    expect(edition).toMatchObject({ indexCode: 'TEST_INDEX', year: 2023, complete: true, missing: [] });
    const shown = items.map(
      ({ component, cells, lostPoints, points, forecast, pointsAtStake }: Record<string, never>) => [
        (component as { code: string }).code,
        Object.values(cells),
        lostPoints,
        points,
        Object.values(forecast),
        pointsAtStake,
      ],
    );
    expect(shown).toEqual([
      ['1.1.1', [4, 1, 0, 2, 1], 0.5, 0.25, [0.25, 0.75, 1], 0.75],
      ['1.1.2', [1, 0, 0, 0, 1], null, 0, [0, 0, 0.5], 0.5],
      ['1.1.3', Object.values(noTask), 1, null, [null, null, null], null],
      ['1.1.4', [1, 1, 0, 0, 0], 0.5, 0.5, [0.5, 0.5, 0.5], 0],
      ['1.1.9', Object.values(noTask), null, null, [null, null, null], 0],
      ['1.1.10', Object.values(noTask), 0.5, null, [0, 1.5, 2], 0],
    ]);
  });

  it('says how tasks and links reconcile', async () => {
    const { total, notes } = await read('components');
    expect(total).toMatchObject({ distinctTasks: 4, links: 6, withoutComponent: 2, cells: { all: 6 } });
    expect(notes[0].vi).toContain('một lần cho mỗi tiêu chí thành phần');
  });

  it('orders what is overdue by the points it holds over all its components, not by how late it is', async () => {
    const { items } = await read('overdue');
    const shown = items.map(
      ({ task, daysLate, pointsAtStake }: Record<string, { code: string; calendar: number }>) => [
        task.code,
        daysLate.calendar,
        pointsAtStake,
      ],
    );
    expect(shown).toEqual([
      ['late', 10, 0.75],
      ['later', 29, 0],
    ]);
  });

  it('sums the band of what can be computed, shows surveys apart and names what is missing', async () => {
    const forecast = await read('forecast');
    const band = { low: 0.75, likely: 2.75, high: 4 };
    expect(forecast).toMatchObject({ ...band, surveyPoints: 3, surveyEntered: null });
    expect(forecast.fields).toEqual([
      { code: '1', nameVi: 'Tiêu chí 1', nameEn: 'Node 1', maxPoints: 10, surveyPoints: 3, ...band },
    ]);
    expect(forecast.missing.map(({ code, reason }: Record<string, string>) => [code, reason])).toEqual([
      ['1.1.3', 'no_task'],
    ]);
  });

  it('finds lost points without a task, tasks without a component, and work that brought nothing', async () => {
    const { lostWithoutTask, tasksWithoutComponent, doneButFlat } = await read('gaps');
    const codes = lostWithoutTask.map((gap: { component: { code: string }; lostPoints: number }) => [
      gap.component.code,
      gap.lostPoints,
    ]);
    expect(codes).toEqual([
      ['1.1.3', 1],
      ['1.1.10', 0.5],
    ]);
    expect(tasksWithoutComponent.map(({ code }: { code: string }) => code)).toEqual(['later', 'unlinked']);
    expect(doneButFlat).toMatchObject([{ component: { code: '1.1.4' }, points: 0.5, baseline: 0.5 }]);
  });

  it('uses the value that had been reported by the day', async () => {
    expect((await read('components', '2023-07-01')).items[3]).toMatchObject({
      points: 1,
      component: { code: '1.1.4' },
    });
    expect((await read('gaps', '2023-07-01')).doneButFlat).toEqual([]);
  });

  it('does not know on a past day what was entered after it, in components and forecast alike', async () => {
    const before = { components: await read('components'), forecast: await read('forecast') };
    await par.database.query(
      `INSERT INTO component_value (id, component_id, value, reported_on, entered_at)
       VALUES ($1, $2, 1.25, '2023-06-29', '2023-07-01T00:30+07')`,
      [uuidv7(), components['1.1.10']],
    );
    expect({ components: await read('components'), forecast: await read('forecast') }).toEqual(before);
    expect((await read('components', '2023-07-01')).items[5]).toMatchObject({ points: 1.25 });
  });

  it('counts a task for a component only while it is linked to it', async () => {
    const [{ id }] = await par.database.query("SELECT id FROM task WHERE code = 'unlinked'");
    await linkTask(par.database, id, components['1.1.3'], '2023-07-10');
    await par.database.query("UPDATE task_component SET valid_to = '2023-07-20' WHERE task_id = $1", [id]);
    const tasksOn = async (day: string) => (await read('components', day)).items[2].cells.all;
    expect([await tasksOn('2023-07-09'), await tasksOn('2023-07-10'), await tasksOn('2023-07-20')]).toEqual([
      0, 1, 0,
    ]);
    const gapOn = async (day: string) => (await read('gaps', day)).lostWithoutTask.length;
    expect([await gapOn('2023-07-09'), await gapOn('2023-07-10'), await gapOn('2023-07-20')]).toEqual([
      2, 1, 2,
    ]);
  });

  it('computes no totals for an edition whose maxima are unknown, and names them', async () => {
    const edition = await addEdition(par.database, 2022, 'OTHER_INDEX');
    await addNode(par.database, edition, { code: '7', level: 'field', max_points: null });
    const { body } = await leader.get('/reports/forecast?index=OTHER_INDEX&year=2022');
    expect(body).toMatchObject({
      low: null,
      likely: null,
      high: null,
      edition: { complete: false, missing: ['7'] },
    });
  });

  it('asks for an edition where there is none', async () => {
    const bare = await addPlan(par.database, (await par.database.query('SELECT id FROM unit'))[0].id, {
      code: 'BARE',
    });
    const { status, body } = await leader.get(`/reports/forecast?planId=${bare}`);
    expect([status, body.code]).toEqual([400, 'report.no_edition']);
  });
});
