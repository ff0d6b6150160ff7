import type { QueryRunner } from 'typeorm';
import { openDutyScene, type DutyScene } from '../../../test/support/duty-scene';
import { eventually } from '../../../test/support/eventually';
import { DutyTasks } from './create-duty-tasks';
import { keepMade } from './duty-work.queries';

const DAY = '2027-03-01';

describe('tasks of recurring duties under repeats, races and failures', () => {
  let scene: DutyScene;
  let other: QueryRunner;
  let entriesBefore: number;

  beforeAll(async () => {
    scene = await openDutyScene();
  });

  afterAll(() => scene.par.close());
  beforeEach(async () => {
    await scene.reset();
    [{ n: entriesBefore }] = await query(
      `SELECT count(*)::int AS n FROM journal_entry WHERE act <> 'duty.created'`,
    );
    other = scene.par.database.createQueryRunner();
  });

  afterEach(() => other.release());

  const query = (sql: string, parameters: unknown[] = []) => scene.par.database.query(sql, parameters);
  const counts = async () =>
    (
      await query(
        `SELECT (SELECT count(*)::int FROM task) AS tasks, (SELECT count(*)::int FROM duty_task) AS made,
        (SELECT count(*)::int - $1::int FROM journal_entry WHERE act <> 'duty.created') AS entries, (SELECT count(*)::int FROM outbox) AS events`,
        [entriesBefore],
      )
    )[0];
  const none = { tasks: 0, made: 0, entries: 0, events: 0 };
  const all = { tasks: 2, made: 2, entries: 2, events: 2 };
  /** Processes of this database that wait for somebody's lock. */
  const waiting = () =>
    query(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    ) as Promise<{ pid: number }[]>;

  it('are made once by five workers that look at the same moment', async () => {
    await scene.duty();
    await other.startTransaction();
    await other.query('SELECT 1 FROM plan FOR UPDATE');
    const runs = Array.from({ length: 5 }, () => scene.run(DAY));
    // One has the duty and waits for the plan; the others have passed the duty by.
    await eventually(async () => (await waiting()).length === 1);
    await Promise.race(runs);
    await other.rollbackTransaction();
    await Promise.all(runs);
    await Promise.all([scene.run(DAY), scene.run(DAY)]);
    expect(await counts()).toEqual(all);
  });

  it('are refused a second time by the key alone, and the second attempt leaves nothing', async () => {
    const { id } = await scene.duty();
    await scene.run(DAY);
    const [first] = await query('SELECT unit_id, task_id, period_from, period_to FROM duty_task');
    const again = { unitId: first.unit_id, from: first.period_from, to: first.period_to, taskId: id };
    await expect(keepMade(scene.par.database.manager, id, [again])).rejects.toThrow('duty_task_pkey');
    // As if another worker made it between our look and our writing.
    await query('DELETE FROM duty_task');
    await query(`CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN INSERT INTO duty_task VALUES ('${id}', '${first.unit_id}', '${first.period_from}', '${first.period_to}', '${first.task_id}');
      RETURN NULL; END $$; CREATE TRIGGER late AFTER INSERT ON task FOR EACH STATEMENT EXECUTE FUNCTION late()`);
    await query(`UPDATE duty SET look_on = '-infinity'`);
    await scene.run(DAY);
    await query('DROP FUNCTION late() CASCADE');
    expect(await counts()).toEqual({ ...all, made: 0 });
  });

  it('are made whole or not at all when the worker is killed in the middle, and whole at the next run', async () => {
    await scene.duty();
    await other.startTransaction();
    await other.query('SELECT 1 FROM journal_chain FOR UPDATE');
    const run = scene.run(DAY);
    const [{ pid }] = await eventually(waiting);
    // Everything but the journal is written by now; to the database this is how a killed worker looks.
    await query('SELECT pg_terminate_backend($1)', [pid]);
    await run;
    await other.rollbackTransaction();
    expect(await counts()).toEqual(none);
    await scene.run(DAY);
    expect(await counts()).toEqual(all);
  });

  it('of one duty that fails do not keep others waiting, and come when the fault is gone', async () => {
    await scene.duty({ titleVi: 'Hỏng' });
    await scene.duty({ titleVi: 'Lành' });
    await query(`ALTER TABLE task ADD CONSTRAINT broken CHECK (title_vi NOT LIKE 'Hỏng%')`);
    await scene.run(DAY);
    expect((await scene.made()).map((line) => line.slice(0, 4))).toEqual(['Lành', 'Lành']);
    await query('ALTER TABLE task DROP CONSTRAINT broken');
    await scene.run(DAY);
    expect(await counts()).toEqual({ tasks: 4, made: 4, entries: 4, events: 4 });
  });

  it('wait for an edit that is under way and follow it', async () => {
    const { id } = await scene.duty();
    await other.startTransaction();
    await other.query(`UPDATE duty SET title_vi = 'Sửa' WHERE id = $1`, [id]);
    await scene.run(DAY);
    expect(await counts()).toEqual(none);
    await other.commitTransaction();
    await scene.run(DAY);
    expect((await scene.made())[0]).toMatch(/^Sửa – Quý I năm 2027/);
  });

  it('are none in a plan that is closed while the worker looks', async () => {
    await scene.duty();
    await other.startTransaction();
    await other.query('UPDATE plan SET closed_on = $1', [DAY]);
    const run = scene.run(DAY);
    await eventually(waiting);
    await other.commitTransaction();
    await run;
    expect(await counts()).toEqual(none);
  });

  it("keep to the database's day, whatever the clock of the worker says", async () => {
    const { id } = await scene.duty({ startsOn: '2190-01-01' });
    scene.par.clock.set('2190-03-01');
    await scene.par.app.get(DutyTasks).create({});
    expect(await scene.made(id)).toEqual([]);
  });

  it('come by the timetable of a worker, without anybody asking', async () => {
    const { id } = await scene.duty({ rhythm: 'monthly', leadDays: 366 });
    await query(`UPDATE duty SET starts_on = '2020-01-01'`);
    await scene.par.startWorker();
    expect(await eventually(() => scene.made(id))).not.toEqual([]);
  });

  it('cost one look for a duty that has nothing to make until its next day', async () => {
    await scene.duty();
    await scene.run(DAY);
    const [{ look_on: next }] = await query('SELECT look_on FROM duty');
    expect(next).toBe('2027-05-21');
    const ended = await scene.duty({ endsOn: '2027-04-01' });
    await scene.run('2027-05-01');
    expect(await query('SELECT look_on FROM duty WHERE id = $1', [ended.id])).toEqual([{ look_on: null }]);
  });
});
