import type { HttpClient } from '../../../test/support/http-client';
import { PreviewScene, telling } from '../../../test/support/preview-scene';

const NOBODY = '01890000-0000-7000-8000-0000000000ff';

describe('a preview of a task that is about to be assigned', () => {
  let scene: PreviewScene;
  let committee: HttpClient;
  let local: HttpClient;

  beforeAll(async () => {
    scene = await PreviewScene.open();
    [committee, local] = [await scene.par.signIn('committee'), await scene.par.signIn('committee-a')];
  });

  afterAll(() => scene.par.close());

  const input = (more: object = {}) => ({
    planId: scene.plan.province,
    priority: 'high',
    leadUnitId: scene.unit.a,
    responsibleId: scene.person['officer-a'],
    dueDate: '2030-03-15',
    ...more,
  });
  const ask = (more: object = {}, who = committee) => who.post('/reminders/preview', input(more));

  it('tells of the assignment, of each day, and how many days are left', async () => {
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(body).toMatchObject({ calendarDaysLeft: 14, workingDaysLeft: 10, count: body.items.length });
    expect(body.items[0]).toMatchObject({
      rule: { code: 'assigned' },
      recipient: { displayName: 'officer-a' },
    });
    expect(body.items.slice(1).map(({ rule, fireOn }: any) => `${rule.code} ${fireOn}`)).toEqual(
      expect.arrayContaining(['due_in_7 2030-03-06', 'due_today 2030-03-15', 'overdue_3 2030-03-20']),
    );
    expect(body.items[0]).not.toHaveProperty('task');
  });

  it('comes true when the task is assigned', async () => {
    const { items } = (await ask()).body;
    const made = await committee.post('/tasks', input({ titleVi: 'Nhiệm vụ', code: 'NEW' }));
    expect(made.status).toBe(201);
    await scene.derive();
    const foretold = items.map((item: any) => telling({ ...item, task: { code: 'NEW' } }));
    const ofDays = foretold.filter((line: string) => !line.includes(' assigned '));
    expect(ofDays.length).toBeGreaterThan(8);
    expect(await scene.waiting()).toEqual(ofDays.sort());
  });

  it('follows the exceptions of its plan and priority', async () => {
    await scene.database.query(
      `INSERT INTO reminder_rule_exception (id, rule_id, plan_id, priority, active)
       SELECT uuid_v7(), id, $1, 'low', false FROM reminder_rule WHERE kind = 'deadline'`,
      [scene.plan.province],
    );
    const rules = async (more: object) =>
      (await ask(more)).body.items.map(({ rule }: any) => rule.code) as string[];
    expect(await rules({ priority: 'low' })).toEqual(['assigned']);
    expect((await rules({ priority: 'normal' })).length).toBeGreaterThan(8);
  });

  it('of a task without a due date tells of the assignment; nobody named, the officers hear of it', async () => {
    const { body } = await ask({ dueDate: null, responsibleId: null });
    expect(body).toMatchObject({ calendarDaysLeft: null, workingDaysLeft: null });
    expect(body.items.map(({ recipient }: any) => recipient.displayName).sort()).toEqual([
      'head-a',
      'officer-a',
    ]);
  });

  it('counts no working days where the year has no calendar', async () => {
    const { body } = await ask({ dueDate: '2040-03-15' });
    expect(body.workingDaysLeft).toBeNull();
    expect(body.items.map(({ rule }: any) => rule.code)).toEqual(['assigned', 'due_today']);
  });

  it('is for who may assign it', async () => {
    const officer = await scene.par.signIn('officer-a');
    expect((await scene.par.http.post('/reminders/preview', input())).status).toBe(401);
    expect((await ask({}, officer)).status).toBe(403);
    expect((await ask({}, local)).status).toBe(404);
    expect((await ask({ planId: scene.plan.a }, local)).status).toBe(200);
    const elsewhere = await ask(
      { planId: scene.plan.a, leadUnitId: scene.unit.b, responsibleId: null },
      local,
    );
    expect([elsewhere.status, elsewhere.body.errors]).toMatchObject([400, [{ path: 'leadUnitId' }]]);
    expect((await ask({ planId: NOBODY })).status).toBe(404);
  });

  it.each([
    [{ dueDate: '2030-02-30' }, 'dueDate'],
    [{ dueDate: undefined }, 'dueDate'],
    [{ dueDate: '2029-12-31' }, 'dueDate'],
    [{ priority: 'urgent' }, 'priority'],
    [{ leadUnitId: NOBODY }, 'leadUnitId'],
    [{ responsibleId: NOBODY }, 'responsibleId'],
    [{ titleVi: 'x' }, 'titleVi'],
  ])('is not made of %j', async (more, path) => {
    const refused = await ask(more);
    expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([400, path]);
  });

  it('is refused where the plan is closed', async () => {
    await scene.database.query(`UPDATE plan SET closed_on = '2030-02-01' WHERE id = $1`, [scene.plan.a]);
    expect((await ask({ planId: scene.plan.a })).body).toMatchObject({
      status: 409,
      code: 'task.plan_closed',
    });
  });
});
