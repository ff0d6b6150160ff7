import { systemCaller } from '../../src/platform/access/caller';
import { Changes } from '../../src/platform/change/changes';
import { ReminderScene } from '../support/reminder-scene';

describe('reminders under repeats and races', () => {
  let scene: ReminderScene;

  beforeAll(async () => {
    scene = await ReminderScene.open();
  });

  afterAll(() => scene.close());
  beforeEach(() => scene.clock.set('2030-03-01'));

  const notified = async (task: string) =>
    (await scene.database.query('SELECT id FROM notification WHERE task_id = $1', [task])).length;

  it('an event delivered twice makes the same rows and one telling', async () => {
    const task = await scene.task('event twice');
    await scene.happens('task.assigned', { taskId: task, version: 1 });
    const once = await scene.lines(task);
    await scene.tellDue();
    await scene.database.query(`UPDATE outbox SET delivered_at = NULL WHERE payload->>'taskId' = $1`, [task]);
    await scene.happens('plan.closed', { planId: scene.plan });
    await scene.tellDue();
    expect((await scene.lines(task)).length).toBe(once.length);
    expect(await notified(task)).toBe(1);
  });

  it('ten lanes at once tell once, by the lock alone', async () => {
    // Without the second lock on the door, so that a failure of the first shows.
    await scene.database.query('ALTER TABLE notification DROP CONSTRAINT notification_reminder_id_key');
    const tasks: string[] = [];
    for (let n = 0; n < 30; n++) {
      tasks.push(await scene.task(`ten lanes ${n}`));
      await scene.happens('task.assigned', { taskId: tasks[n], version: 1 });
    }
    await Promise.all(Array.from({ length: 10 }, () => scene.lane()));
    await scene.lane();
    for (const task of tasks) expect(await notified(task)).toBe(1);
    await scene.database.query('ALTER TABLE notification ADD UNIQUE (reminder_id)');
  });

  it('an extension moves the reminders; the job of the old revision tells nobody', async () => {
    const task = await scene.task('extended', { due_date: '2030-03-04' });
    await scene.reconcile();
    await scene.update(task, `due_date = '2030-06-28', deadline_revision = 2`);
    await scene.lane();
    expect(await notified(task)).toBe(0);
    expect((await scene.states(task))[0]).toBe('due_in_1 → responsible: deadline_moved');
    await scene.happens('task.due_changed', { taskId: task, version: 2 });
    const waiting = (await scene.lines(task)).filter(({ state }) => state === 'waiting');
    expect(new Set(waiting.map(({ revision }) => revision))).toEqual(new Set([2]));
  });

  it('a task accepted between queueing and telling is not told of', async () => {
    const task = await scene.task('accepted', { due_date: '2030-03-04' });
    await scene.reconcile();
    await scene.update(task, `state = 'accepted', submitted_on = '2030-03-01'`);
    await scene.lane();
    expect(await notified(task)).toBe(0);
    expect((await scene.states(task))[0]).toBe('due_in_1 → responsible: task_ended');
  });

  it('a task that is being accepted is left alone, and then not told of', async () => {
    const task = await scene.task('under way', { due_date: '2030-03-04' });
    await scene.reconcile();
    const runner = scene.database.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`UPDATE task SET state = 'accepted', submitted_on = '2030-03-01' WHERE id = $1`, [
      task,
    ]);
    await scene.lane();
    await runner.commitTransaction();
    await runner.release();
    expect((await scene.states(task))[0]).toBe('due_in_1 → responsible: waiting');
    await scene.lane();
    expect(await notified(task)).toBe(0);
    expect((await scene.states(task))[0]).toBe('due_in_1 → responsible: task_ended');
  });

  it('a change that is rolled back announces nothing and tells nobody', async () => {
    const task = await scene.task('rolled back');
    const failing = scene.module.get(Changes).run(systemCaller(scene.clock.now(), 'test'), async (change) => {
      change.announce('task.assigned', { taskId: task, version: 1 });
      await change.manager.query('UPDATE task SET version = 2 WHERE id = $1', [task]);
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    await scene.happens('plan.closed', { planId: scene.plan });
    expect(await scene.lines(task)).toEqual([]);
  });

  it('a telling that breaks half-way leaves neither notification nor letter nor mark, and is told at the next try', async () => {
    const task = await scene.task('half-way');
    await scene.database.query('DELETE FROM letter_allowance');
    await scene.happens('task.assigned', { taskId: task, version: 1 });
    await scene.database.query(
      `ALTER TABLE delivery ADD CONSTRAINT broken CHECK (address <> 'responsible@example.test') NOT VALID`,
    );
    await scene.tellDue();
    await scene.database.query('ALTER TABLE delivery DROP CONSTRAINT broken');
    expect(await notified(task)).toBe(0);
    expect(await scene.states(task)).toEqual(['assigned → responsible: waiting']);
    await scene.tellDue();
    expect(await notified(task)).toBe(1);
  });
});
