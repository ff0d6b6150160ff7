import { openFamily, type Family } from '../../../test/support/family';
import type { HttpClient } from '../../../test/support/http-client';
import { addPerson, addUnit } from '../../../test/support/people';

/** The department leads; the department of finance and its division help. */
describe('a coordinating unit', () => {
  let family: Family;
  let helper: HttpClient;
  let helperDivision: string;
  let divisionHelper: HttpClient;
  let task: any;

  beforeAll(async () => {
    family = await openFamily();
    helper = family.stranger;
    helperDivision = await addUnit(family.par.database, 'STC-NS', family.other);
    await addPerson(family.par, { username: 'stc-ns', unitId: helperDivision, role: 'officer' });
    await addPerson(family.par, { username: 'stc-auditor', unitId: family.other, role: 'auditor' });
    divisionHelper = await family.par.signIn('stc-ns');
  });

  beforeEach(async () => {
    task = await family.task({
      titleVi: 'Rà soát dự toán',
      deliverableVi: 'Báo cáo',
      coordinatingUnitIds: [family.other, helperDivision],
    });
  });

  afterAll(() => family.par.close());

  const note = (who: HttpClient, fields: object = {}) =>
    who.post(`/coordination/${task.id}/notes`, { percent: 40, text: 'Đã gửi số liệu', ...fields });
  const seen = async (who: HttpClient) => (await who.get(`/coordination/${task.id}`)).body;

  it('sees what it is asked to help with, and nothing of the work of the lead unit', async () => {
    await family.officer.post(`/tasks/${task.id}/progress`, { percent: 70, obstacle: 'Chuyện nội bộ' });
    const body = await seen(divisionHelper);
    expect(Object.keys(body).sort()).toEqual(
      [
        ...['id', 'code', 'plan', 'titleVi', 'titleEn', 'deliverableVi', 'deliverableEn', 'leadUnit'],
        ...['dueDate', 'state', 'cell', 'units', 'unitCount', 'awaitingCount', 'notes'],
      ].sort(),
    );
    expect(body).toMatchObject({
      ...{ code: task.code, titleVi: 'Rà soát dự toán', deliverableVi: 'Báo cáo', dueDate: '2026-12-15' },
      ...{
        state: 'in_progress',
        cell: 'inTerm',
        leadUnit: { code: 'LS-SNV' },
        unitCount: 1,
        awaitingCount: 1,
      },
      units: [{ unit: { id: helperDivision }, latestNote: null, abilities: ['note'] }],
      notes: { items: [], nextCursor: null },
    });
    expect(JSON.stringify(body)).not.toMatch(/"percent"|nội bộ/);
    expect((await divisionHelper.get(`/tasks/${task.id}`)).status).toBe(404);
  });

  it('says how far its share is, as often as it likes, and the lead unit reads it', async () => {
    await note(divisionHelper);
    const second = await note(divisionHelper, { percent: 90, text: 'Xong phần dự toán' });
    expect([second.status, second.body]).toEqual([
      201,
      expect.objectContaining({ percent: 90, unit: expect.objectContaining({ id: helperDivision }) }),
    ]);
    const body = await seen(divisionHelper);
    expect(body.units[0].latestNote).toEqual({ ...second.body, unit: undefined });
    expect(body.notes.items.map((item: any) => item.percent)).toEqual([90, 40]);
    const { items } = (await family.officer.get(`/tasks/${task.id}/coordination?count=true`)).body;
    expect(items.map((item: any) => [item.unit.id, item.noteCount, item.latestNote?.text])).toEqual(
      expect.arrayContaining([
        [helperDivision, 2, 'Xong phần dự toán'],
        [family.other, 0, undefined],
      ]),
    );
    const history = (await family.officer.get(`/tasks/${task.id}/history`)).body.items;
    expect(history.at(-1)).toMatchObject({ act: 'coordination.noted', note: '90 %: Xong phần dự toán' });
    expect((await family.officer.get(`/tasks/${task.id}`)).body).toMatchObject({ version: 1, percent: 0 });
  });

  it('names the unit it speaks for where it stands for several, and speaks for none but its own', async () => {
    const faults = async (fields: object) => (await note(helper, fields)).body.errors[0];
    expect(await faults({})).toMatchObject({ path: 'unitId', code: 'required' });
    expect(await faults({ unitId: family.department })).toMatchObject({ code: 'not_coordinating' });
    expect((await note(helper, { unitId: helperDivision })).status).toBe(201);
    expect((await note(divisionHelper, { unitId: family.other })).body.errors[0].code).toBe(
      'not_coordinating',
    );
    expect((await note(family.divisionOfficer)).status).toBe(404);
    expect((await note(family.committee, { unitId: family.other })).status).toBe(403);
    for (const [path, fields] of [
      ['percent', { percent: 101 }],
      ['text', { text: '  ' }],
    ] as const)
      expect((await faults({ unitId: family.other, ...fields })).path).toBe(path);
  });

  it('writes once for one key, while the task is open, and never of a draft', async () => {
    const keyed = divisionHelper.with({ 'idempotency-key': `note-${task.id}` });
    const made = await Promise.all(Array.from({ length: 8 }, () => note(keyed)));
    expect(new Set(made.map((answer) => answer.text)).size).toBe(1);
    expect((await seen(divisionHelper)).notes.items).toHaveLength(1);
    await family.committee.post(`/tasks/${task.id}/cancellation`, { reason: 'Trùng' });
    expect((await note(divisionHelper)).body.code).toBe('task.wrong_state');
    expect(await seen(divisionHelper)).toMatchObject({ cell: null, units: [{ abilities: [] }] });
    task = await family.task({ draft: true, coordinatingUnitIds: [helperDivision] });
    expect((await note(divisionHelper)).status).toBe(404);
    expect((await divisionHelper.get(`/coordination/${task.id}`)).status).toBe(404);
  });

  it('reads and writes no more once it no longer helps; what it said stays on record', async () => {
    await note(divisionHelper);
    await note(helper, { unitId: family.other, text: 'Của Sở' });
    const drop = { coordinatingUnitIds: [family.other] };
    await family.committee.with({ 'if-match': '"1"' }).patch(`/tasks/${task.id}`, drop);
    expect((await divisionHelper.get(`/coordination/${task.id}`)).status).toBe(404);
    expect((await note(divisionHelper)).status).toBe(404);
    expect((await seen(helper)).notes.items.map((item: any) => item.text)).toEqual(['Của Sở']);
    const { items } = (await family.officer.get(`/tasks/${task.id}/coordination`)).body;
    expect(items).toContainEqual(
      expect.objectContaining({
        coordinates: false,
        noteCount: 1,
        unit: expect.objectContaining({ id: helperDivision }),
      }),
    );
  });

  it('is told apart in the trail: its own auditor reads the note there, the lead unit’s does not', async () => {
    await note(helper, { unitId: family.other });
    const trail = async (username: string) =>
      (
        await (
          await family.par.signIn(username)
        ).get(`/audit/entries?act=coordination.noted&subjectId=${task.id}`)
      ).body.items;
    expect(await trail('stc-auditor')).toMatchObject([{ subject: { type: 'task', id: task.id } }]);
    await addPerson(family.par, { username: 'snv-auditor', unitId: family.department, role: 'auditor' });
    expect(await trail('snv-auditor')).toEqual([]);
    const events = await family.par.database.query(
      `SELECT payload ->> 'unitId' AS "unitId" FROM outbox WHERE topic = 'coordination.noted' AND payload ->> 'taskId' = $1`,
      [task.id],
    );
    expect(events).toEqual([{ unitId: family.other }]);
  });

  it('has its notes paged for both sides, newest first', async () => {
    for (let percent = 1; percent <= 5; percent += 1) await note(divisionHelper, { percent });
    await note(helper, { unitId: family.other, percent: 99 });
    const all = async (who: HttpClient, path: string, part: (body: any) => any) => {
      const percents: number[] = [];
      let cursor = '';
      do {
        const page = part((await who.get(`${path}limit=2&count=true${cursor}`)).body);
        percents.push(...page.items.map((item: any) => item.percent));
        cursor = page.nextCursor && `&cursor=${page.nextCursor}`;
      } while (cursor);
      return percents;
    };
    const own = await all(divisionHelper, `/coordination/${task.id}?`, (body) => body.notes);
    expect(own).toEqual([5, 4, 3, 2, 1]);
    const notes = `/tasks/${task.id}/coordination/notes?`;
    expect(await all(family.officer, notes, (body) => body)).toEqual([99, 5, 4, 3, 2, 1]);
    const ofOne = await all(family.officer, `${notes}unitId=${helperDivision}&`, (body) => body);
    expect(ofOne).toEqual([5, 4, 3, 2, 1]);
    const units: string[] = [];
    let cursor = '';
    do {
      const { body } = await family.officer.get(`/tasks/${task.id}/coordination?limit=1${cursor}`);
      units.push(...body.items.map((item: any) => item.unit.id));
      cursor = body.nextCursor && `&cursor=${body.nextCursor}`;
    } while (cursor);
    expect(units.sort()).toEqual([family.other, helperDivision].sort());
  });
});
