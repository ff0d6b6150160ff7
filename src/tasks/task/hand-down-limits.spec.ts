import { openFamily, type Family } from '../../../test/support/family';

describe('the parts of one task', () => {
  let family: Family;
  let parent: any;

  beforeAll(async () => {
    family = await openFamily();
  });

  beforeEach(async () => {
    parent = await family.task();
  });

  afterAll(() => family.par.close());

  const handDown = (parentId = parent.id as string, who = family.officer) => family.handDown(who, parentId);
  const numbered = (...numbers: number[]) =>
    numbers.map((n) => `${parent.code}.${String(n).padStart(3, '0')}`);

  it('get numbers without gaps or doubles when twenty are handed down at once', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => handDown()));
    expect(new Set(made.map((answer) => answer.status))).toEqual(new Set([201]));
    const codes = made.map((answer) => answer.body.code as string).sort();
    expect(codes).toEqual(numbered(...Array.from({ length: 20 }, (_, n) => n + 1)));
  });

  it('are made once, however often the same request arrives', async () => {
    const keyed = family.officer.with({ 'idempotency-key': 'part-1' });
    const made = await Promise.all(Array.from({ length: 10 }, () => handDown(parent.id, keyed)));
    expect(new Set(made.map((answer) => answer.text)).size).toBe(1);
    expect((await family.officer.get(`/tasks/${parent.id}`)).body.parts.all).toBe(1);
  });

  it('go on after the numbers of a batch, and pass over a code that another task was given', async () => {
    const { committee, planId, department, division } = family;
    const batch = await committee.post('/tasks/batch', {
      ...{ planId, titleVi: 'Rà soát', code: 'GIAO-XUONG' },
      ...{ leadUnitIds: [department, division], parentLeadUnitId: department },
    });
    await committee.post('/tasks', {
      ...{ planId, titleVi: 'Khác', code: 'GIAO-XUONG.003', leadUnitId: department },
    });
    expect((await handDown(batch.body.parent.id)).body.code).toBe('GIAO-XUONG.004');
  });

  it('are at most 200 that live', async () => {
    const { database } = family.par;
    await handDown();
    await database.query(
      `INSERT INTO task (id, plan_id, parent_id, handed_down, code, title_vi, lead_unit_id, state, changed_at)
       SELECT uuid_v7(), t.plan_id, t.parent_id, true, $2 || '.' || lpad(n::text, 3, '0'), 'Phần', t.lead_unit_id, 'assigned', now()
         FROM task t, generate_series(2, 200) AS n WHERE t.parent_id = $1`,
      [parent.id, parent.code],
    );
    const full = await handDown();
    expect([full.status, full.body.code]).toEqual([409, 'task.too_many_parts']);
    await database.query(`UPDATE task SET state = 'cancelled' WHERE code = $1`, numbered(200));
    expect((await handDown()).body.code).toBe(numbered(201)[0]);
  });

  it('go down to the fifth level', async () => {
    let id = parent.id as string;
    for (let level = 2; level <= 5; level += 1) id = (await handDown(id)).body.id;
    const sixth = await handDown(id);
    expect([sixth.status, sixth.body.code]).toEqual([409, 'task.too_deep']);
  });

  it('are listed once each, for their own units, and left out where asked', async () => {
    const all = async (unit: string, more = '') =>
      (await family.committee.get(`/tasks/counts?planId=${family.planId}&within=${unit}${more}`)).body.all;
    const assigned = await all(family.department, '&handedDown=false');
    const before = [await all(family.department), await all(family.division)];
    await handDown();
    await family.handDown(family.officer, parent.id, { leadUnitId: family.division });
    expect([await all(family.department), await all(family.division)]).toEqual([
      before[0] + 2,
      before[1] + 1,
    ]);
    expect(await all(family.department, '&handedDown=false')).toBe(assigned);
  });

  it('without points are no gap of the plan', async () => {
    const { body: part } = await handDown();
    const { text } = await family.committee.get(`/reports/gaps?planId=${family.planId}`);
    expect([text.includes(parent.code), text.includes(part.code)]).toEqual([true, false]);
  });
});
