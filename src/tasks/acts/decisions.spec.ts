import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { Decisions1700000000009 } from '../../migrations/1700000000009-Decisions';

/** Cancellations and extensions are decided by documents: these are kept, shown and told in the history. */
describe('a decision by document', () => {
  let par: Par;
  let committee: HttpClient;
  let officer: HttpClient;
  let planId: string;
  let leadUnitId: string;

  beforeAll(async () => {
    par = await openPar('sample');
    committee = await par.signIn('committee');
    officer = await par.signIn('officer-snv');
    planId = (await committee.get('/plans?year=2026')).body.items[0].id;
    leadUnitId = (await committee.get('/units?q=LS-SNV')).body.items[0].id;
  });

  afterAll(() => par.close());

  const addTask = async (dueDate = '2026-12-15') =>
    (await committee.post('/tasks', { planId, leadUnitId, titleVi: 'Rà soát', dueDate })).body.id as string;
  const lastLine = async (id: string) => (await officer.get(`/tasks/${id}/history`)).body.items.at(-1);
  const faultOf = (answer: { status: number; body: { errors: { path: string; code: string }[] } }) => {
    const [{ path, code }] = answer.body.errors;
    return [answer.status, path, code];
  };
  const extend = async (id: string, newDueDate: string, decision: object) => {
    const asked = await officer.post(`/tasks/${id}/extensions`, { newDueDate, reason: 'Chờ hướng dẫn' });
    return committee.post(`/extensions/${asked.body.extensionId}/decision`, decision);
  };

  it('is no longer waited for when the task ends', async () => {
    for (const [path, body] of [
      ['acceptance', {}],
      ['cancellation', { reason: 'Trùng' }],
    ] as const) {
      const id = await addTask();
      await officer.post(`/tasks/${id}/extensions`, { newDueDate: '2026-12-20', reason: 'Chờ' });
      await officer.post(`/tasks/${id}/submission`, {});
      expect((await committee.post(`/tasks/${id}/${path}`, body)).body.extensionPending).toBe(false);
      const [asked] = (await officer.get(`/tasks/${id}/extensions`)).body.items;
      expect(asked).toMatchObject({ approved: false, newDueDate: null });
    }
  });

  it('cancels a task: who, when, why and by which document stay with it', async () => {
    const id = await addTask();
    expect((await officer.get(`/tasks/${id}`)).body.cancellation).toBeNull();
    const document = { documentNumber: '45/QĐ-UBND', documentDate: '2026-11-20', issuer: 'UBND tỉnh' };
    const { body } = await committee.post(`/tasks/${id}/cancellation`, { reason: 'Trùng', ...document });
    expect(body.cancellation).toEqual({
      at: par.clock.now().toISOString(),
      by: { id: expect.any(String), displayName: expect.any(String) },
      reason: 'Trùng',
      ...document,
    });
    expect((await officer.get(`/tasks/${id}`)).body.cancellation).toEqual(body.cancellation);
    expect((await lastLine(id)).note).toBe('QĐ số 45/QĐ-UBND ngày 20/11/2026 của UBND tỉnh: Trùng');
  });

  it('cancels for a reason alone, and a task is cancelled once', async () => {
    const id = await addTask();
    const { body } = await committee.post(`/tasks/${id}/cancellation`, { reason: 'Trùng' });
    expect(body.cancellation).toMatchObject({ reason: 'Trùng', documentNumber: null, documentDate: null });
    expect((await lastLine(id)).note).toBe('Trùng');
    expect((await committee.post(`/tasks/${id}/cancellation`, { reason: 'Nữa' })).status).toBe(409);
    expect((await officer.get(`/tasks/${id}`)).body.cancellation.reason).toBe('Trùng');
  });

  it('is refused where its day lies ahead or before the assignment, and changes nothing', async () => {
    const id = await addTask();
    const cancel = (documentDate: string) =>
      committee.post(`/tasks/${id}/cancellation`, { reason: 'Trùng', documentDate });
    expect(faultOf(await cancel('2026-11-24'))).toEqual([400, 'documentDate', 'future']);
    expect(faultOf(await cancel('2020-01-01'))).toEqual([400, 'documentDate', 'before_source']);
    const asked = await officer.post(`/tasks/${id}/extensions`, { newDueDate: '2027-01-31', reason: 'Chờ' });
    const decide = (decision: object) =>
      committee.post(`/extensions/${asked.body.extensionId}/decision`, decision);
    const ahead = { documentDate: '2026-11-24' };
    expect(faultOf(await decide({ approved: true, ...ahead }))).toEqual([400, 'documentDate', 'future']);
    expect(faultOf(await decide({ approved: false, reason: 'x', ...ahead }))).toEqual([
      400,
      'documentDate',
      'future',
    ]);
    const { body } = await officer.get(`/tasks/${id}`);
    expect([body.state, body.cancellation, body.dueDate, body.extensionPending]).toEqual([
      'assigned',
      null,
      '2026-12-15',
      true,
    ]);
    expect(
      (await committee.post(`/tasks/${id}/cancellation`, { reason: 'x', documentDate: '2026-11-23' })).status,
    ).toBe(201);
  });

  it('extends several times in a row, each with its document, and the original day stays', async () => {
    const id = await addTask();
    const days = ['2026-12-31', '2027-01-31', '2027-03-31'];
    for (const [n, day] of days.entries()) {
      const document = { documentNumber: `${n + 1}/QĐ-UBND`, documentDate: '2026-11-23' };
      const { body } = await extend(id, day, { approved: true, ...document });
      expect([body.dueDate, body.originalDueDate]).toEqual([day, '2026-12-15']);
      const line = await lastLine(id);
      expect(line.note).toBe(`QĐ số ${n + 1}/QĐ-UBND ngày 23/11/2026`);
      const moved = { field: 'dueDate', before: n === 0 ? '2026-12-15' : days[n - 1], after: day };
      expect(line.changes).toContainEqual(expect.objectContaining(moved));
    }
    expect((await extend(id, '2027-12-31', { approved: false, reason: 'Đủ rồi' })).body).toMatchObject({
      dueDate: '2027-03-31',
      originalDueDate: '2026-12-15',
    });
    expect((await lastLine(id)).note).toBe('Đủ rồi');
    const { items } = (await officer.get(`/tasks/${id}/extensions`)).body;
    expect(
      items.map((item: Record<string, unknown>) => [
        item.dueDateBefore,
        item.newDueDate,
        item.decisionDocumentNumber,
        item.decisionDocumentDate,
      ]),
    ).toEqual([
      ['2027-03-31', null, null, null],
      ['2027-01-31', '2027-03-31', '3/QĐ-UBND', '2026-11-23'],
      ['2026-12-31', '2027-01-31', '2/QĐ-UBND', '2026-11-23'],
      ['2026-12-15', '2026-12-31', '1/QĐ-UBND', '2026-11-23'],
    ]);
  });

  it('is known of tasks that were cancelled before decisions were kept: the journal tells', async () => {
    const id = await addTask();
    const { cancellation } = (await committee.post(`/tasks/${id}/cancellation`, { reason: 'Trùng' })).body;
    const runner = par.database.createQueryRunner();
    await new Decisions1700000000009().down(runner);
    await new Decisions1700000000009().up(runner);
    await runner.release();
    expect((await officer.get(`/tasks/${id}`)).body.cancellation).toEqual(cancellation);
  });
});
