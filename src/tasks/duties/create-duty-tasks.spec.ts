import { addEdition, addNode } from '../../../test/support/factories';
import { openDutyScene, type DutyScene } from '../../../test/support/duty-scene';
import { addDays } from '../../platform/clock/day';

describe('the tasks of a recurring duty', () => {
  let scene: DutyScene;

  beforeAll(async () => {
    scene = await openDutyScene();
  });

  afterAll(() => scene.par.close());
  beforeEach(() => scene.reset());

  const query = (sql: string, parameters: unknown[] = []) => scene.par.database.query(sql, parameters);
  const titles = async (id?: string) => (await scene.made(id)).map((line) => line.split(' | ')[0]);

  it('come up in a report year four times for each unit, on their days, due on the 20th', async () => {
    await scene.duty();
    const seen: Record<string, string[]> = {};
    let before = 0;
    for (let day = '2026-12-15'; day <= '2028-01-31'; day = addDays(day, 1)) {
      await scene.run(day);
      const made = await scene.made();
      if (made.length > before) seen[day] = made.slice(before);
      before = made.length;
    }
    const both = (period: string, due: string) =>
      ['T.A', 'T.B'].map((unit) => `Báo cáo cải cách hành chính – ${period} | ${due} | ${unit}`);
    expect(seen).toEqual({
      '2027-02-18': both('Quý I năm 2027', '2027-03-20'),
      '2027-05-21': both('6 tháng đầu năm 2027', '2027-06-20'),
      '2027-08-21': both('Quý III năm 2027', '2027-09-20'),
      '2027-11-20': both('Năm 2027', '2027-12-20'),
    });
    expect(await query('SELECT count(*)::int AS n FROM task')).toEqual([{ n: 8 }]);
  });

  it('are tasks like any other: assigned, on record with their duty, and announced', async () => {
    const edition = await addEdition(scene.par.database, 2027);
    const component = await addNode(scene.par.database, edition, { code: '1.1.1' });
    await query('UPDATE plan SET edition_id = $1', [edition]);
    await scene.duty({
      ...{ titleVi: 'Báo cáo {period} gửi Sở Nội vụ', titleEn: 'Report for {period}', priority: 'high' },
      ...{ deliverableVi: 'Báo cáo {period}', evidenceRequired: true, fieldCode: 'I', dueAfterDays: 1 },
      leadUnits: [{ unitId: scene.units[0], responsibleId: scene.officer }],
      componentCodes: ['1.1.1'],
    });
    await scene.run('2027-03-01');
    const [task] = await query('SELECT * FROM task');
    expect(task).toMatchObject({
      ...{ plan_id: scene.plan, parent_id: null, code: '2027-001', state: 'assigned', priority: 'high' },
      ...{ title_vi: 'Báo cáo Quý I năm 2027 gửi Sở Nội vụ', title_en: 'Report for Q1 2027' },
      ...{ deliverable_vi: 'Báo cáo Quý I năm 2027', evidence_required: true, field_code: 'I' },
      ...{ due_date: '2027-03-15', original_due_date: '2027-03-15', assigned_on: '2027-03-01' },
      ...{ lead_unit_id: scene.units[0], responsible_id: scene.officer, assigned_by: scene.committeeId },
    });
    expect(await query('SELECT component_id AS id FROM task_component')).toEqual([{ id: component }]);
    const [entry] = await query(`SELECT actor_id, note FROM journal_entry WHERE subject_id = $1`, [task.id]);
    const note = 'Nhiệm vụ định kỳ: Báo cáo {period} gửi Sở Nội vụ. Kỳ: Quý I năm 2027';
    expect(entry).toEqual({ actor_id: null, note });
    expect(await query('SELECT topic, payload FROM outbox')).toEqual([
      { topic: 'task.assigned', payload: { taskId: task.id, version: 1 } },
    ]);
  });

  it('that were missed in an outage are made while they can be on time, and no more after', async () => {
    const monthly = { rhythm: 'monthly', leadDays: 5, startsOn: '2027-01-01' };
    const [away, lastDay, tooLate] = [await scene.duty(monthly), '2027-05-06', '2027-05-07'];
    // January was due on 06/02, February on 06/03, March on 06/04; April is due today.
    await scene.run(lastDay);
    expect(await titles(away.id)).toEqual(Array(2).fill('Báo cáo cải cách hành chính – Tháng 4 năm 2027'));
    const late = await scene.duty(monthly);
    await scene.run(tooLate);
    expect(await titles(late.id)).toEqual([]);
    // Long ahead of the due day several periods are open at once.
    const early = await scene.duty({ ...monthly, leadDays: 70 });
    await scene.run(tooLate);
    expect(new Set((await titles(early.id)).map((title) => title.slice(-16)))).toEqual(
      new Set(['Tháng 5 năm 2027', 'Tháng 6 năm 2027']),
    );
  });

  it('begin not before the duty does, and end with it or with its plan', async () => {
    const later = await scene.duty({ rhythm: 'monthly', leadDays: 60, startsOn: '2027-03-10' });
    await scene.run('2027-03-09');
    expect(await titles(later.id)).toEqual([]);
    await scene.run('2027-03-10');
    expect((await titles(later.id))[0]).toMatch(/Tháng 3 năm 2027$/);
    const short = await scene.duty({ rhythm: 'monthly', endsOn: '2027-04-29', startsOn: '2027-03-01' });
    for (const day of ['2027-03-11', '2027-04-11', '2027-05-11']) await scene.run(day);
    expect(new Set((await titles(short.id)).map((title) => title.slice(-16)))).toEqual(
      new Set(['Tháng 3 năm 2027']),
    );
    const closed = await scene.duty({ rhythm: 'monthly' });
    await query(`UPDATE plan SET closed_on = '2027-05-11'`);
    await scene.run('2027-05-12');
    expect(await titles(closed.id)).toEqual([]);
  });

  it('pass over a unit that does not exist that day, say so, and reach one that begins in time', async () => {
    await query(`UPDATE unit SET valid_to = '2027-02-28' WHERE id = $1`, [scene.units[1]]);
    const { id } = await scene.duty({ level: 'department', leadUnits: undefined });
    await scene.run('2027-03-01');
    expect(await scene.made()).toEqual(['Báo cáo cải cách hành chính – Quý I năm 2027 | 2027-03-20 | T.A']);
    scene.par.clock.set('2027-03-01');
    const committee = await scene.par.signIn('committee');
    const { skipped, tasks } = (await committee.get(`/duties/${id}`)).body;
    expect(skipped).toEqual([
      { unit: expect.objectContaining({ code: 'T.B' }), reason: 'unit_ended', on: '2027-02-28' },
    ]);
    expect(tasks.count).toBe(1);
    await query('UPDATE unit SET valid_to = NULL');
    await scene.run('2027-03-02');
    expect(await scene.made()).toHaveLength(2);
  });

  it('name the responsible individual only while he is an active person of the unit', async () => {
    const staffed = { leadUnits: [{ unitId: scene.units[0], responsibleId: scene.officer }] };
    const responsible = async (id: string) =>
      (
        await query(
          'SELECT t.responsible_id AS id FROM duty_task m JOIN task t ON t.id = m.task_id WHERE m.duty_id = $1',
          [id],
        )
      )[0].id;
    const [moved, left] = [await scene.duty(staffed), await scene.duty(staffed)];
    await query('UPDATE app_user SET unit_id = $2 WHERE id = $1', [scene.officer, scene.units[1]]);
    await query(`UPDATE duty SET look_on = NULL WHERE id = $1`, [left.id]);
    await scene.run('2027-03-01');
    expect(await responsible(moved.id)).toBeNull();
    await query('UPDATE app_user SET unit_id = $2, active = false WHERE id = $1', [
      scene.officer,
      scene.units[0],
    ]);
    await query(`UPDATE duty SET look_on = '-infinity' WHERE id = $1`, [left.id]);
    await scene.run('2027-03-01');
    expect(await responsible(left.id)).toBeNull();
  });
});
