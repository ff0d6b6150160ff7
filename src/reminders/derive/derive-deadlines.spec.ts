import { OutboxRelay } from '../../platform/outbox/relay';
import { ReminderScene } from '../../../test/support/reminder-scene';

describe('the deadline reminders of a task', () => {
  let scene: ReminderScene;

  beforeAll(async () => {
    scene = await ReminderScene.open();
  });

  afterAll(() => scene.close());

  it('fall on working days before and after the due date, each for its own recipient', async () => {
    await scene.database.query(`UPDATE calendar_year SET version = 2, days = $1 WHERE year = 2030`, [
      JSON.stringify([{ date: '2030-03-20', kind: 'holiday', nameVi: 'Nghỉ', nameEn: 'Off' }]),
    ]);
    const task = await scene.task('ladder', { due_date: '2030-03-22' });
    await scene.happens('task.due_changed', { taskId: task, version: 1 });
    expect(
      (await scene.lines(task)).map(({ rule, recipient, fireOn }) => `${rule} ${recipient} ${fireOn}`),
    ).toEqual([
      'due_in_7 responsible 2030-03-12',
      'due_in_3 responsible 2030-03-18',
      'due_in_1 responsible 2030-03-21',
      'due_today responsible 2030-03-22',
      'overdue_1 responsible 2030-03-25',
      'overdue_3 head 2030-03-27',
      'overdue_7 committee 2030-04-02',
      'overdue_15 leader 2030-04-12',
    ]);
    const [{ at }] = await scene.database.query(
      `SELECT min(fire_at) AS at FROM reminder WHERE task_id = $1`,
      [task],
    );
    expect(at).toEqual(new Date('2030-03-12T00:30:00Z'));
  });

  it('are the same from the event, from the event again and from the nightly reconcile', async () => {
    const task = await scene.task('twice', { due_date: '2030-03-22' });
    await scene.happens('task.due_changed', { taskId: task, version: 1 });
    const once = await scene.database.query('SELECT * FROM reminder WHERE task_id = $1 ORDER BY id', [task]);
    expect(once).toHaveLength(8);
    await scene.happens('task.due_changed', { taskId: task, version: 1 });
    await scene.reconcile();
    await Promise.all([scene.reconcile(), scene.reconcile()]);
    expect(
      await scene.database.query('SELECT * FROM reminder WHERE task_id = $1 ORDER BY id', [task]),
    ).toEqual(once);
  });

  it('leave out days before today, but climb the whole ladder of an overdue task', async () => {
    const soon = await scene.task('soon', { due_date: '2030-03-05' });
    const late = await scene.task('late', { due_date: '2030-02-21' });
    await scene.reconcile();
    expect(await scene.states(soon)).toEqual([
      'due_in_1 → responsible: waiting',
      'due_today → responsible: waiting',
      'overdue_1 → responsible: waiting',
      'overdue_3 → head: waiting',
      'overdue_7 → committee: waiting',
      'overdue_15 → leader: waiting',
    ]);
    expect((await scene.states(late))[0]).toBe('overdue_1 → responsible: waiting');
    expect(await scene.states(late)).toHaveLength(4);
  });

  it('owe one person only the last of several overdue steps', async () => {
    const task = await scene.task('one person', {
      due_date: '2030-02-20',
      responsible_id: scene.people.head,
    });
    await scene.reconcile();
    expect((await scene.states(task)).slice(0, 2)).toEqual([
      'overdue_1 → head: superseded',
      'overdue_3 → head: waiting',
    ]);
    await scene.reconcile();
    expect((await scene.states(task))[0]).toBe('overdue_1 → head: superseded');
  });

  it('wait again when they are right again, and never when they were told', async () => {
    const task = await scene.task('again', { due_date: '2030-02-28' });
    await scene.reconcile();
    scene.clock.set('2030-03-01');
    await scene.tellDue();
    await scene.update(task, `state = 'submitted', submitted_on = '2030-03-01'`);
    await scene.happens('task.submitted', { taskId: task, version: 2 });
    expect(await scene.states(task)).toEqual([
      'overdue_1 → responsible: told',
      'overdue_3 → head: task_submitted',
      'overdue_7 → committee: task_submitted',
      'overdue_15 → leader: task_submitted',
      'submitted → committee: waiting',
    ]);
    await scene.update(task, `state = 'returned'`);
    await scene.happens('task.returned', { taskId: task, version: 3 });
    expect(await scene.states(task)).toEqual([
      'overdue_1 → responsible: told',
      'overdue_3 → head: waiting',
      'overdue_7 → committee: waiting',
      'overdue_15 → leader: waiting',
      'submitted → committee: waiting',
      'returned → responsible: waiting',
    ]);
  });

  it('move with an extension, in the transaction that hands its decision on: old rows void, new ones wait', async () => {
    const task = await scene.task('extended', { due_date: '2030-03-22' });
    await scene.reconcile();
    await scene.update(task, `due_date = '2030-05-31', deadline_revision = 2`);
    const extension = '01890000-0000-7000-8000-0000000000e1';
    await scene.announce('extension.decided', { taskId: task, version: 2, extensionId: extension });
    const [before] = [await scene.states(task)];
    expect(new Set(before.map((row) => row.split(': ')[1]))).toEqual(new Set(['waiting']));
    await scene.module.get(OutboxRelay).relay({}, scene.clock.now());

    const lines = (await scene.lines(task)).filter(({ rule }) => rule !== 'extension_decided');
    expect(lines.filter(({ revision }) => revision === 1).map(({ state }) => state)).toEqual(
      Array(8).fill('deadline_moved'),
    );
    const moved = lines.filter(({ revision }) => revision === 2);
    expect(moved.map(({ fireOn }) => fireOn)).toEqual([
      '2030-05-22',
      '2030-05-28',
      '2030-05-30',
      '2030-05-31',
      '2030-06-03',
      '2030-06-05',
      '2030-06-11',
      '2030-06-21',
    ]);
    expect(new Set(moved.map(({ state }) => state))).toEqual(new Set(['waiting']));
    const [{ transactions }] = await scene.database.query(
      `SELECT count(DISTINCT xmin::text)::int AS transactions FROM reminder WHERE task_id = $1`,
      [task],
    );
    expect(transactions).toBe(1);
  });

  it('end with the task and with the plan', async () => {
    const done = await scene.task('done', { due_date: '2030-03-22' });
    await scene.reconcile();
    await scene.update(done, `state = 'accepted', submitted_on = '2030-03-01'`);
    await scene.happens('task.accepted', { taskId: done, version: 2 });
    expect(new Set((await scene.lines(done)).map(({ state }) => state))).toEqual(new Set(['task_ended']));

    const closing = await scene.task('closing', { due_date: '2030-03-22' });
    await scene.reconcile();
    await scene.database.query(`UPDATE plan SET closed_on = '2030-03-01' WHERE id = $1`, [scene.plan]);
    await scene.reconcile();
    expect(new Set((await scene.lines(closing)).map(({ state }) => state))).toEqual(new Set(['plan_closed']));
    await scene.database.query('UPDATE plan SET closed_on = NULL WHERE id = $1', [scene.plan]);
  });
});
