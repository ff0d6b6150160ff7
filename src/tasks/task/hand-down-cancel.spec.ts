import { openFamily, type Family } from '../../../test/support/family';

describe('the cancellation of a task with parts', () => {
  let family: Family;
  let parent: any;

  beforeAll(async () => {
    family = await openFamily();
  });

  beforeEach(async () => {
    parent = await family.task();
  });

  afterAll(() => family.par.close());

  const part = async (parentId = parent.id as string, fields: object = {}) =>
    (await family.handDown(family.officer, parentId, fields)).body.id as string;
  const read = async (id: string) => (await family.committee.get(`/tasks/${id}`)).body;
  const cancel = (id: string, fields: object = {}, who = family.committee) =>
    who.post(`/tasks/${id}/cancellation`, { reason: 'Không còn cần', ...fields });

  it('cancels what was handed down, however deep, each on record and told', async () => {
    const child = await part(parent.id, { leadUnitId: family.division });
    const submitted = await part();
    const grandchild = await part(child);
    await family.officer.post(`/tasks/${submitted}/submission`, {});
    const document = { documentNumber: '12/QĐ-UBND', documentDate: '2026-11-20' };
    expect((await cancel(parent.id, document)).status).toBe(201);
    const versions = { [child]: 2, [submitted]: 3, [grandchild]: 2 };
    for (const [id, version] of Object.entries(versions)) {
      expect(await read(id)).toMatchObject({ state: 'cancelled', version, submittedOn: null });
      expect((await read(id)).cancellation).toMatchObject({ reason: 'Không còn cần', ...document });
      const { items } = (await family.committee.get(`/tasks/${id}/history`)).body;
      expect(items.at(-1)).toMatchObject({ act: 'task.cancelled' });
      expect(items.at(-1).note).toContain('Không còn cần');
      expect(items.at(-1).changes).toContainEqual(
        expect.objectContaining({ field: 'state', after: 'cancelled' }),
      );
      const told = await family.par.database.query(
        `SELECT (payload ->> 'version')::int AS version FROM outbox WHERE topic = 'task.cancelled' AND payload ->> 'taskId' = $1`,
        [id],
      );
      expect(told).toEqual([{ version }]);
    }
    const [waiting] = (await family.committee.get(`/tasks/${submitted}/submissions`)).body.items;
    expect(waiting).toMatchObject({ accepted: false, reason: 'Không còn cần' });
  });

  it('leaves accepted and cancelled parts as they are, and reaches the open ones below them', async () => {
    const done = await part();
    const below = await part(done);
    await family.officer.post(`/tasks/${done}/submission`, {});
    await family.head.post(`/tasks/${done}/acceptance`, {});
    const dropped = await part();
    await cancel(dropped, { reason: 'Trùng' }, family.officer);
    await cancel(parent.id);
    expect(await read(done)).toMatchObject({ state: 'accepted', version: 3 });
    expect(await read(dropped)).toMatchObject({ version: 2, cancellation: { reason: 'Trùng' } });
    expect((await read(below)).state).toBe('cancelled');
  });

  it('leaves the parts that the plan assigned', async () => {
    const { committee, planId, department, division } = family;
    const { body } = await committee.post('/tasks/batch', {
      ...{ planId, titleVi: 'Rà soát', leadUnitIds: [division], parentLeadUnitId: department },
    });
    const handed = await part(body.parent.id);
    await cancel(body.parent.id);
    expect((await read(body.children[0].id)).state).toBe('assigned');
    expect((await read(handed)).state).toBe('cancelled');
  });

  it('of a part takes its own parts along and leaves its parent', async () => {
    const child = await part();
    const grandchild = await part(child);
    expect((await cancel(child, {}, family.divisionOfficer)).status).toBe(404);
    expect((await cancel(child, {}, family.head)).status).toBe(201);
    expect((await read(grandchild)).state).toBe('cancelled');
    expect((await read(parent.id)).state).toBe('assigned');
  });

  it('that fails at the last part leaves everything open', async () => {
    const ids = [await part(), await part()].sort();
    const { database } = family.par;
    await database.query(
      `CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'stop'; END $$`,
    );
    await database.query(
      `CREATE TRIGGER stop BEFORE UPDATE ON task FOR EACH ROW WHEN (OLD.id = '${ids[1]}') EXECUTE FUNCTION stop()`,
    );
    expect((await cancel(parent.id)).status).toBe(500);
    for (const id of [parent.id, ...ids])
      expect(await read(id)).toMatchObject({ state: 'assigned', version: 1 });
    await database.query('DROP TRIGGER stop ON task');
  });

  it('leaves no open part behind, however many are handed down meanwhile', async () => {
    const child = await part();
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, () => family.handDown(family.officer, parent.id)),
      cancel(parent.id),
      ...Array.from({ length: 6 }, () => family.handDown(family.officer, child)),
    ]);
    expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
    const open = await family.par.database.query(
      `SELECT t.code FROM task t WHERE t.code LIKE $1 || '.%' AND t.state <> 'cancelled'`,
      [parent.code],
    );
    expect(open).toEqual([]);
  });
});
