import { importHolidays } from '../../calendar/calendar.api';
import { systemCaller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { readData } from '../../../test/support/reference-data';
import { ReminderScene } from '../../../test/support/reminder-scene';
import { Reconcile } from './reconcile';

describe('reminders in working days, by the notices of data/holidays.json', () => {
  let scene: ReminderScene;

  beforeAll(async () => {
    scene = await ReminderScene.open();
    await scene.module
      .get(Changes)
      .run(systemCaller(scene.clock.now(), 'test'), (change) =>
        importHolidays(change, readData('holidays.json')).then(() => null),
      );
  });

  afterAll(() => scene.close());

  const fireDays = async (task: string) =>
    Object.fromEntries((await scene.lines(task)).map(({ rule, fireOn }) => [rule, fireOn]));
  const due = async (code: string, day: string) => {
    const task = await scene.task(code, { due_date: day });
    await scene.happens('task.due_changed', { taskId: task, version: 1 });
    return task;
  };

  it('7, 3 and 1 days before the first day after Tết 2025 lie before Tết', async () => {
    scene.clock.set('2025-01-06');
    expect(await fireDays(await due('Tết 2025', '2025-02-03'))).toMatchObject({
      due_in_7: '2025-01-16',
      due_in_3: '2025-01-22',
      due_in_1: '2025-01-24',
      due_today: '2025-02-03',
      overdue_1: '2025-02-04',
    });
  });

  it('7, 3 and 1 days before the second day after Tết 2026 straddle it, and the ladder of what fell due before it climbs after it', async () => {
    scene.clock.set('2026-01-05');
    expect(await fireDays(await due('Tết 2026', '2026-02-24'))).toMatchObject({
      due_in_7: '2026-02-06',
      due_in_3: '2026-02-12',
      due_in_1: '2026-02-23',
    });
    expect(await fireDays(await due('before Tết 2026', '2026-02-13'))).toMatchObject({
      overdue_1: '2026-02-23',
      overdue_3: '2026-02-25',
      overdue_7: '2026-03-03',
    });
  });

  it('count the Saturday 26/4/2025, which is worked, and not 2/5/2025, for which it is', async () => {
    scene.clock.set('2025-04-01');
    expect(await fireDays(await due('Saturday', '2025-04-28'))).toMatchObject({
      due_in_7: '2025-04-18',
      due_in_3: '2025-04-24',
      due_in_1: '2025-04-26',
    });
    expect(await fireDays(await due('before Saturday', '2025-04-25'))).toMatchObject({
      overdue_1: '2025-04-26',
      overdue_3: '2025-04-29',
      overdue_7: '2025-05-08',
    });
  });

  it('are derived in the night of that Saturday, and in no night of Tết', async () => {
    const reconcile = scene.module.get(Reconcile);
    await scene.database.query('DELETE FROM reminder');
    const nights = async (from: string, to: string) => {
      scene.clock.set(to);
      await reconcile.deriveDays(scene.clock.now(), from, to);
      const rows = await scene.database.query(
        `SELECT t.code || ': ' || rule.code AS row FROM reminder r JOIN task t ON t.id = r.task_id JOIN reminder_rule rule ON rule.id = r.rule_id
          WHERE rule.kind = 'deadline' AND r.fire_on BETWEEN $1 AND $2 ORDER BY rule.offset_working_days`,
        [from, to],
      );
      return rows.map(({ row }: { row: string }) => row);
    };
    expect(await nights('2025-01-25', '2025-02-02')).toEqual([]);
    expect(await nights('2025-02-03', '2025-02-03')).toEqual(['Tết 2025: due_today']);
    expect(await nights('2025-04-26', '2025-04-26')).toEqual([
      'Saturday: due_in_1',
      'before Saturday: overdue_1',
    ]);
  });

  it('move at once with a holiday that is published late, and nobody is told again of what he was told', async () => {
    scene.clock.set('2030-03-13');
    const task = await due('published late', '2030-03-22');
    await scene.tellDue();
    scene.clock.set('2030-03-14');
    await scene.database.query(
      `INSERT INTO calendar_year SELECT year, version + 1, '2030-03-14', false, $1 FROM calendar_year WHERE year = 2030`,
      [JSON.stringify([{ date: '2030-03-20', kind: 'holiday', nameVi: 'Nghỉ', nameEn: 'Off' }])],
    );
    const before = await scene.lines(task);
    expect(before.slice(0, 3).map(({ fireOn, state }) => `${fireOn} ${state}`)).toEqual([
      '2030-03-13 told',
      '2030-03-19 waiting',
      '2030-03-21 waiting',
    ]);
    await scene.happens('calendar.changed', { year: 2030 });
    await scene.module.get(Reconcile).whenOutstanding({ asOf: scene.clock.now().toISOString() });
    const after = await scene.lines(task);
    expect(after.slice(0, 3).map(({ fireOn, state }) => `${fireOn} ${state}`)).toEqual([
      '2030-03-13 told',
      '2030-03-18 waiting',
      '2030-03-21 waiting',
    ]);
    expect(after).toHaveLength(before.length);
    scene.clock.set('2030-03-18');
    await scene.tellDue();
    await scene.tellDue();
    const told = await scene.database.query(
      `SELECT rule.code FROM notification n JOIN reminder r ON r.id = n.reminder_id JOIN reminder_rule rule ON rule.id = r.rule_id
        WHERE r.task_id = $1 AND rule.kind = 'deadline' ORDER BY n.created_at, n.id`,
      [task],
    );
    expect(told).toEqual([{ code: 'due_in_7' }, { code: 'due_in_3' }]);
  });
});
