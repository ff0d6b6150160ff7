import { uuidv7 } from 'uuidv7';
import { momentOf } from '../../platform/clock/day';
import { ReminderScene } from '../../../test/support/reminder-scene';
import { Reconcile } from './reconcile';

/** Tasks of the scene are assigned on Wednesday 2 January 2030: four weeks later is 30 January. */
describe('silence about a task', () => {
  let scene: ReminderScene;

  beforeAll(async () => {
    scene = await ReminderScene.open();
  });

  afterAll(() => scene.close());
  afterEach(() => scene.database.query('DELETE FROM reminder_rule_exception'));

  async function night(day: string, from = day): Promise<void> {
    scene.clock.set(day);
    await scene.module.get(Reconcile).deriveDays(scene.clock.now(), from, day);
  }

  async function progress(taskId: string, day: string): Promise<string> {
    const id = uuidv7();
    await scene.database.query(
      'INSERT INTO progress_update (id, task_id, at, percent) VALUES ($1, $2, $3, 10)',
      [id, taskId, momentOf(day, 15)],
    );
    return id;
  }

  const lines = async (task: string) =>
    (await scene.lines(task)).map((row) => `${row.revision} → ${row.recipient} ${row.fireOn}: ${row.state}`);

  it('is told to the head four weeks after the assignment and again every four weeks, not in other nights', async () => {
    const task = await scene.task('silent');
    await night('2030-01-29');
    expect(await lines(task)).toEqual([]);
    await night('2030-01-30');
    expect(await lines(task)).toEqual(['4 → head 2030-01-30: waiting']);
    await scene.tellDue();
    await night('2030-02-26', '2030-01-31');
    expect(await lines(task)).toEqual(['4 → head 2030-01-30: told']);
    await night('2030-02-27');
    expect(await lines(task)).toEqual(['4 → head 2030-01-30: told', '8 → head 2030-02-27: waiting']);
    await scene.tellDue();
    expect(await lines(task)).toEqual(['4 → head 2030-01-30: told', '8 → head 2030-02-27: told']);
  });

  it('ends with a report, which is counted from anew; what waits is void when it is told', async () => {
    const task = await scene.task('speaks');
    await night('2030-01-30');
    const report = await progress(task, '2030-01-30');
    await scene.tellDue();
    expect(await lines(task)).toEqual(['4 → head 2030-01-30: settled']);
    await night('2030-02-27', '2030-01-31');
    expect(await lines(task)).toEqual(['4 → head 2030-01-30: settled', '4 → head 2030-02-27: waiting']);
    const [{ subject }] = await scene.database.query(
      `SELECT subject_id AS subject FROM reminder WHERE task_id = $1 AND void_at IS NULL`,
      [task],
    );
    expect(subject).toBe(report);
  });

  it('is counted from the return of a submission too', async () => {
    const task = await scene.task('returned', { state: 'returned' });
    await scene.database.query(
      `INSERT INTO submission (id, task_id, at, counts_on, decided_at, accepted) VALUES ($1, $2, $3, '2030-01-10', $3, false)`,
      [uuidv7(), task, momentOf('2030-01-10', 9)],
    );
    await night('2030-02-06', '2030-01-20');
    expect(await lines(task)).toEqual([]);
    await night('2030-02-07');
    expect(await lines(task)).toEqual(['4 → head 2030-02-07: waiting']);
  });

  it('is told once for nine nights that were missed, and by two nights at once no more often', async () => {
    const task = await scene.task('missed');
    await Promise.all([night('2030-02-05', '2030-01-28'), night('2030-02-05', '2030-01-28')]);
    await night('2030-02-05', '2030-01-28');
    expect(await lines(task)).toEqual(['4 → head 2030-01-30: waiting']);
    await scene.reconcile();
    expect(await lines(task)).toEqual(['4 → head 2030-01-30: waiting']);
  });

  it('is never told to the responsible individual: where he is the head himself, to the committee', async () => {
    const own = await scene.task('own', { responsible_id: scene.people.head });
    await night('2030-01-30');
    expect(await lines(own)).toEqual(['4 → committee 2030-01-30: waiting']);
    scene.clock.set('2030-01-31');
    await scene.tellDue();
    expect(await lines(own)).toEqual(['4 → committee 2030-01-30: told']);
  });

  it('concerns open tasks alone, with or without a due date, of plans that are open', async () => {
    const [submitted, draft, open] = [
      await scene.task('sent', { state: 'submitted', submitted_on: '2030-01-20' }),
      await scene.task('draft', { state: 'draft' }),
      await scene.task('dated', { due_date: '2031-06-30' }),
    ];
    await night('2030-01-30');
    expect(await lines(submitted)).toEqual([]);
    expect(await lines(draft)).toEqual([]);
    expect(await lines(open)).toEqual(['4 → head 2030-01-30: waiting']);
    await scene.database.query(`UPDATE plan SET closed_on = '2030-01-30' WHERE id = $1`, [scene.plan]);
    const later = await scene.task('of a closed plan');
    await night('2030-01-30');
    expect(await lines(later)).toEqual([]);
    expect(await lines(open)).toEqual(['4 → head 2030-01-30: plan_closed']);
    await scene.database.query('UPDATE plan SET closed_on = NULL WHERE id = $1', [scene.plan]);
  });

  it('follows the weeks and the recipient of an exception, and repeats nothing when they change', async () => {
    const task = await scene.task('often');
    const [rule] = await scene.database.query(`SELECT id FROM reminder_rule WHERE code = 'no_progress_4'`);
    await scene.database.query(
      `INSERT INTO reminder_rule_exception (id, rule_id, plan_id, weeks, recipient) VALUES (uuid_v7(), $1, $2, 2, 'leader')`,
      [rule.id, scene.plan],
    );
    await night('2030-01-16');
    expect(await lines(task)).toEqual(['2 → leader 2030-01-16: waiting']);
    await scene.tellDue();
    await night('2030-01-30');
    await scene.tellDue();
    await scene.database.query(`UPDATE reminder_rule_exception SET weeks = 4`);
    await night('2030-01-30');
    await night('2030-02-27');
    expect(await lines(task)).toEqual([
      '2 → leader 2030-01-16: told',
      '4 → leader 2030-01-30: told',
      '8 → leader 2030-02-27: waiting',
    ]);
  });
});
