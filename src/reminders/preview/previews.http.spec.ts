import type { HttpClient } from '../../../test/support/http-client';
import { PreviewScene } from '../../../test/support/preview-scene';

const rule = (end: string) => `01890000-0000-7000-8000-0000000000${end}`;
const [DUE_IN_7, DUE_TODAY, RETURNED, DIRECTION_GIVEN] = [rule('01'), rule('04'), rule('0b'), rule('0e')];
const [NO_PROGRESS, ACCEPTANCE_WAITS, NOBODY] = [rule('11'), rule('12'), rule('ff')];

describe('a preview of reminder rules', () => {
  let scene: PreviewScene;
  let officer: HttpClient;
  let local: HttpClient;
  let stranger: HttpClient;
  let soon: string;
  const off = { ruleId: DUE_TODAY, active: false };

  beforeAll(async () => {
    scene = await PreviewScene.open();
    soon = await scene.task('SOON', { due_date: '2030-03-15' });
    await scene.task('LATER', { due_date: '2030-05-31', priority: 'high' });
    await scene.task('HIDDEN', { due_date: '2030-04-30', lead_unit_id: scene.unit.b, responsible_id: null });
    await scene.derive();
    [officer, local, stranger] = [
      await scene.par.signIn('officer-a'),
      await scene.par.signIn('committee-a'),
      await scene.par.signIn('officer-b'),
    ];
  });

  afterAll(() => scene.par.close());

  const ask = (body: object, who = scene.admin) => who.post('/reminder-rules/preview', body);
  const names = (items: any[]) =>
    items.map(({ rule, recipient, outcome }) => [rule.code, recipient.displayName, outcome].join(' '));

  it('shows each telling with task, rule, recipient and moment, and what would not take place', async () => {
    const { status, body } = await ask({ taskId: soon, change: { ruleId: DUE_TODAY, recipient: 'head' } });
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          task: { id: soon, code: 'SOON', titleVi: 'Nhiệm vụ SOON', titleEn: null },
          rule: {
            id: DUE_TODAY,
            code: 'due_today',
            nameVi: 'Đến hạn hôm nay',
            nameEn: 'Due today',
            kind: 'deadline',
          },
          recipient: { id: scene.person['head-a'], displayName: 'head-a' },
          ...{ fireOn: '2030-03-15', fireAt: '2030-03-15T00:30:00.000Z', outcome: 'added', deputy: null },
        },
      ],
      ...{ nextCursor: null, count: 1, tasks: { open: 1, looked: 1 } },
      counts: { added: 1, moved: 0, kept: 0, dropped: 1, ifStillSo: 0, whenItHappens: 0 },
      dropped: [
        expect.objectContaining({
          rule: expect.objectContaining({ code: 'due_today' }),
          recipient: { id: scene.person['officer-a'], displayName: 'officer-a' },
          ...{ fireOn: '2030-03-15', reason: 'recipient_changed' },
        }),
      ],
    });
  });

  it('leaves nothing behind, in no table, also when it is refused half way', async () => {
    const before = await scene.fingerprints();
    const planId = scene.plan.province;
    for (const change of [
      undefined,
      off,
      { ruleId: NO_PROGRESS, weeks: 1 },
      { ruleId: ACCEPTANCE_WAITS, active: false },
      { ruleId: DUE_IN_7, planId, priority: 'high', offsetWorkingDays: -20 },
      { kind: 'deadline', offsetWorkingDays: -2, recipient: 'leader', code: 'mine' },
    ])
      expect((await ask({ planId, change })).status).toBe(200);
    const task = { planId, leadUnitId: scene.unit.a, dueDate: '2030-06-28' };
    expect((await scene.admin.post('/reminders/preview', task)).status).toBe(200);
    expect((await ask({ planId, change: off, cursor: 'x' })).status).toBe(400);
    expect((await ask({ planId, change: { kind: 'deadline', recipient: 'head' } })).status).toBe(400);
    expect(await scene.fingerprints()).toEqual(before);
  });

  it('without a change shows all that is planned', async () => {
    const { body } = await ask({ taskId: soon }, officer);
    expect(body.counts).toMatchObject({ added: 0, moved: 0, dropped: 0, kept: body.count });
    expect(body.items.map(({ rule }: any) => rule.code)).toEqual(
      expect.arrayContaining(['due_in_7', 'due_in_3', 'due_in_1', 'due_today', 'overdue_15']),
    );
  });

  it('shows whom a rule that follows an event would tell, without a day', async () => {
    const { body } = await ask({ taskId: soon, change: { ruleId: RETURNED, recipient: 'head' } });
    expect(names(body.items)).toEqual(['returned head-a when_it_happens']);
    expect(body.items[0]).toMatchObject({ fireOn: null, fireAt: null, deputy: null });
    const addressee = await ask({
      taskId: soon,
      change: { ruleId: DIRECTION_GIVEN, recipient: 'addressee' },
    });
    expect(addressee.body).toMatchObject({ items: [], count: 0 });
    expect((await ask({ taskId: soon, change: { ruleId: RETURNED, active: false } })).body.count).toBe(0);
  });

  it('shows the next telling of silence, and a new rule under the code it would get', async () => {
    const change = { kind: 'no_progress', weeks: 5, recipient: 'head', nameVi: 'Im lặng' };
    const { body } = await ask({ taskId: soon, change });
    expect(body.items).toMatchObject([
      {
        ...{ fireOn: '2030-03-08', outcome: 'if_still_so' },
        rule: { id: null, code: 'own_1', nameVi: 'Im lặng', kind: 'no_progress' },
      },
    ]);
    expect((await ask({ taskId: soon, change: { ...change, active: false } })).body.count).toBe(0);
  });

  it('names the deputy of who has said that he is away on the day', async () => {
    await scene.database.query(
      `INSERT INTO telling_preference (user_id, absent_from, absent_to, deputy_id) VALUES ($1, '2030-03-12', '2030-03-14', $2)`,
      [scene.person['officer-a'], scene.person['head-a']],
    );
    const { body } = await ask({ taskId: soon });
    const deputies = body.items
      .filter(({ rule: { code } }: any) => /^due_in/.test(code))
      .map(({ rule, deputy }: any) => `${rule.code} ${deputy?.displayName}`);
    expect(deputies).toEqual(['due_in_7 undefined', 'due_in_3 head-a', 'due_in_1 head-a']);
    await scene.database.query('DELETE FROM telling_preference');
  });

  it('comes page by page, each telling once', async () => {
    const body = {
      planId: scene.plan.province,
      change: { ruleId: DUE_TODAY, planId: scene.plan.province, recipient: 'head' },
    };
    const [whole, paged] = [await scene.preview(body), await scene.preview(body, scene.admin, 1)];
    expect(whole.items).toHaveLength(3);
    expect(paged.items).toEqual(whole.items);
    expect((await ask({ ...body, cursor: Buffer.from('[1]').toString('base64url') })).status).toBe(400);
  });

  it('of a change is for who may save it', async () => {
    expect((await ask({ taskId: soon, change: off }, officer)).status).toBe(403);
    expect((await ask({ taskId: soon, change: off }, local)).status).toBe(403);
    expect((await ask({ taskId: soon, change: { ...off, planId: scene.plan.a } }, local)).status).toBe(200);
    expect((await ask({ taskId: soon, change: { ...off, planId: scene.plan.province } }, local)).status).toBe(
      403,
    );
    expect((await ask({ taskId: soon, change: { ...off, priority: 'high' } }, local)).status).toBe(403);
    expect(
      (
        await ask(
          { taskId: soon, change: { kind: 'deadline', offsetWorkingDays: 2, recipient: 'head' } },
          local,
        )
      ).status,
    ).toBe(403);
    expect((await scene.par.http.post('/reminder-rules/preview', { taskId: soon })).status).toBe(401);
  });

  it('shows tasks and plans in scope alone', async () => {
    expect((await ask({ taskId: soon }, stranger)).status).toBe(404);
    expect((await ask({ planId: scene.plan.a }, stranger)).status).toBe(404);
    expect((await ask({ taskId: NOBODY })).status).toBe(404);
    const seen = await ask({ planId: scene.plan.province }, officer);
    expect(seen.body.tasks).toEqual({ open: 2, looked: 2 });
    expect(new Set(seen.body.items.map(({ task }: any) => task.code))).toEqual(new Set(['SOON', 'LATER']));
    const whole = await ask({ planId: scene.plan.province });
    expect(whole.body.tasks).toEqual({ open: 3, looked: 3 });
  });

  it.each([
    [{}, 'taskId'],
    [{ taskId: NOBODY, planId: NOBODY }, 'taskId'],
    [{ taskId: 'x' }, 'taskId'],
    [{ change: 'off' }, 'change'],
    [{ change: { ruleId: 'x' } }, 'change.ruleId'],
    [{ change: { ruleId: DUE_IN_7, offsetWorkingDays: 99 } }, 'change.offsetWorkingDays'],
    [{ change: { ruleId: DUE_IN_7, weeks: 2 } }, 'change.weeks'],
    [{ change: { ruleId: DUE_IN_7, points: 2 } }, 'change.points'],
    [{ change: { ruleId: DUE_IN_7, priority: 'low' } }, 'change.active'],
    [{ change: { kind: 'mentioned', recipient: 'head' } }, 'change.kind'],
    [{ limit: 201 }, 'limit'],
  ])('is not made of %j', async (more: object, path) => {
    const place = 'change' in more || 'limit' in more ? { taskId: soon } : {};
    const refused = await ask({ ...place, ...more });
    expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([400, path]);
  });

  it('of a rule that is not there finds none', async () => {
    expect((await ask({ taskId: soon, change: { ruleId: NOBODY, active: false } })).status).toBe(404);
  });

  it('gives way to who really writes, soon and in words, and holds nobody up afterwards', async () => {
    const runner = scene.database.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT 1 FROM task WHERE id = $1 FOR UPDATE', [soon]);
    const begun = performance.now();
    const refused = await ask({ taskId: soon, change: off });
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(refused.body).toMatchObject({ status: 409, code: 'reminder_preview.busy' });
    await runner.rollbackTransaction();
    await runner.release();
    expect((await ask({ taskId: soon, change: off })).status).toBe(200);
    const [{ held }] = await scene.database.query(
      `SELECT count(*)::int AS held FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    expect(held).toBe(0);
  });

  it('looks at 2,000 tasks of a plan and says how many there are', async () => {
    await scene.database.query(
      `INSERT INTO task (id, plan_id, lead_unit_id, code, title_vi, state, due_date, original_due_date, assigned_on, changed_at)
       SELECT uuid_v7(), $1, $2, 'M' || n, 'x', 'assigned', '2030-06-28', '2030-06-28', '2030-02-01', '2030-02-01' FROM generate_series(1, 2001) AS n`,
      [scene.plan.a, scene.unit.a],
    );
    await scene.database.query('UPDATE reminder_rule SET active = false WHERE id <> $1', [DUE_TODAY]);
    await scene.database.query('ANALYZE');
    const { body } = await ask({
      planId: scene.plan.a,
      change: { ruleId: DUE_TODAY, recipient: 'leader' },
      limit: 1,
    });
    expect(body).toMatchObject({ tasks: { open: 2001, looked: 2000 }, count: 2000, counts: { added: 2000 } });
  });
});
