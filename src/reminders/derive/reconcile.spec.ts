import { momentOf } from '../../platform/clock/day';
import { ReminderScene } from '../../../test/support/reminder-scene';
import { Reconcile } from './reconcile';

describe('the reconcile', () => {
  let scene: ReminderScene;

  beforeAll(async () => {
    scene = await ReminderScene.open();
  });

  afterAll(() => scene.close());

  const whenOutstanding = () =>
    scene.module.get(Reconcile).whenOutstanding({ asOf: scene.clock.now().toISOString() });
  const count = async () =>
    Number((await scene.database.query('SELECT count(*) AS n FROM reminder WHERE void_at IS NULL'))[0].n);

  it('derives everything at the first start, the rows of the day each night, and everything when something asked for it', async () => {
    scene.clock.set('2030-03-12');
    await scene.task('first', { due_date: '2030-03-22' });
    await whenOutstanding();
    expect(await count()).toBe(8);

    const second = await scene.task('second', { due_date: '2030-03-22' });
    await whenOutstanding();
    expect(await scene.lines(second)).toEqual([]);

    scene.clock.set('2030-03-13');
    await whenOutstanding();
    expect(await scene.states(second)).toEqual(['due_in_7 → responsible: waiting']);

    await scene.task('third', { due_date: '2030-03-22' });
    await scene.happens('calendar.changed', { year: 2030 });
    await whenOutstanding();
    expect(await count()).toBe(24);
  });

  it('derives everything in the first night of a week, so that nothing lost stays lost', async () => {
    await scene.database.query('DELETE FROM reminder');
    scene.clock.set('2030-03-17');
    await whenOutstanding();
    expect(await count()).toBe(0);
    scene.clock.set('2030-03-18');
    await whenOutstanding();
    expect(await count()).toBe(21);
    scene.clock.set('2030-03-12');
    await scene.reconcile();
    expect(await count()).toBe(24);
  });

  it('takes the days of missed nights of the same week, without deriving everything', async () => {
    await scene.database.query(`UPDATE reminder_reconcile SET derived_through = '2030-03-12'`);
    const missed = await scene.task('missed', { due_date: '2030-03-12' });
    const distant = await scene.task('distant', { due_date: '2030-06-28' });
    // One working day overdue on Wednesday; nobody derived before Friday.
    scene.clock.set('2030-03-15');
    await whenOutstanding();
    expect(await scene.states(missed)).toEqual([
      'overdue_1 → responsible: waiting',
      'overdue_3 → head: waiting',
    ]);
    expect(await scene.lines(distant)).toEqual([]);
    await scene.database.query('DELETE FROM reminder WHERE task_id = $1', [missed]);
    await scene.database.query('DELETE FROM task WHERE id = ANY($1::uuid[])', [[missed, distant]]);
  });

  it('begins a night at one o’clock, and does a night again when the clock was set back', async () => {
    const night = async () =>
      (await scene.database.query('SELECT derived_through AS night FROM reminder_reconcile'))[0].night;
    await scene.database.query(`UPDATE reminder_reconcile SET derived_through = '2030-03-12'`);
    scene.clock.set(momentOf('2030-03-13', 0.5));
    await whenOutstanding();
    expect(await night()).toBe('2030-03-12');
    scene.clock.set(momentOf('2030-03-13', 1.1));
    await whenOutstanding();
    expect(await night()).toBe('2030-03-13');
    scene.clock.set(momentOf('2030-03-12', 23));
    await whenOutstanding();
    expect(await night()).toBe('2030-03-12');
  });

  it('is one worker’s turn at a time, and another’s when that one has died', async () => {
    await scene.database.query(
      `UPDATE reminder_reconcile SET asked = asked + 1, working_until = now() + interval '1 minute'`,
    );
    const waiting = async () =>
      (await scene.database.query('SELECT asked > done AS waiting FROM reminder_reconcile'))[0].waiting;
    await whenOutstanding();
    expect(await waiting()).toBe(true);
    await scene.database.query(`UPDATE reminder_reconcile SET working_until = now() - interval '1 second'`);
    await whenOutstanding();
    expect(await waiting()).toBe(false);
  });

  it('does not lose an asking that is committed while it runs', async () => {
    const runner = scene.database.createQueryRunner();
    await runner.startTransaction();
    await runner.query('UPDATE reminder_reconcile SET asked = asked + 1');
    await whenOutstanding();
    await scene.task('fourth', { due_date: '2030-03-22' });
    await runner.commitTransaction();
    await runner.release();
    await whenOutstanding();
    expect(await count()).toBe(32);
  });

  it('takes down what a rule no longer wants and puts it back when it does', async () => {
    await scene.database.query(`UPDATE reminder_rule SET active = false WHERE code = 'due_in_3'`);
    await scene.happens('reminder_rule.changed', { ruleId: 'x' });
    await whenOutstanding();
    expect(
      await scene.database.query(
        `SELECT DISTINCT void_reason AS reason FROM reminder WHERE void_at IS NOT NULL`,
      ),
    ).toEqual([{ reason: 'rule_off' }]);
    await scene.database.query(`UPDATE reminder_rule SET active = true WHERE code = 'due_in_3'`);
    await scene.happens('reminder_rule.changed', { ruleId: 'x' });
    await whenOutstanding();
    expect(await count()).toBe(32);
  });

  it('moves waiting rows when a day off is added', async () => {
    await scene.database.query(
      `INSERT INTO calendar_year SELECT year, 2, '2030-03-01', false, $1 FROM calendar_year WHERE year = 2030`,
      [JSON.stringify([{ date: '2030-03-21', kind: 'holiday', nameVi: 'Nghỉ', nameEn: 'Off' }])],
    );
    await scene.happens('calendar.changed', { year: 2030 });
    await whenOutstanding();
    const [row] = await scene.database.query(
      `SELECT DISTINCT fire_on AS "fireOn", fire_at AS "fireAt" FROM reminder r JOIN reminder_rule rule ON rule.id = r.rule_id
        WHERE rule.code = 'due_in_1'`,
    );
    expect(row).toEqual({ fireOn: '2030-03-20', fireAt: new Date('2030-03-20T00:30:00Z') });
  });

  it('leaves due dates of a year without calendar until there is one', async () => {
    const task = await scene.task('far', { due_date: '2032-06-30' });
    await scene.reconcile();
    expect(await scene.lines(task)).toEqual([
      expect.objectContaining({ rule: 'due_today', fireOn: '2032-06-30' }),
    ]);
    await scene.addCalendar(2032);
    await scene.happens('calendar.changed', { year: 2032 });
    await whenOutstanding();
    expect(await scene.lines(task)).toHaveLength(8);
  });

  it('does not wait for a task that somebody is changing, and still derives it in the end', async () => {
    const [held, free] = [
      await scene.task('held', { due_date: '2030-03-22' }),
      await scene.task('free', { due_date: '2030-03-22' }),
    ];
    const runner = scene.database.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT 1 FROM task WHERE id = $1 FOR UPDATE', [held]);
    const running = scene.reconcile();
    for (let n = 0; n < 100 && (await scene.lines(free)).length === 0; n++)
      await new Promise((r) => setTimeout(r, 20));
    expect(await scene.lines(free)).toHaveLength(8);
    await runner.query(`UPDATE task SET due_date = '2030-06-28', deadline_revision = 2 WHERE id = $1`, [
      held,
    ]);
    await runner.commitTransaction();
    await runner.release();
    await running;
    expect(new Set((await scene.lines(held)).map(({ revision }) => revision))).toEqual(new Set([2]));
  });
});
