import { systemCaller } from '../../src/platform/access/caller';
import { Changes } from '../../src/platform/change/changes';
import { Tell } from '../../src/reminders/tell/tell';
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

  async function reminderOf(task: string): Promise<string> {
    const [{ id }] = await scene.database.query(
      'SELECT id FROM reminder WHERE task_id = $1 ORDER BY fire_at LIMIT 1',
      [task],
    );
    return id;
  }

  const tell = (reminderId: string) =>
    scene.module.get(Tell).tell({ reminderId, asOf: scene.clock.now().toISOString() }, scene.clock.now());

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

  it('ten workers with the same job tell once, by the lock alone', async () => {
    // Without the second lock on the door, so that a failure of the first shows.
    await scene.database.query('ALTER TABLE notification DROP CONSTRAINT notification_reminder_id_key');
    const task = await scene.task('same job');
    await scene.happens('task.assigned', { taskId: task, version: 1 });
    const id = await reminderOf(task);
    // All ten begin before the first can end: they meet where the task is held.
    const runner = scene.database.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT 1 FROM task WHERE id = $1 FOR UPDATE', [task]);
    const telling = Array.from({ length: 9 }, () => tell(id));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await runner.rollbackTransaction();
    await runner.release();
    await Promise.all([...telling, tell(id)]);
    expect(await notified(task)).toBe(1);
    await scene.database.query('ALTER TABLE notification ADD UNIQUE (reminder_id)');
  });

  it('an extension moves the reminders; the job of the old revision tells nobody', async () => {
    const task = await scene.task('extended', { due_date: '2030-03-04' });
    await scene.reconcile();
    const old = await reminderOf(task);
    await scene.update(task, `due_date = '2030-06-28', deadline_revision = 2`);
    await tell(old);
    expect(await notified(task)).toBe(0);
    expect((await scene.states(task))[0]).toBe('due_in_1 → responsible: deadline_moved');
    await scene.happens('task.due_changed', { taskId: task, version: 2 });
    const waiting = (await scene.lines(task)).filter(({ state }) => state === 'waiting');
    expect(new Set(waiting.map(({ revision }) => revision))).toEqual(new Set([2]));
  });

  it('a task accepted between queueing and telling is not told of', async () => {
    const task = await scene.task('accepted', { due_date: '2030-03-04' });
    await scene.reconcile();
    const queued = await reminderOf(task);
    await scene.update(task, `state = 'accepted', submitted_on = '2030-03-01'`);
    await tell(queued);
    expect(await notified(task)).toBe(0);
    expect((await scene.states(task))[0]).toBe('due_in_1 → responsible: task_ended');
  });

  it('a telling waits for an acceptance that is under way, and then does not tell', async () => {
    const task = await scene.task('under way', { due_date: '2030-03-04' });
    await scene.reconcile();
    const runner = scene.database.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`UPDATE task SET state = 'accepted', submitted_on = '2030-03-01' WHERE id = $1`, [
      task,
    ]);
    const telling = tell(await reminderOf(task));
    const soon = new Promise((resolve) => setTimeout(() => resolve('waits'), 300));
    expect(await Promise.race([telling, soon])).toBe('waits');
    await runner.commitTransaction();
    await runner.release();
    await telling;
    expect(await notified(task)).toBe(0);
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
    await scene.happens('task.assigned', { taskId: task, version: 1 });
    const id = await reminderOf(task);
    await scene.database.query(
      `ALTER TABLE delivery ADD CONSTRAINT broken CHECK (address <> 'responsible@example.test') NOT VALID`,
    );
    await tell(id);
    await scene.database.query('ALTER TABLE delivery DROP CONSTRAINT broken');
    expect(await notified(task)).toBe(0);
    expect(await scene.states(task)).toEqual(['assigned → responsible: waiting']);
    await tell(id);
    expect(await notified(task)).toBe(1);
  });
});
