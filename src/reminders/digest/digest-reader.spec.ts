import { DataSource } from 'typeorm';
import { addEdition } from '../../../test/support/factories';
import { addUnit } from '../../../test/support/people';
import { ReminderScene } from '../../../test/support/reminder-scene';
import { Changes } from '../../platform/change/changes';
import { momentOf } from '../../platform/clock/day';
import { Config } from '../../platform/config/config';
import { KnownCalendar } from '../derive/known-calendar';
import type { DigestContent } from './digest-content';
import { WriteDigests } from './write-digests';

/** Points at stake by task. */
const stakes = new Map<string, number>();

describe('a digest is right for its reader', () => {
  let scene: ReminderScene;

  beforeEach(async () => {
    scene = await ReminderScene.open({ LETTERS_A_DAY: '1' });
    await scene.grant(scene.people.responsible, 'officer', scene.department);
    stakes.clear();
  });
  afterEach(() => scene.close());

  async function digest(day: string, username: string): Promise<DigestContent> {
    scene.clock.set(momentOf(day, 9));
    await scene.tellDue();
    const { module } = scene;
    const known = { ofOpenTasks: async () => (taskId: string) => stakes.get(taskId) ?? null };
    const writer = new WriteDigests(
      module.get(DataSource),
      module.get(Changes),
      module.get(KnownCalendar),
      module.get(Config),
      known,
    );
    await writer.write({ asOf: scene.clock.now().toISOString() });
    const [row] = await scene.database.query(
      `SELECT content FROM digest WHERE recipient_id = $1 AND kind = 'daily' AND day = $2`,
      [scene.people[username], day],
    );
    return row?.content;
  }
  const codes = (content: DigestContent, kind: string) =>
    content.sections.find((section) => section.kind === kind)?.tasks.map(({ code }) => code) ?? [];

  it('puts the most points at stake first for everybody, and shows them only where the whole plan is in scope', async () => {
    await scene.database.query('UPDATE plan SET edition_id = $1', [await addEdition(scene.database, 2030)]);
    await scene.task('IT-DIEM', { due_date: '2030-02-05' });
    const dear = await scene.task('NHIEU-DIEM', { due_date: '2030-02-06' });
    stakes.set(dear, 1.255);
    await scene.reconcile();
    const mine = await digest('2030-03-01', 'responsible');
    expect(codes(mine, 'overdue')).toEqual(['NHIEU-DIEM', 'IT-DIEM']);
    expect(mine.sections[0].tasks.map(({ points }) => points)).toEqual([null, null]);
    const theirs = await digest('2030-03-01', 'leader');
    expect(theirs.sections[0].tasks.map(({ points }) => points)).toEqual([1.26, null]);
  });

  it('hides the points of a year of which one plan was issued beyond the scope', async () => {
    await scene.database.query('UPDATE plan SET edition_id = $1', [await addEdition(scene.database, 2030)]);
    const elsewhere = await addUnit(scene.database, 'ELSEWHERE');
    await scene.database.query(
      `INSERT INTO plan (id, code, kind, year, issued_on, issuer_unit_id, title_vi, edition_id)
       SELECT gen_random_uuid(), 'Q', kind, year, issued_on, $1, title_vi, edition_id FROM plan`,
      [elsewhere],
    );
    stakes.set(await scene.task('TRE', { due_date: '2030-02-05' }), 1);
    await scene.reconcile();
    expect((await digest('2030-03-01', 'leader')).sections[0].tasks[0].points).toBeNull();
  });

  it('tells of a task only who may read it now; what was told stands in its own words', async () => {
    await scene.task('TRE', { due_date: '2030-02-05' });
    await scene.reconcile();
    await scene.database.query('DELETE FROM role_grant WHERE user_id = $1', [scene.people.responsible]);
    const { sections } = await digest('2030-03-01', 'responsible');
    expect(sections).toEqual([
      {
        kind: 'also_new',
        count: 1,
        tasks: [],
        words: [
          { taskId: null, words: { vi: 'Quá hạn: TRE – Nhiệm vụ TRE', en: 'Overdue: TRE – Nhiệm vụ TRE' } },
        ],
      },
    ]);
  });

  it('drops whom a task no longer concerns, and what has been put off, handed over or closed since', async () => {
    const handed = await scene.task('GIAO-NGUOI-KHAC', { due_date: '2030-02-05' });
    await scene.task('CON-LAI', { due_date: '2030-02-06' });
    await scene.reconcile();
    expect(codes(await digest('2030-03-01', 'responsible'), 'overdue')).toEqual([
      'GIAO-NGUOI-KHAC',
      'CON-LAI',
    ]);
    await scene.update(handed, `responsible_id = '${scene.people.officer}'`);
    await scene.task('MOI', { due_date: '2030-03-04' });
    await scene.reconcile();
    expect(codes(await digest('2030-03-04', 'responsible'), 'overdue')).toEqual(['CON-LAI']);
    await scene.task('MOI-NUA', { due_date: '2030-03-05' });
    await scene.reconcile();
    scene.clock.set(momentOf('2030-03-05', 9));
    await scene.tellDue();
    await scene.database.query(`UPDATE plan SET closed_on = '2030-03-05'`);
    expect(await digest('2030-03-05', 'responsible')).toMatchObject({ sections: [] });
  });

  it('takes up what went over the ceiling of letters: by a mark on its task, else in its own words', async () => {
    const late = await scene.task('TRE', { due_date: '2030-02-05' });
    const far = await scene.task('XA', { due_date: '2030-12-02' });
    const third = await scene.task('THU-BA', { due_date: '2030-12-02' });
    for (const taskId of [third, late, far]) {
      await scene.happens('task.assigned', { taskId, version: 1 });
      await scene.tellDue();
    }
    const { sections } = await digest('2030-03-01', 'responsible');
    expect(sections.map(({ kind }) => kind)).toEqual(['overdue', 'also_new']);
    expect(sections[0].tasks[0].news.sort()).toEqual(['assigned', 'overdue']);
    expect(sections[1].words).toEqual([
      {
        taskId: far,
        words: { vi: 'Được giao nhiệm vụ: XA – Nhiệm vụ XA', en: 'Task assigned: XA – Nhiệm vụ XA' },
      },
    ]);
  });

  it('tells the committee what waits for its decision, and writes at most fifty items, the rest as a number', async () => {
    for (let n = 0; n < 60; n += 1) await scene.task(`TRE-${n}`, { due_date: '2030-01-10' });
    for (let n = 0; n < 3; n += 1)
      await scene.task(`NOP-${n}`, {
        due_date: '2030-03-20',
        state: 'submitted',
        submitted_on: '2030-02-28',
      });
    await scene.reconcile();
    const { sections } = await digest('2030-03-01', 'committee');
    expect(sections.map(({ kind, count, tasks }) => [kind, count, tasks.length])).toEqual([
      ['overdue', 60, 47],
      ['waiting', 3, 3],
    ]);
    expect(sections[1].tasks.map(({ waits }) => waits)).toEqual([
      ['acceptance'],
      ['acceptance'],
      ['acceptance'],
    ]);
  });

  it('shows over several units which are late the most', async () => {
    for (const [code, tasks] of [
      ['A', 1],
      ['B', 3],
      ['C', 2],
    ] as const) {
      const unit = await addUnit(scene.database, code, scene.province);
      for (let n = 0; n < tasks; n += 1)
        await scene.task(`${code}-${n}`, {
          due_date: `2030-01-1${n}`,
          lead_unit_id: unit,
          responsible_id: null,
        });
    }
    await scene.reconcile();
    const { units, unitCount } = await digest('2030-03-01', 'leader');
    expect([unitCount, units]).toEqual([
      3,
      [
        { unit: { vi: 'Đơn vị B', en: 'Unit B' }, overdue: 3, worstDaysLate: 50 },
        { unit: { vi: 'Đơn vị C', en: 'Unit C' }, overdue: 2, worstDaysLate: 50 },
        { unit: { vi: 'Đơn vị A', en: 'Unit A' }, overdue: 1, worstDaysLate: 50 },
      ],
    ]);
  });
});
