import { uuidv7 } from 'uuidv7';
import { momentOf } from '../../platform/clock/day';
import { ReminderScene } from '../../../test/support/reminder-scene';
import { Reconcile } from './reconcile';

describe('what waits to be decided', () => {
  let scene: ReminderScene;

  beforeAll(async () => {
    scene = await ReminderScene.open();
    await scene.person('assigner', scene.province);
  });

  afterAll(() => scene.close());
  afterEach(() => scene.database.query('DELETE FROM reminder_rule_exception'));

  async function night(day: string, from = day): Promise<void> {
    scene.clock.set(day);
    await scene.module.get(Reconcile).deriveDays(scene.clock.now(), from, day);
  }

  async function submitted(code: string, day: string): Promise<string> {
    const task = await scene.task(code, { state: 'submitted', submitted_on: day });
    await scene.update(task, `assigned_by = '${scene.people.assigner}'`);
    await scene.database.query(
      'INSERT INTO submission (id, task_id, at, counts_on) VALUES ($1, $2, $3, $4)',
      [uuidv7(), task, momentOf(day, 16), day],
    );
    return task;
  }

  async function requested(code: string, day: string): Promise<string> {
    const task = await scene.task(code, { due_date: '2030-12-31' });
    await scene.database.query(
      `INSERT INTO extension (id, task_id, at, reason, due_date_before, requested_due_date) VALUES ($1, $2, $3, '…', '2030-12-31', '2031-01-31')`,
      [uuidv7(), task, momentOf(day, 16)],
    );
    return task;
  }

  const lines = async (task: string) =>
    (await scene.lines(task))
      .filter(({ rule }) => rule.includes('waits'))
      .map((row) => `${row.rule} ${row.revision} → ${row.recipient} ${row.fireOn}: ${row.state}`);

  it('is told on the third working day: of a submission to the assigner, of a request without one to the committee', async () => {
    // A Friday: the third working day is Wednesday.
    const [sent, asked] = [await submitted('sent', '2030-03-01'), await requested('asked', '2030-03-01')];
    await night('2030-03-05');
    expect([...(await lines(sent)), ...(await lines(asked))]).toEqual([]);
    await night('2030-03-06');
    expect(await lines(sent)).toEqual(['acceptance_waits_3 1 → assigner 2030-03-06: waiting']);
    expect(await lines(asked)).toEqual(['decision_waits_3 1 → committee 2030-03-06: waiting']);
    await scene.tellDue();
    await night('2030-03-07');
    await night('2030-03-15', '2030-03-06');
    await scene.reconcile();
    expect(await lines(sent)).toEqual(['acceptance_waits_3 1 → assigner 2030-03-06: told']);
    expect(await lines(asked)).toEqual(['decision_waits_3 1 → committee 2030-03-06: told']);
  });

  it('is told of no more once it is decided, and anew of what is sent after a return', async () => {
    const task = await submitted('again', '2030-03-04');
    await night('2030-03-07');
    await scene.database.query(`UPDATE submission SET decided_at = $2, accepted = false WHERE task_id = $1`, [
      task,
      momentOf('2030-03-07', 2),
    ]);
    await scene.database.query(
      'INSERT INTO submission (id, task_id, at, counts_on) VALUES ($1, $2, $3, $4)',
      [uuidv7(), task, momentOf('2030-03-07', 6), '2030-03-07'],
    );
    await scene.tellDue();
    expect(await lines(task)).toEqual(['acceptance_waits_3 1 → assigner 2030-03-07: settled']);
    await night('2030-03-12', '2030-03-08');
    expect(await lines(task)).toEqual([
      'acceptance_waits_3 1 → assigner 2030-03-07: settled',
      'acceptance_waits_3 1 → assigner 2030-03-12: waiting',
    ]);
  });

  it('is not what was returned, however long ago it was sent', async () => {
    const task = await submitted('returned', '2030-03-04');
    await scene.update(task, `state = 'returned'`);
    await scene.database.query(`UPDATE submission SET decided_at = $2, accepted = false WHERE task_id = $1`, [
      task,
      momentOf('2030-03-05', 2),
    ]);
    const beside = await submitted('sent on the same day', '2030-03-04');
    await night('2030-03-07');
    await scene.reconcile();
    expect([await lines(task), (await lines(beside)).length]).toEqual([[], 1]);
  });

  it('is found by a whole derivation too, when a rule is stricter from now on, and told late', async () => {
    const task = await submitted('stricter', '2030-03-13');
    scene.clock.set('2030-03-15');
    await scene.reconcile();
    expect(await lines(task)).toEqual([]);
    const [rule] = await scene.database.query(
      `SELECT id FROM reminder_rule WHERE code = 'acceptance_waits_3'`,
    );
    await scene.database.query(
      `INSERT INTO reminder_rule_exception (id, rule_id, priority, offset_working_days) VALUES (uuid_v7(), $1, 'normal', 1)`,
      [rule.id],
    );
    await scene.reconcile();
    await Promise.all([scene.reconcile(), night('2030-03-15', '2030-03-11')]);
    expect(await lines(task)).toEqual(['acceptance_waits_3 1 → assigner 2030-03-14: waiting']);
  });
});
