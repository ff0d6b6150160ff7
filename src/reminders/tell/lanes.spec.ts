import { getQueueToken } from '@nestjs/bull';
import type { Queue } from 'bull';
import { Client } from 'pg';
import { QUEUE } from '../../platform/queue/jobs';
import { ReminderScene } from '../../../test/support/reminder-scene';
import { Sweep } from './sweep';
import { Tell } from './tell';

describe('telling in lanes', () => {
  let scene: ReminderScene;

  beforeAll(async () => {
    scene = await ReminderScene.open();
  });

  afterAll(() => scene.close());
  afterEach(() => jest.restoreAllMocks());
  beforeEach(async () => {
    await scene.database.query('TRUNCATE delivery, notification, reminder, task, letter_allowance CASCADE');
    await queue().empty();
  });

  const queue = () => scene.module.get<Queue>(getQueueToken(QUEUE));
  const tell = (asOf?: string) => scene.module.get(Tell).tell(asOf ? { asOf } : {}, scene.clock.now());

  /** Tasks assigned to `responsible`, each with its reminder due `minutes` ago. */
  async function due(count: number, minutes = 1): Promise<void> {
    await scene.database.query(
      `WITH fresh AS (
         INSERT INTO task (id, plan_id, code, title_vi, lead_unit_id, responsible_id, state, assigned_on, changed_at)
         SELECT uuid_v7(), $2, 'L-' || $5 || '-' || n, 'Nhiệm vụ ' || n, $3, $4, 'assigned', '2030-01-02', now() FROM generate_series(1, $1::int) n RETURNING id)
       INSERT INTO reminder (id, task_id, rule_id, revision, recipient_id, subject_id, fire_on, fire_at, created_at)
       SELECT uuid_v7(), fresh.id, rule.id, 1, $4, fresh.id, local_day(now()), now() - make_interval(mins => $5::int), now()
         FROM fresh, reminder_rule rule WHERE rule.code = 'assigned'`,
      [count, scene.plan, scene.department, scene.people.responsible, minutes],
    );
  }

  async function count(condition: string, table = 'reminder'): Promise<number> {
    const [row] = await scene.database.query(`SELECT count(*)::int AS n FROM ${table} WHERE ${condition}`);
    return row.n;
  }
  const told = () => count('told_at IS NOT NULL');

  it('one lane tells batch after batch until nothing is due', async () => {
    await due(450);
    await tell();
    expect([await told(), await count('true', 'notification')]).toEqual([450, 450]);
  });

  it('lanes at once share what is due, and each notification is written once', async () => {
    // Without the second lock on the door, so that a failure of the first shows.
    await scene.database.query('ALTER TABLE notification DROP CONSTRAINT notification_reminder_id_key');
    await due(700);
    await Promise.all([tell(), tell(), tell(), tell()]);
    await tell();
    await scene.database.query('ALTER TABLE notification ADD UNIQUE (reminder_id)');
    expect([await told(), await count('true', 'notification')]).toEqual([700, 700]);
  });

  it('takes as many statements for two hundred as for two', async () => {
    const statements = async () => {
      const query = jest.spyOn(Client.prototype, 'query');
      await tell();
      const calls = query.mock.calls.length;
      query.mockRestore();
      return calls;
    };
    await due(1);
    await tell();
    await due(2, 2);
    const few = await statements();
    await due(199, 3);
    expect(await statements()).toBe(few);
    expect(few).toBeLessThan(12);
  });

  it('does not wait for a task that somebody is changing, nor for what another lane holds', async () => {
    await due(3);
    const other = scene.database.createQueryRunner();
    await other.startTransaction();
    await other.query(`SELECT 1 FROM task WHERE code = 'L-1-1' FOR UPDATE`);
    await other.query(
      `SELECT 1 FROM reminder r JOIN task t ON t.id = r.task_id WHERE t.code = 'L-1-2' FOR UPDATE OF r`,
    );
    await tell();
    const meanwhile = await told();
    await other.rollbackTransaction();
    await other.release();
    expect(meanwhile).toBe(1);
    await tell();
    expect(await told()).toBe(3);
  });

  it('a reminder that breaks is postponed alone, with its try counted; the others of its batch are told', async () => {
    await due(5);
    await scene.database.query(
      `ALTER TABLE notification ADD CONSTRAINT poison CHECK (title_vi NOT LIKE '%L-1-3 %')`,
    );
    await tell();
    const [broken] = await scene.database.query(
      `SELECT attempts, next_attempt_at > now() AS later, failed_at FROM reminder WHERE told_at IS NULL`,
    );
    expect(broken).toEqual({ attempts: 1, later: true, failed_at: null });
    expect(await told()).toBe(4);
    await tell();
    expect((await scene.database.query('SELECT sum(attempts)::int AS n FROM reminder'))[0].n).toBe(1);
    await scene.database.query(
      'ALTER TABLE notification DROP CONSTRAINT poison; UPDATE reminder SET next_attempt_at = now()',
    );
    await tell();
    expect([await told(), await count('true', 'notification')]).toEqual([5, 5]);
  });

  it('a batch that breaks takes no letters from the allowance', async () => {
    await due(2);
    await scene.database.query(
      `ALTER TABLE notification ADD CONSTRAINT poison CHECK (title_vi NOT LIKE '%L-1-1 %')`,
    );
    await tell();
    await scene.database.query('ALTER TABLE notification DROP CONSTRAINT poison');
    expect(await scene.database.query('SELECT used FROM letter_allowance')).toEqual([{ used: 1 }]);
  });

  it('the sweep wakes a lane for each batch, at most four, and the same once', async () => {
    const sweep = () => scene.module.get(Sweep).sweep({});
    await sweep();
    expect(await queue().count()).toBe(0);
    await due(1);
    for (let n = 0; n < 3; n++) await sweep();
    expect(await queue().count()).toBe(1);
    await due(400, 2);
    await sweep();
    expect(await queue().count()).toBe(3);
    await due(2_000, 3);
    for (let n = 0; n < 3; n++) await sweep();
    expect((await queue().getWaiting()).map(({ data }) => data)).toEqual([{}, {}, {}, {}]);
  });

  it('the sweep wakes nobody for what is not due yet, or postponed', async () => {
    await due(3, -60);
    await scene.module.get(Sweep).sweep({});
    expect(await queue().count()).toBe(0);
    await due(1);
    await scene.database.query(`UPDATE reminder SET next_attempt_at = now() + interval '1 minute'`);
    await scene.module.get(Sweep).sweep({});
    expect(await queue().count()).toBe(0);
  });

  it('a process that is about to end stops after the batch in hand', async () => {
    const leaving = await ReminderScene.open();
    leaving.module.get(Tell).beforeApplicationShutdown();
    const task = await leaving.task('NV-1');
    await leaving.happens('task.assigned', { taskId: task, version: 1 });
    await leaving.lane();
    expect(await leaving.states(task)).toEqual(['assigned → responsible: waiting']);
    await leaving.close();
  });
});
