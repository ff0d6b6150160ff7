import { ReminderScene } from '../../../test/support/reminder-scene';
import { Reconcile } from './reconcile';

describe('reminders under exceptions from a rule', () => {
  let scene: ReminderScene;

  beforeAll(async () => {
    scene = await ReminderScene.open();
    scene.clock.set('2030-03-05');
  });

  afterAll(() => scene.close());
  afterEach(() => scene.database.query('DELETE FROM reminder_rule_exception'));

  const except = (code: string, columns: Record<string, unknown>) =>
    scene.database.query(
      `INSERT INTO reminder_rule_exception (id, rule_id, ${Object.keys(columns).join(', ')})
       SELECT uuid_v7(), id, ${Object.keys(columns)
         .map((_, n) => `$${n + 2}`)
         .join(', ')} FROM reminder_rule WHERE code = $1`,
      [code, ...Object.values(columns)],
    );
  const waiting = async (task: string) =>
    (await scene.lines(task))
      .filter(({ state }) => state === 'waiting')
      .map(({ rule, recipient, fireOn }) => `${rule} ${recipient} ${fireOn}`);

  it('fall on the day, go to the recipient and are as active as the plan and the priority say', async () => {
    const [normal, high] = [
      await scene.task('normal', { due_date: '2030-03-22' }),
      await scene.task('high', { due_date: '2030-03-22' }),
    ];
    await scene.update(high, `priority = 'high'`);
    await except('due_in_7', { plan_id: scene.plan, offset_working_days: -10 });
    await except('due_in_3', { priority: 'high', recipient: 'head' });
    await except('due_in_1', { plan_id: scene.plan, priority: 'high', active: false });
    await scene.reconcile();
    expect((await waiting(normal)).slice(0, 3)).toEqual([
      'due_in_7 responsible 2030-03-08',
      'due_in_3 responsible 2030-03-19',
      'due_in_1 responsible 2030-03-21',
    ]);
    expect((await waiting(high)).slice(0, 3)).toEqual([
      'due_in_7 responsible 2030-03-08',
      'due_in_3 head 2030-03-19',
      'due_today responsible 2030-03-22',
    ]);
  });

  it('are the same by events and by nights, and move, end and come back with the exception', async () => {
    await except('due_in_7', { priority: 'normal', offset_working_days: -9 });
    const [byEvent, byNight] = [
      await scene.task('by event', { due_date: '2030-03-22' }),
      await scene.task('by night', { due_date: '2030-03-22' }),
    ];
    await scene.happens('task.due_changed', { taskId: byEvent, version: 1 });
    await scene.module.get(Reconcile).deriveDays(scene.clock.now(), '2030-03-05', '2030-03-05');
    expect(await waiting(byNight)).toEqual([]);
    scene.clock.set('2030-03-11');
    await scene.module.get(Reconcile).deriveDays(scene.clock.now(), '2030-03-11', '2030-03-11');
    expect(await waiting(byNight)).toEqual(['due_in_7 responsible 2030-03-11']);
    expect((await waiting(byEvent))[0]).toBe('due_in_7 responsible 2030-03-11');

    await scene.database.query('UPDATE reminder_rule_exception SET offset_working_days = -8');
    await scene.reconcile();
    expect((await waiting(byEvent))[0]).toBe('due_in_7 responsible 2030-03-12');
    await scene.database.query('UPDATE reminder_rule_exception SET active = false');
    await scene.reconcile();
    expect((await scene.lines(byEvent))[0].state).toBe('rule_off');
    await scene.database.query('DELETE FROM reminder_rule_exception');
    await scene.reconcile();
    expect((await waiting(byEvent))[0]).toBe('due_in_7 responsible 2030-03-13');
    scene.clock.set('2030-03-05');
  });

  it('tell an event as the exception says', async () => {
    await except('submitted', { plan_id: scene.plan, recipient: 'leader' });
    await except('assigned', { priority: 'normal', active: false });
    const task = await scene.task('event', { state: 'submitted', submitted_on: '2030-03-05' });
    await scene.happens('task.assigned', { taskId: task, version: 1 });
    await scene.happens('task.submitted', { taskId: task, version: 2 });
    expect((await scene.states(task)).filter((row) => !row.startsWith('no_progress'))).toEqual([
      'submitted → leader: waiting',
    ]);
  });
});
