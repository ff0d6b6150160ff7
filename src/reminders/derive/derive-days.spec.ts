import { ReminderScene } from '../../../test/support/reminder-scene';
import { Reconcile } from './reconcile';

describe('a night', () => {
  let scene: ReminderScene;

  beforeAll(async () => {
    scene = await ReminderScene.open();
  });

  afterAll(() => scene.close());
  afterEach(() => scene.database.query(`UPDATE task SET state = 'accepted', submitted_on = '2030-01-02'`));

  async function night(day: string, from = day, lastBegun: Date | null = null): Promise<void> {
    scene.clock.set(day);
    await scene.module.get(Reconcile).deriveDays(scene.clock.now(), from, day, lastBegun);
  }
  const states = async (task: string) =>
    (await scene.states(task)).filter((row) => !row.startsWith('no_progress'));
  const rows = (task: string) =>
    scene.database.query('SELECT * FROM reminder WHERE task_id = $1 ORDER BY id', [task]);

  it('derives the rows of its day, of every step that falls on it, and no others', async () => {
    const [soon, today, late] = [
      await scene.task('soon', { due_date: '2030-03-20' }),
      await scene.task('today', { due_date: '2030-03-19' }),
      await scene.task('late', { due_date: '2030-03-14' }),
    ];
    await night('2030-03-19');
    expect(await states(soon)).toEqual(['due_in_1 → responsible: waiting']);
    expect(await states(today)).toEqual(['due_today → responsible: waiting']);
    expect(await states(late)).toEqual(['overdue_3 → head: waiting']);
  });

  it('finds the rows of nine nights that were missed: of the ladder what is owed, of what lay before the day no late word', async () => {
    const [late, same, soon] = [
      await scene.task('missed', { due_date: '2030-03-11' }),
      await scene.task('one person', { due_date: '2030-03-11', responsible_id: scene.people.head }),
      await scene.task('still to come', { due_date: '2030-03-20' }),
    ];
    await night('2030-03-19', '2030-03-11');
    expect(await states(late)).toEqual(['overdue_1 → responsible: waiting', 'overdue_3 → head: waiting']);
    expect(await states(same)).toEqual(['overdue_1 → head: superseded', 'overdue_3 → head: waiting']);
    expect(await states(soon)).toEqual(['due_in_1 → responsible: waiting']);
  });

  it('changes nothing where events have derived the rows, however often and beside whatever it runs', async () => {
    const task = await scene.task('twice', { due_date: '2030-03-20' });
    scene.clock.set('2030-03-05');
    await scene.happens('task.due_changed', { taskId: task, version: 1 });
    const before = await rows(task);
    await night('2030-03-11', '2030-03-05');
    await Promise.all([
      night('2030-03-15', '2030-03-11'),
      night('2030-03-15', '2030-03-11'),
      scene.reconcile(),
    ]);
    expect(await rows(task)).toEqual(before);
    expect(before).toHaveLength(8);
  });

  it('inserts each row once when two nights and a whole derivation run at the same time', async () => {
    const tasks = await Promise.all(
      Array.from({ length: 40 }, (_, n) => scene.task(`at once ${n}`, { due_date: '2030-03-20' })),
    );
    await Promise.all([night('2030-03-19'), night('2030-03-19'), night('2030-03-19'), scene.reconcile()]);
    for (const task of tasks) expect((await states(task))[0]).toBe('due_in_1 → responsible: waiting');
  });

  it('takes down what is due and no longer right, whatever day it was made for', async () => {
    const [moved, done, kept] = [
      await scene.task('moved unheard', { due_date: '2030-03-20' }),
      await scene.task('done unheard', { due_date: '2030-03-20' }),
      await scene.task('kept', { due_date: '2030-03-20' }),
    ];
    scene.clock.set('2030-03-18');
    await scene.reconcile();
    await scene.update(moved, `due_date = '2030-06-28', deadline_revision = 2`);
    await scene.update(done, `state = 'cancelled'`);
    await night('2030-03-19');
    expect((await states(moved))[0]).toBe('due_in_1 → responsible: deadline_moved');
    expect((await states(done))[0]).toBe('due_in_1 → responsible: task_ended');
    expect((await states(kept))[0]).toBe('due_in_1 → responsible: waiting');
  });

  it('tells whoever stands in the place of a recipient who had gone when he was to be told', async () => {
    const [{ now }] = await scene.database.query('SELECT now() AS now');
    const task = await scene.task('handed on', { due_date: '2030-03-14' });
    await night('2030-03-19');
    await scene.database.query('UPDATE app_user SET active = false WHERE id = $1', [scene.people.head]);
    await scene.tellDue();
    expect(await states(task)).toEqual(['overdue_3 → head: recipient_changed']);
    await night('2030-03-20', '2030-03-20', now);
    await scene.database.query('UPDATE app_user SET active = true');
    expect((await states(task)).filter((row) => row.startsWith('overdue_3'))).toEqual([
      'overdue_3 → head: recipient_changed',
      'overdue_3 → officer: waiting',
    ]);
  });
});
