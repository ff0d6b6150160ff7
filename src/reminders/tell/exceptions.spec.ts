import { ReminderScene } from '../../../test/support/reminder-scene';

describe('a telling follows the rules in force', () => {
  let scene: ReminderScene;
  let task: string;
  let n = 0;

  beforeAll(async () => {
    scene = await ReminderScene.open();
  });

  afterAll(() => scene.close());
  beforeEach(async () => {
    scene.clock.set('2030-03-01');
    await scene.database.query('DELETE FROM reminder_rule_exception');
    task = await scene.task(`NV-${++n}`, { due_date: '2030-03-15' });
  });

  const except = (rule: string, columns: string, values: string) =>
    scene.database.query(
      `INSERT INTO reminder_rule_exception (id, rule_id, plan_id, ${columns}) SELECT uuid_v7(), id, $2, ${values} FROM reminder_rule WHERE code = $1`,
      [rule, scene.plan],
    );
  const stateOf = async (rule: string) =>
    (await scene.states(task)).filter((line) => line.startsWith(`${rule} `));

  it('of its plan: what an exception switches off is not told', async () => {
    await scene.reconcile();
    await except('due_in_7', 'active', 'false');
    scene.clock.set('2030-03-06');
    await scene.tellDue();
    expect(await stateOf('due_in_7')).toEqual(['due_in_7 → responsible: rule_off']);
  });

  it('of its priority: an exception for another priority changes nothing', async () => {
    await scene.reconcile();
    await except('due_in_7', 'priority, active', `'high', false`);
    scene.clock.set('2030-03-06');
    await scene.tellDue();
    expect(await stateOf('due_in_7')).toEqual(['due_in_7 → responsible: told']);
  });

  it('to whom the exception says', async () => {
    await scene.reconcile();
    await except('due_in_7', 'recipient', `'head'`);
    scene.clock.set('2030-03-06');
    await scene.tellDue();
    expect(await stateOf('due_in_7')).toEqual(['due_in_7 → responsible: recipient_changed']);
  });

  it('of two steps that are due, the later in force is told', async () => {
    await scene.reconcile();
    // In this plan the reminder "three days left" comes before "seven days left".
    await except('due_in_3', 'offset_working_days', '-9');
    scene.clock.set('2030-03-12');
    await scene.tellDue();
    expect(await stateOf('due_in_3')).toEqual(['due_in_3 → responsible: superseded']);
    expect(await stateOf('due_in_7')).toEqual(['due_in_7 → responsible: told']);
  });
});
