import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';

describe('a task', () => {
  let par: Par;
  let committee: HttpClient;
  let officer: HttpClient;
  let planId: string;
  let unitId: string;

  beforeAll(async () => {
    par = await openPar('sample');
    committee = await par.signIn('committee');
    officer = await par.signIn('officer-snv');
    planId = (await committee.get('/plans?year=2026')).body.items[0].id;
    unitId = (await committee.get('/units?q=LS-SNV')).body.items[0].id;
  });

  afterAll(() => par.close());

  const create = async (fields: object = {}) =>
    (
      await committee.post('/tasks', {
        planId,
        titleVi: 'Rà soát',
        leadUnitId: unitId,
        dueDate: '2026-12-15',
        ...fields,
      })
    ).body;
  const patch = (who: HttpClient, id: string, version: number, body: object) =>
    who.with({ 'if-match': `"${version}"` }).patch(`/tasks/${id}`, body);

  it('is made once, however often the same request arrives', async () => {
    const body = { planId, titleVi: 'Một lần thôi', leadUnitId: unitId };
    const keyed = committee.with({ 'idempotency-key': 'k-1' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => keyed.post('/tasks', body)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect((await committee.get('/tasks?q=mot lan thoi&count=true')).body.count).toBe(1);
    expect((await keyed.post('/tasks', { ...body, titleVi: 'Khác' })).status).toBe(422);
  });

  it('lets one of two racing writers win and tells the other that it is stale', async () => {
    const task = await create();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => patch(committee, task.id, 1, { titleVi: `Bản ${n}` })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array(19).fill(412)]);
    expect((await committee.get(`/tasks/${task.id}`)).headers.etag).toBe('"2"');
  });

  it('gets numbers without gaps or doubles when many are made at once', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => create()));
    const numbers = made.map((task) => Number(task.code.slice(5))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, n) => numbers[0] + n));
  });

  it('may be staffed by an officer of the lead unit with a person of that unit, and nothing more', async () => {
    const task = await create();
    const me = (await officer.get('/session')).body.user.id;
    const foreigner = (await (await par.signIn('officer-stc')).get('/session')).body.user.id;
    expect((await patch(officer, task.id, 1, { titleVi: 'Khác' })).status).toBe(403);
    expect((await patch(officer, task.id, 1, { responsibleId: foreigner })).body.errors[0].path).toBe(
      'responsibleId',
    );
    const staffed = await patch(officer, task.id, 1, { responsibleId: me });
    expect(staffed.body).toMatchObject({ responsible: { id: me }, version: 2 });
  });

  it('keeps its due date once assigned: it moves by extension, and the original day stays', async () => {
    const task = await create();
    expect((await patch(committee, task.id, 1, { dueDate: '2027-01-31' })).body.code).toBe(
      'task.due_by_extension',
    );
    const asked = await officer.post(`/tasks/${task.id}/extensions`, {
      newDueDate: '2027-01-31',
      reason: 'Chờ số liệu',
    });
    expect(
      (await officer.post(`/tasks/${task.id}/extensions`, { newDueDate: '2027-02-28', reason: 'x' })).status,
    ).toBe(409);
    const decide = (body: object) => committee.post(`/extensions/${asked.body.extensionId}/decision`, body);
    expect((await decide({ approved: false })).body.errors[0].path).toBe('reason');
    const decided = await decide({ approved: true, newDueDate: '2027-01-15' });
    expect(decided.body).toMatchObject({ dueDate: '2027-01-15', originalDueDate: '2026-12-15' });
    expect((await decide({ approved: true })).status).toBe(409);
    const { items } = (await officer.get(`/tasks/${task.id}/extensions`)).body;
    expect(items).toMatchObject([
      { approved: true, requestedDueDate: '2027-01-31', newDueDate: '2027-01-15' },
    ]);
  });

  it('takes no decision on an extension once it is accepted', async () => {
    const task = await create();
    const asked = await officer.post(`/tasks/${task.id}/extensions`, {
      newDueDate: '2027-01-31',
      reason: 'Chờ',
    });
    await officer.post(`/tasks/${task.id}/submission`, {});
    await committee.post(`/tasks/${task.id}/acceptance`, {});
    for (const decision of [{ approved: true }, { approved: false, reason: 'x' }]) {
      const answer = await committee.post(`/extensions/${asked.body.extensionId}/decision`, decision);
      expect(answer.body.code).toBe('task.wrong_state');
    }
  });

  it('can lose and gain components from a day on', async () => {
    const task = await create({ componentCodes: ['1.2.1'] });
    const other = (await create({ componentCodes: ['1.3.1'] })).components[0].id;
    const put = (version: number, body: object) =>
      committee.with({ 'if-match': `"${version}"` }).put(`/tasks/${task.id}/components`, body);
    const relinked = await put(1, { componentIds: [other] });
    expect(relinked.body.components.map((component: any) => component.code)).toEqual(['1.3.1']);
    expect((await committee.get(`/tasks?componentCode=1.2.1&q=${task.code}`)).body.items).toEqual([]);
    const added = await committee.post(`/tasks/${task.id}/components`, { componentCodes: ['1.2.1'] });
    expect(added.body.components.map((component: any) => component.code)).toEqual(['1.2.1', '1.3.1']);
    await officer.post(`/tasks/${task.id}/submission`, {});
    const accepted = await committee.post(`/tasks/${task.id}/acceptance`, {});
    expect((await put(accepted.body.version, { componentIds: [] })).body.code).toBe('task.wrong_state');
  });

  it('is a draft that nobody is told of until it is assigned', async () => {
    const draft = await create({ draft: true });
    expect(draft).toMatchObject({ state: 'draft', cell: null });
    const told = () =>
      par.database.query(`SELECT topic FROM outbox WHERE payload ->> 'taskId' = $1`, [draft.id]);
    expect(await told()).toEqual([]);
    expect((await committee.post(`/tasks/${draft.id}/assignment`)).body).toMatchObject({
      state: 'assigned',
      assignedOn: '2026-11-23',
    });
    expect(await told()).toEqual([{ topic: 'task.assigned' }]);
  });

  it('cannot be led by a unit that no longer exists, unless its document is as old as the unit', async () => {
    const old = (await committee.get('/units?q=LS-STTTT&asOf=2023-06-01')).body.items[0].id;
    const body = { planId, titleVi: 'Việc cũ', leadUnitId: old };
    expect((await committee.post('/tasks', body)).body.errors[0]).toMatchObject({
      path: 'leadUnitId',
      code: 'unit_not_valid',
    });
    expect((await committee.post('/tasks', { ...body, sourceDate: '2024-05-01' })).status).toBe(201);
  });

  it('is never both led and coordinated by one unit, nor due before its document', async () => {
    const stc = (await committee.get('/units?q=LS-STC')).body.items[0].id;
    const task = await create({ coordinatingUnitIds: [stc] });
    const moved = await patch(committee, task.id, 1, { leadUnitId: stc });
    expect(moved.body).toMatchObject({ leadUnit: { id: stc }, coordinatingUnits: [] });
    const late = await patch(committee, task.id, 2, { sourceDate: '2027-05-01' });
    expect(late.body.errors[0]).toMatchObject({ path: 'sourceDate', code: 'due_before_source' });
  });

  it('is not proved by a document older than its assignment', async () => {
    const task = await create({ sourceDate: '2026-11-01' });
    const old = await officer.post(`/tasks/${task.id}/submission`, { documentDate: '2026-10-31' });
    expect(old.body.errors[0]).toMatchObject({ path: 'documentDate', code: 'before_source' });
    const proved = await officer.post(`/tasks/${task.id}/submission`, { documentDate: '2026-11-20' });
    expect(proved.body).toMatchObject({ state: 'submitted', submittedOn: '2026-11-20' });
    expect(proved.headers.etag).toBe('"2"');
  });

  it('of a closed plan may be finished, and no more be changed', async () => {
    const closed = (await committee.get('/plans?year=2023')).body.items[0].id;
    const open = (await officer.get(`/tasks?planId=${closed}&cell=overdue&state=in_progress`)).body.items[0];
    expect(open.abilities).toEqual(expect.arrayContaining(['progress', 'submit']));
    expect(open.abilities).not.toContain('staff');
    expect((await patch(committee, open.id, open.version, { titleVi: 'x' })).body.code).toBe(
      'task.plan_closed',
    );
    expect((await committee.post(`/tasks/${open.id}/cancellation`, { reason: 'x' })).status).toBe(409);
    expect((await officer.post(`/tasks/${open.id}/progress`, { percent: 90, note: 'Gần xong' })).status).toBe(
      201,
    );
  });

  it('shows its records and history in pages', async () => {
    const task = await create();
    for (const percent of [10, 20, 30]) await officer.post(`/tasks/${task.id}/progress`, { percent });
    const first = (await officer.get(`/tasks/${task.id}/progress?limit=2&count=true`)).body;
    const rest = (await officer.get(`/tasks/${task.id}/progress?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...rest.items].map((item: any) => item.percent)).toEqual([30, 20, 10]);
    expect([first.count, rest.nextCursor]).toEqual([3, null]);
    const history = (await officer.get(`/tasks/${task.id}/history?limit=1`)).body;
    expect(history.items.map((item: any) => item.act)).toEqual(['task.assigned']);
    expect(history.nextCursor).not.toBeNull();
  });
});
