import { PreviewScene, telling } from '../../../test/support/preview-scene';

const rule = (end: string) => `01890000-0000-7000-8000-0000000000${end}`;
const [DUE_IN_7, DUE_TODAY, OVERDUE_3, NO_PROGRESS, ACCEPTANCE_WAITS] = [
  ...[rule('01'), rule('04'), rule('06')],
  ...[rule('11'), rule('12')],
];

type Change = Record<string, unknown>;

/** What a preview says is compared with what then happens: every row that waits, after saving and deriving. */
describe('a preview comes true', () => {
  let scene: PreviewScene;

  beforeAll(async () => {
    scene = await PreviewScene.open();
    await scene.task('SOON', { due_date: '2030-03-15', priority: 'high' });
    await scene.task('LATER', { due_date: '2030-05-31' });
    await scene.task('LATE', { due_date: '2030-02-25' });
    await scene.task('OWN-PLAN', { due_date: '2030-04-12', plan_id: scene.plan.a });
    await scene.task('OTHER', { due_date: '2030-03-20', lead_unit_id: scene.unit.b, responsible_id: null });
    await scene.task('NEVER');
    const sent = await scene.task('SENT', {
      due_date: '2030-03-08',
      state: 'submitted',
      submitted_on: '2030-02-25',
    });
    await scene.database.query(
      `INSERT INTO submission (id, task_id, at, by_user_id, counts_on) VALUES (gen_random_uuid(), $1, '2030-02-25 09:00+07', $2, '2030-02-25')`,
      [sent, scene.person['officer-a']],
    );
    await scene.derive();
  });

  afterAll(() => scene.par.close());

  /** Saves the change at its own address. */
  async function save({ ruleId, ...fields }: Change): Promise<void> {
    const { admin } = scene;
    const path = `/reminder-rules/${String(ruleId)}`;
    const answer =
      ruleId === undefined
        ? await admin.post('/reminder-rules', { nameVi: 'Mới', ...fields })
        : 'planId' in fields || 'priority' in fields
          ? await admin.put(`${path}/exceptions`, fields)
          : await admin.with({ 'if-match': String((await admin.get(path)).headers.etag) }).put(path, fields);
    if (answer.status >= 300) throw new Error(answer.text);
  }

  const changes: [string, () => Change, Record<string, number>][] = [
    ['another day', () => ({ ruleId: DUE_IN_7, offsetWorkingDays: -10 }), { moved: 5, added: 0, kept: 0 }],
    ['a day that has passed', () => ({ ruleId: DUE_IN_7, offsetWorkingDays: -20 }), { moved: 2, dropped: 0 }],
    [
      'another recipient',
      () => ({ ruleId: DUE_TODAY, recipient: 'head' }),
      { added: 3, dropped: 4, kept: 1 },
    ],
    ['a rule switched off', () => ({ ruleId: OVERDUE_3, active: false }), { added: 0 }],
    ['and on again', () => ({ ruleId: OVERDUE_3, active: true }), { dropped: 0 }],
    [
      'other words alone',
      () => ({ ruleId: DUE_TODAY, nameVi: 'Hôm nay' }),
      { added: 0, dropped: 0, moved: 0 },
    ],
    [
      'an exception for a plan',
      () => ({ ruleId: DUE_TODAY, planId: scene.plan.a, active: false }),
      { dropped: 1 },
    ],
    [
      'an exception for a priority',
      () => ({ ruleId: DUE_TODAY, priority: 'high', recipient: 'leader' }),
      { added: 1 },
    ],
    [
      'a rule of one’s own',
      () => ({ kind: 'deadline', offsetWorkingDays: 2, recipient: 'responsible' }),
      { added: 6, dropped: 0 },
    ],
    ['a longer wait', () => ({ ruleId: ACCEPTANCE_WAITS, offsetWorkingDays: 60 }), { kept: 2, ifStillSo: 0 }],
    ['a shorter silence', () => ({ ruleId: NO_PROGRESS, weeks: 2 }), { kept: 6, ifStillSo: 6 }],
    [
      'a rule of one’s own for silence',
      () => ({ kind: 'no_progress', weeks: 1, recipient: 'leader' }),
      { added: 6, ifStillSo: 6 },
    ],
  ];

  it.each(changes)('for %s', async (_, change, counted) => {
    const before = await scene.waiting();
    const all = { added: 0, moved: 0, kept: 0, dropped: 0, ifStillSo: 0, whenItHappens: 0 };
    const preview = { items: [] as any[], dropped: [] as any[], counts: all };
    for (const planId of [scene.plan.province, scene.plan.a]) {
      const { items, dropped, counts, count } = await scene.preview(
        { planId, change: change() },
        scene.admin,
        3,
      );
      expect(count).toBe(items.length);
      preview.items.push(...items);
      preview.dropped.push(...dropped);
      for (const name of Object.keys(all) as (keyof typeof all)[]) all[name] += counts[name];
    }
    expect(all).toMatchObject(counted);
    const planned = preview.items.filter(({ outcome }) => ['added', 'moved', 'kept'].includes(outcome));
    expect(new Set(planned.map(telling)).size).toBe(planned.length);
    // What the preview leaves out is of other rules and stays as it is.
    const touched = (line: string) =>
      planned.some((item) =>
        line.startsWith(`${item.task.code} ${item.rule.code} ${item.recipient.displayName} `),
      ) ||
      preview.dropped.some((item) =>
        line.startsWith(`${item.task.code} ${item.rule.code} ${item.recipient.displayName} `),
      );
    const foretold = [...before.filter((line) => !touched(line)), ...planned.map(telling)].sort();

    await save(change());
    expect(await scene.waiting()).toEqual(before);
    await scene.derive();
    expect(await scene.waiting()).toEqual(foretold);
  });

  it('also for what is told only if nobody speaks before', async () => {
    const change = { kind: 'no_progress', weeks: 3, recipient: 'committee' };
    const { items } = await scene.preview({ planId: scene.plan.province, change });
    const expected = items.filter(({ outcome }: any) => outcome === 'if_still_so');
    expect(expected.map(telling)).toContain('SOON own_3 committee 2030-03-15 2030-03-15T00:30:00.000Z');
    await save(change);
    scene.par.clock.set('2030-03-15');
    await scene.derive();
    const waiting = await scene.waiting();
    expect(waiting).toEqual(expect.arrayContaining(expected.map(telling)));
    scene.par.clock.set('2030-03-01');
  });
});
