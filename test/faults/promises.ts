import type { ReminderScene } from '../support/reminder-scene';

/** What a telling must keep, each as a test that told-once.spec.ts runs and that mutants.spec.ts sees fail. */
export const promises: Record<string, (scene: ReminderScene) => Promise<void>> = {
  'an event that is handed on twice is told once': async (scene) => {
    const task = await scene.task('twice');
    await scene.happens('task.assigned', { taskId: task, version: 1 });
    await scene.happens('task.assigned', { taskId: task, version: 1 });
    await scene.tellDue();
    expect(await told(scene, task)).toEqual(['assigned → responsible']);
  },

  'ten lanes that wake at once tell once': async (scene) => {
    const tasks: string[] = [];
    for (let n = 0; n < 20; n++) {
      tasks.push(await scene.task(`lanes-${n}`));
      await scene.happens('task.assigned', { taskId: tasks[n], version: 1 });
    }
    // All ten have begun before the first can end: they meet where the notifications are written.
    const runner = scene.database.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE notification IN SHARE ROW EXCLUSIVE MODE');
    const lanes = Array.from({ length: 10 }, () => scene.lane());
    await new Promise((resolve) => setTimeout(resolve, 500));
    await runner.rollbackTransaction();
    await runner.release();
    await Promise.all(lanes);
    for (const task of tasks) expect(await told(scene, task)).toEqual(['assigned → responsible']);
  },

  'what ended after its row was derived is told to nobody': async (scene) => {
    const task = await dueTomorrow(scene, 'ended');
    await scene.update(task, `state = 'accepted', submitted_on = '2030-03-01'`);
    await scene.lane();
    expect(await told(scene, task)).toEqual([]);
  },

  'who was relieved after the row was derived is not told': async (scene) => {
    const task = await dueTomorrow(scene, 'relieved');
    await scene.update(task, `responsible_id = '${scene.people.head}'`);
    await scene.lane();
    expect(await told(scene, task)).not.toContain('due_soon → responsible');
  },

  'a wake-up of the old revision tells nobody': async (scene) => {
    const task = await dueTomorrow(scene, 'extended');
    await scene.update(task, `due_date = '2030-06-28', deadline_revision = 2`);
    await scene.lane();
    expect(await told(scene, task)).toEqual([]);
  },

  'a deadline told before it moved is told again for its new day': async (scene) => {
    const task = await dueTomorrow(scene, 'moved');
    await scene.tellDue();
    await scene.update(task, `due_date = '2030-03-08', deadline_revision = 2`);
    await scene.happens('task.due_changed', { taskId: task, version: 2 });
    scene.clock.set('2030-03-07');
    await scene.tellDue();
    const rows = (await scene.lines(task)).filter(
      ({ rule, state }) => rule === 'due_in_1' && state === 'told',
    );
    expect(rows.map(({ revision }) => revision)).toEqual([1, 2]);
  },

  'what fell due while nobody worked is told late': async (scene) => {
    const task = await dueTomorrow(scene, 'late');
    // Nobody worked on Friday; on Saturday the day before it is told of.
    scene.clock.set('2030-03-02');
    await scene.lane();
    expect(await told(scene, task)).toEqual(['due_soon → responsible']);
  },
};

/** A task that is due on Monday, looked at on Friday: one reminder of it is due. */
async function dueTomorrow(scene: ReminderScene, code: string): Promise<string> {
  scene.clock.set('2030-03-01');
  const task = await scene.task(code, { due_date: '2030-03-04' });
  await scene.reconcile();
  expect((await scene.states(task))[0]).toBe('due_in_1 → responsible: waiting');
  return task;
}

/** `kind → reader` of each notification of a task. */
async function told(scene: ReminderScene, taskId: string): Promise<string[]> {
  const rows: { line: string }[] = await scene.database.query(
    `SELECT n.kind || ' → ' || u.username AS line FROM notification n JOIN app_user u ON u.id = n.recipient_id WHERE n.task_id = $1 ORDER BY 1`,
    [taskId],
  );
  return rows.map(({ line }) => line);
}
