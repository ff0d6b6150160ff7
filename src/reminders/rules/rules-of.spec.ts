import { uuidv7 } from 'uuidv7';
import { addPlan } from '../../../test/support/factories';
import { ReminderScene } from '../../../test/support/reminder-scene';

const rule = (end: string) => `01890000-0000-7000-8000-0000000000${end}`;
const [DUE_IN_7, ASSIGNED] = [rule('01'), rule('09')];

/** Several exceptions may fit a task: the narrowest holds, alone; what it leaves open is as the rule says. */
describe('the rules in force for a task', () => {
  let scene: ReminderScene;
  let otherPlan: string;

  beforeAll(async () => {
    scene = await ReminderScene.open();
    otherPlan = await addPlan(scene.database, scene.province, { code: 'O', issued_on: '2030-01-01' });
  });

  afterAll(() => scene.close());

  beforeEach(() => scene.database.query('DELETE FROM reminder_rule_exception'));

  const except = (differences: Record<string, unknown>, ruleId = DUE_IN_7) => {
    const row: Record<string, unknown> = { id: uuidv7(), rule_id: ruleId, ...differences };
    const names = Object.keys(row);
    return scene.database.query(
      `INSERT INTO reminder_rule_exception (${names.join(', ')}) VALUES (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
      Object.values(row),
    );
  };

  const inForce = async (plan: string, priority: string, ruleId = DUE_IN_7) =>
    (
      await scene.database.query('SELECT * FROM rules_of($1, $2) AS r WHERE r.id = $3', [
        plan,
        priority,
        ruleId,
      ])
    )[0];

  it('are the rules themselves where nothing is excepted', async () => {
    const all = await scene.database.query('SELECT * FROM rules_of($1, $2) ORDER BY id', [
      scene.plan,
      'high',
    ]);
    const rules = await scene.database.query(
      'SELECT id, code, kind, active, offset_working_days AS step, weeks, recipient FROM reminder_rule ORDER BY id',
    );
    expect(all).toEqual(rules);
  });

  it('are those of a priority of the plan, else of the plan, else of the priority, else the rule', async () => {
    await except({ plan_id: scene.plan, priority: 'high', offset_working_days: -20 });
    await except({ plan_id: scene.plan, offset_working_days: -15 });
    await except({ priority: 'high', offset_working_days: -10 });
    const steps = [
      await inForce(scene.plan, 'high'),
      await inForce(scene.plan, 'normal'),
      await inForce(otherPlan, 'high'),
      await inForce(otherPlan, 'normal'),
    ].map(({ step }) => step);
    expect(steps).toEqual([-20, -15, -10, -7]);
  });

  it('take what the narrowest exception leaves open from the rule, never from a wider exception', async () => {
    await except({ priority: 'high', recipient: 'leader', active: false });
    await except({ plan_id: scene.plan, offset_working_days: 0 });
    expect(await inForce(scene.plan, 'high')).toMatchObject({
      step: 0,
      recipient: 'responsible',
      active: true,
    });
    expect(await inForce(otherPlan, 'high')).toMatchObject({ step: -7, recipient: 'leader', active: false });
  });

  it('of other rules are not touched, nor is the rule where its exception does not fit', async () => {
    await except({ plan_id: otherPlan, priority: 'low', active: false });
    expect(await inForce(otherPlan, 'low')).toMatchObject({ active: false });
    expect(await inForce(otherPlan, 'low', ASSIGNED)).toMatchObject({ active: true });
    expect(await inForce(scene.plan, 'low')).toMatchObject({ active: true });
  });

  it('may be switched on for a plan alone', async () => {
    await scene.database.query('UPDATE reminder_rule SET active = false WHERE id = $1', [DUE_IN_7]);
    await except({ plan_id: scene.plan, active: true });
    expect(await inForce(scene.plan, 'low')).toMatchObject({ active: true });
    expect(await inForce(otherPlan, 'low')).toMatchObject({ active: false });
    await scene.database.query('UPDATE reminder_rule SET active = true WHERE id = $1', [DUE_IN_7]);
  });

  it.each([
    ['of nothing', { active: false }],
    ['without a difference', { priority: 'low' }],
    ['of an unknown priority', { priority: 'urgent', active: false }],
  ])('have no exception %s', async (_, differences) => {
    await expect(except(differences)).rejects.toThrow('check');
  });

  describe('are derived', () => {
    const states = async (taskId: string) =>
      (await scene.lines(taskId))
        .filter(({ rule: code }) => code === 'due_in_7')
        .map(({ recipient, fireOn, state }) => `${recipient} ${fireOn} ${state}`);

    it('by plan and priority; what was told under the rule is not told again under an exception', async () => {
      const task = (code: string, priority: string) =>
        scene.task(code, { due_date: '2030-04-30', priority } as object);
      const [high, low] = [await task('H', 'high'), await task('L', 'low')];
      await scene.reconcile();
      expect(await states(high)).toEqual(['responsible 2030-04-19 waiting']);

      await except({ plan_id: scene.plan, priority: 'high', offset_working_days: -2 });
      await except({ plan_id: scene.plan, recipient: 'head' });
      await scene.reconcile();
      expect(await states(high)).toEqual(['responsible 2030-04-26 waiting']);
      expect(await states(low)).toEqual([
        'head 2030-04-19 waiting',
        'responsible 2030-04-19 recipient_changed',
      ]);

      await scene.database.query(
        `UPDATE reminder SET told_at = now() WHERE task_id = $1 AND void_at IS NULL AND fire_on = '2030-04-26'`,
        [high],
      );
      await scene.database.query('DELETE FROM reminder_rule_exception');
      await scene.reconcile();
      expect((await states(high)).filter((line) => !/recipient_changed$/.test(line))).toEqual([
        'responsible 2030-04-26 told',
      ]);
      expect(await states(low)).toEqual([
        'head 2030-04-19 recipient_changed',
        'responsible 2030-04-19 waiting',
      ]);
    });

    it('and void where an exception switches the rule off', async () => {
      const taskId = await scene.task('OFF', { due_date: '2030-04-30', priority: 'high' } as object);
      await scene.reconcile();
      await except({ priority: 'high', active: false });
      await scene.reconcile();
      expect(await states(taskId)).toEqual(['responsible 2030-04-19 rule_off']);
      await scene.database.query('DELETE FROM reminder_rule_exception');
      await scene.reconcile();
      expect(await states(taskId)).toEqual(['responsible 2030-04-19 waiting']);
    });
  });
});
