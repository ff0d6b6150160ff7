import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson } from '../../../test/support/people';

describe('one task for many units', () => {
  let par: Par;
  let committee: HttpClient;
  let planId: string;
  let communes: string[];
  let snv: string;
  let stc: string;
  const unitId = async (code: string) =>
    (await par.database.query('SELECT id FROM unit WHERE code = $1 AND valid_to IS NULL', [code]))[0]
      .id as string;

  beforeAll(async () => {
    par = await openPar('sample');
    committee = await par.signIn('committee');
    planId = (await committee.get('/plans?year=2026')).body.items[0].id;
    [snv, stc] = await Promise.all([unitId('LS-SNV'), unitId('LS-STC')]);
    const rows = await par.database.query(
      `SELECT id FROM unit WHERE level = 'commune' AND daterange(valid_from, valid_to, '[]') @> '2023-06-01'::date`,
    );
    communes = rows.map((row: { id: string }) => row.id);
  });

  afterAll(() => par.close());

  const batch = (fields: object, who = committee) =>
    who.post('/tasks/batch', { planId, titleVi: 'Rà soát thủ tục', dueDate: '2026-12-15', ...fields });
  const faults = async (fields: object) =>
    (await batch(fields)).body.errors.map((error: any) => `${error.path} ${error.code}`);
  const written = async () =>
    (
      await par.database.query(
        `SELECT (SELECT count(*) FROM task) AS tasks, (SELECT count(*) FROM journal_entry) AS entries, (SELECT count(*) FROM outbox) AS events`,
      )
    )[0];

  it('goes to 200 communes at once: one parent, one part each, all told and on record', async () => {
    const before = await written();
    const { status, body } = await batch({
      level: 'commune',
      sourceDate: '2023-06-01',
      componentCodes: ['1.2.1'],
    });
    expect([status, body.count, body.children.length]).toEqual([201, 200, 200]);
    expect(body.parent).toMatchObject({ parentId: null, state: 'assigned', components: [{ code: '1.2.1' }] });
    expect(body.parent.code).toMatch(/^2026-\d{3}$/);
    const codes = body.children.map((child: any) => child.code);
    expect([codes[0], codes[199]]).toEqual([`${body.parent.code}.001`, `${body.parent.code}.200`]);
    expect(new Set(body.children.map((child: any) => child.leadUnit.id))).toEqual(new Set(communes));
    const names = body.children.map((child: any) => child.leadUnit.nameVi);
    expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare));
    const listed = await committee.get(`/tasks?parentId=${body.parent.id}&count=true`);
    expect(listed.body.count).toBe(200);
    const after = await written();
    for (const table of ['tasks', 'entries', 'events'])
      expect(Number(after[table]) - Number(before[table])).toBe(201);
  });

  it('counts each task once, for its own unit, so that the units sum to the total', async () => {
    const all = async () =>
      (await committee.get(`/reports/status?planId=${planId}`)).body.cells.all as number;
    const before = await all();
    const { body } = await batch({ group: 'ALL_DEPARTMENTS' });
    expect(body.count).toBeGreaterThan(10);
    expect(await all()).toBe(before + body.count + 1);
    let [sum, cursor] = [0, ''];
    do {
      const page = (await committee.get(`/reports/units?planId=${planId}${cursor}`)).body;
      for (const item of page.items) sum += item.cells.all as number;
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
    } while (cursor);
    expect(sum).toBe(await all());
  });

  it('is led as a whole by the issuer of the plan or by the unit that is named, and numbers the parts as asked', async () => {
    const issued = await batch({ leadUnitIds: [stc, snv], code: 'B-7' });
    const plan = (await committee.get(`/plans/${planId}`)).body;
    expect(issued.body.parent.leadUnit.id).toBe(plan.issuer.id);
    expect(issued.body.children.map((child: any) => [child.code, child.leadUnit.code])).toEqual([
      ['B-7.001', 'LS-STC'],
      ['B-7.002', 'LS-SNV'],
    ]);
    const named = await batch({ leadUnitIds: [stc], parentLeadUnitId: snv, parentDueDate: '2026-12-31' });
    expect(named.body.parent).toMatchObject({ leadUnit: { code: 'LS-SNV' }, dueDate: '2026-12-31' });
    const part = await committee.get(`/tasks/${named.body.children[0].id}`);
    expect(part.body).toMatchObject({ parentId: named.body.parent.id, dueDate: '2026-12-15' });
  });

  it('is written for all units or for none: the one that is wrong is named', async () => {
    const before = await written();
    const unknown = '018f0000-0000-7000-8000-000000000000';
    const asked = { sourceDate: '2023-06-01', leadUnitIds: [...communes, unknown] };
    expect(await faults(asked)).toEqual(['leadUnitIds[200] unit_unknown']);
    const today = await faults({ leadUnitIds: [snv, ...communes] });
    expect(today[0]).toBe('leadUnitIds[1] unit_not_valid');
    expect(await faults({ leadUnitIds: [snv, snv] })).toEqual(['leadUnitIds[1] unit_twice']);
    expect(await written()).toEqual(before);
  });

  it('takes the parent back when a part fails after it', async () => {
    await committee.post('/tasks', { planId, code: 'C-1.002', titleVi: 'Đã có', leadUnitId: snv });
    const before = await written();
    const answer = await batch({ leadUnitIds: [snv, stc], code: 'C-1' });
    expect([answer.status, answer.body.code]).toEqual([409, 'task.code_taken']);
    expect(await written()).toEqual(before);
  });

  it('says what is wrong with the choice of units and with the days', async () => {
    expect(await faults({})).toEqual(['leadUnitIds units_one_way']);
    expect(await faults({ leadUnitIds: [] })).toEqual(['leadUnitIds units_one_way']);
    expect(await faults({ leadUnitIds: [snv], level: 'commune' })).toEqual(['leadUnitIds units_one_way']);
    expect(await faults({ level: 'province' })).toEqual(['level isIn']);
    expect(await faults({ group: 'EVERYBODY' })).toEqual(['group group_unknown']);
    expect(await faults({ level: 'district', sourceDate: '2026-01-05' })).toEqual(['level units_none']);
    expect(await faults({ leadUnitIds: Array(501).fill(snv) })).toEqual(['leadUnitIds arrayMaxSize']);
    expect(await faults({ leadUnitIds: [snv], parentDueDate: '2026-12-14' })).toEqual([
      'parentDueDate due_before_children',
    ]);
    expect(await faults({ leadUnitIds: [snv], parentLeadUnitId: communes[0] })).toEqual([
      'parentLeadUnitId unit_not_valid',
    ]);
  });

  it('keeps a part due no later than the whole when it is extended', async () => {
    const { body } = await batch({ leadUnitIds: [snv], parentDueDate: '2026-12-31' });
    const officer = await par.signIn('officer-snv');
    const asked = await officer.post(`/tasks/${body.children[0].id}/extensions`, {
      newDueDate: '2027-01-31',
      reason: 'Chờ số liệu',
    });
    const decide = (newDueDate: string) =>
      committee.post(`/extensions/${asked.body.extensionId}/decision`, { approved: true, newDueDate });
    expect((await decide('2027-01-01')).body.errors[0]).toMatchObject({
      path: 'newDueDate',
      code: 'due_after_parent',
    });
    expect((await decide('2026-12-31')).status).toBe(200);
  });

  it('reaches only units in which the caller may assign', async () => {
    await addPerson(par, { username: 'committee-snv', unitId: snv, role: 'committee' });
    const own = await par.signIn('committee-snv');
    expect((await batch({ level: 'department' }, own)).status).toBe(404);
    await par.database.query('UPDATE plan SET issuer_unit_id = $1 WHERE id = $2', [snv, planId]);
    expect((await batch({ leadUnitIds: [snv, stc] }, own)).body.errors[0].path).toBe('leadUnitIds[1]');
    expect((await batch({ level: 'department' }, own)).body.count).toBe(1);
    expect((await batch({ level: 'department' }, await par.signIn('officer-snv'))).status).toBe(403);
  });
});
