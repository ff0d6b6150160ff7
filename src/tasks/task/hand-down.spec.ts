import { openFamily, type Family } from '../../../test/support/family';

describe('a part handed down', () => {
  let family: Family;
  let parent: any;

  beforeAll(async () => {
    family = await openFamily();
  });

  beforeEach(async () => {
    parent = await family.task({ componentCodes: ['1.2.1'], fieldCode: 'CCTTHC' });
  });

  afterAll(() => family.par.close());

  const handDown = (fields: object = {}, who = family.officer) => family.handDown(who, parent.id, fields);
  const faults = async (fields: object) =>
    (await handDown(fields)).body.errors.map((error: any) => `${error.path} ${error.code}`);
  const read = async (id: string, who = family.officer) => (await who.get(`/tasks/${id}`)).body;

  it('is an assigned task of its own, numbered below its parent, without points', async () => {
    const { divisionOfficer: person } = family.people;
    const answer = await handDown({
      leadUnitId: family.division,
      responsibleId: person,
      priority: 'high',
      evidenceRequired: true,
    });
    expect([answer.status, answer.headers.etag]).toEqual([201, '"1"']);
    expect(answer.body).toMatchObject({
      ...{ code: `${parent.code}.001`, parentId: parent.id, handedDown: true, state: 'assigned' },
      ...{ leadUnit: { id: family.division }, responsible: { id: person }, priority: 'high' },
      ...{
        dueDate: '2026-12-10',
        originalDueDate: '2026-12-10',
        evidenceRequired: true,
        fieldCode: 'CCTTHC',
      },
      ...{ components: [], coordinatingUnits: [], parts: { all: 0, done: 0, overdue: 0 } },
      parent: { id: parent.id, code: parent.code, leadUnit: { code: 'LS-SNV' } },
    });
    expect((await handDown()).body).toMatchObject({
      code: `${parent.code}.002`,
      leadUnit: { id: family.department },
    });
  });

  it('is told to its unit, stands in the history of both, and makes no edit of the parent stale', async () => {
    const { body: part } = await handDown();
    const events = await family.par.database.query(
      `SELECT topic, payload FROM outbox WHERE payload ->> 'taskId' = $1`,
      [part.id],
    );
    expect(events).toEqual([{ topic: 'task.assigned', payload: { taskId: part.id, version: 1 } }]);
    expect((await family.officer.get(`/tasks/${part.id}/history`)).body.items).toMatchObject([
      { act: 'task.assigned' },
    ]);
    const { items } = (await family.officer.get(`/tasks/${parent.id}/history`)).body;
    expect(items[1]).toMatchObject({ act: 'task.part_handed_down', note: `${part.code}: Phần việc` });
    expect(await read(parent.id)).toMatchObject({ version: 1 });
  });

  it('changes no figure of the plan: reports count what its document assigned', async () => {
    const status = async () => (await family.committee.get('/reports/status')).body;
    const before = await status();
    expect(before.cells.all).toBeGreaterThan(0);
    await handDown();
    expect(await status()).toEqual(before);
  });

  it('takes no assigning document of its own, and no first day that has passed', async () => {
    const open = await family.task({ dueDate: null });
    const part = (await family.handDown(family.officer, open.id, { dueDate: undefined })).body;
    const edit = async (fields: object) => {
      const answer = await family.officer.with({ 'if-match': '"1"' }).patch(`/tasks/${part.id}`, fields);
      return answer.body.errors?.map((error: any) => `${error.path} ${error.code}`) ?? answer.status;
    };
    expect(await edit({ sourceNumber: '99/QĐ-UBND', sourceDate: '2020-01-01' })).toEqual([
      'sourceNumber part_without_source',
      'sourceDate part_without_source',
    ]);
    expect(await edit({ dueDate: '2026-10-01' })).toEqual(['dueDate due_past']);
    expect(await edit({ dueDate: '2026-12-01' })).toBe(200);
  });

  it('shows its parent and its parts only to those who may read them', async () => {
    const { body: part } = await handDown({ leadUnitId: family.division });
    await handDown({ dueDate: '2026-12-01' });
    expect(await read(part.id, family.divisionOfficer)).toMatchObject({ parent: null, parentId: parent.id });
    expect((await read(parent.id)).parts).toEqual({ all: 2, done: 0, overdue: 0 });
    await family.par.database.query(`UPDATE task SET due_date = '2026-11-22' WHERE id = $1`, [part.id]);
    expect((await read(parent.id)).parts).toEqual({ all: 2, done: 0, overdue: 1 });
    const listed = await family.officer.get(`/tasks?parentId=${parent.id}&count=true`);
    expect(listed.body.count).toBe(2);
    expect((await family.divisionOfficer.get(`/tasks?parentId=${parent.id}&count=true`)).body.count).toBe(1);
  });

  it('counts for a reader only as far as he reads the parts', async () => {
    const { committee, planId, department, other } = family;
    const { body } = await committee.post('/tasks/batch', {
      ...{ planId, titleVi: 'Rà soát', leadUnitIds: [department, other], parentLeadUnitId: department },
    });
    expect((await read(body.parent.id, committee)).parts.all).toBe(2);
    expect((await read(body.parent.id)).parts.all).toBe(1);
  });

  it('is due by the day of the whole, and not before today', async () => {
    expect(await faults({ dueDate: '2026-12-16' })).toEqual(['dueDate due_after_parent']);
    expect(await faults({ dueDate: '2026-11-22' })).toEqual(['dueDate due_past']);
    expect(await faults({ dueDate: null })).toEqual(['dueDate due_needed']);
    expect((await handDown({ dueDate: '2026-12-15' })).status).toBe(201);
    expect((await handDown({ dueDate: '2026-11-23' })).status).toBe(201);
    parent = await family.task({ dueDate: null });
    expect((await handDown({ dueDate: null })).body.dueDate).toBeNull();
    expect((await handDown({ dueDate: '2027-12-31' })).status).toBe(201);
    const early = await family.committee
      .with({ 'if-match': '"1"' })
      .patch(`/tasks/${parent.id}`, { dueDate: '2027-06-30' });
    expect(early.body.errors[0].code).toBe('due_before_children');
  });

  it('is for the lead unit or a unit below it, and a person of that unit', async () => {
    expect(await faults({ leadUnitId: family.other })).toEqual(['leadUnitId unit_not_below']);
    expect(await faults({ leadUnitId: '018f0000-0000-7000-8000-000000000000' })).toEqual([
      'leadUnitId unit_not_below',
    ]);
    expect(await faults({ leadUnitId: family.division, responsibleId: family.people.colleague })).toEqual([
      'responsibleId responsible_elsewhere',
    ]);
    await family.par.database.query(`UPDATE unit SET valid_to = '2026-06-30' WHERE id = $1`, [
      family.division,
    ]);
    expect(await faults({ leadUnitId: family.division })).toEqual(['leadUnitId unit_not_valid']);
    await family.par.database.query(`UPDATE unit SET valid_to = NULL WHERE id = $1`, [family.division]);
  });

  it('stays at or below its lead unit when either of them moves', async () => {
    const { body: part } = await handDown({ leadUnitId: family.division });
    const move = (who: typeof family.officer, id: string, leadUnitId: string) =>
      who.with({ 'if-match': '"1"' }).patch(`/tasks/${id}`, { leadUnitId });
    const { committee, officer, other, department } = family;
    expect((await move(committee, part.id, other)).body.errors[0].code).toBe('unit_not_below');
    expect((await move(committee, parent.id, other)).body.errors[0].code).toBe('parts_elsewhere');
    expect((await move(officer, part.id, department)).body.leadUnit.id).toBe(department);
  });

  it('gets no coordinating units and no components later either', async () => {
    const { body: part } = await handDown();
    const patch = (body: object) =>
      family.committee.with({ 'if-match': '"1"' }).patch(`/tasks/${part.id}`, body);
    expect((await patch({ coordinatingUnitIds: [family.other] })).body.errors[0].code).toBe(
      'part_not_coordinated',
    );
    const linked = await family.committee.post(`/tasks/${part.id}/components`, { componentCodes: ['1.2.1'] });
    expect([linked.status, linked.body.code]).toEqual([409, 'task.points_of_plan']);
    expect((await read(part.id, family.committee)).abilities).not.toContain('link');
  });

  it('needs an open parent of an open plan, read in its present version', async () => {
    const stale = await family.handDown(family.officer.with({ 'if-match': '"7"' }), parent.id);
    expect(stale.status).toBe(412);
    const draft = await family.task({ draft: true });
    expect((await family.handDown(family.committee, draft.id)).body.code).toBe('task.wrong_state');
    expect((await family.handDown(family.officer, draft.id)).status).toBe(404);
    await family.committee.post(`/tasks/${parent.id}/cancellation`, { reason: 'Trùng' });
    expect((await handDown()).body.code).toBe('task.wrong_state');
    parent = await family.task();
    const close = (day: string | null) =>
      family.par.database.query('UPDATE plan SET closed_on = $1 WHERE id = $2', [day, family.planId]);
    await close('2026-11-20');
    expect((await handDown()).body.code).toBe('task.plan_closed');
    expect((await read(parent.id)).abilities).not.toContain('handDown');
    await close(null);
    expect((await read(parent.id)).abilities).toContain('handDown');
  });

  it('can be handed down where the permission is held over the parent, and nowhere else', async () => {
    const { stranger, divisionOfficer, committee, head, par } = family;
    expect((await handDown({}, stranger)).status).toBe(404);
    expect((await handDown({}, divisionOfficer)).status).toBe(404);
    expect((await handDown({}, await par.signIn('auditor'))).status).toBe(403);
    expect((await handDown({}, await par.signIn('leader'))).status).toBe(403);
    for (const who of [head, committee, await par.signIn('admin')])
      expect((await handDown({}, who)).status).toBe(201);
    const { body: part } = await handDown({ leadUnitId: family.division });
    const below = await family.handDown(divisionOfficer, part.id, { dueDate: '2026-12-01' });
    expect(below.body).toMatchObject({ code: `${part.code}.001`, parent: { id: part.id } });
  });
});
