import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { undoneTo } from './as-of';

describe('a task as of a day', () => {
  let par: Par;
  let committee: HttpClient;
  let officer: HttpClient;
  let planId: string;
  let unitId: string;
  let stc: string;

  beforeAll(async () => {
    par = await openPar('sample', { SESSION_HOURS: '240' });
    committee = await par.signIn('committee');
    officer = await par.signIn('officer-snv');
    planId = (await committee.get('/plans?year=2026')).body.items[0].id;
    unitId = (await committee.get('/units?q=LS-SNV')).body.items[0].id;
    stc = (await committee.get('/units?q=LS-STC')).body.items[0].id;
  });

  beforeEach(() => par.clock.set('2026-11-23'));

  afterAll(() => par.close());

  const create = async (more: object = {}): Promise<string> => {
    const task = { planId, titleVi: 'Rà soát', leadUnitId: unitId, dueDate: '2026-11-25', ...more };
    return (await committee.post('/tasks', task)).body.id;
  };
  const on = async (day: string, act: () => Promise<{ status: number; text: string; body: any }>) => {
    par.clock.set(day);
    const answer = await act();
    if (answer.status >= 300) throw new Error(answer.text);
    return answer.body;
  };
  const asOf = async (id: string, day: string, who = committee) =>
    (await who.get(`/tasks/${id}?asOf=${day}`)).body;

  it('is shown as it stood at the end of it, whatever came later', async () => {
    const id = await create({ componentCodes: ['1.2.1'], coordinatingUnitIds: [stc] });
    await on('2026-11-24', () => officer.post(`/tasks/${id}/progress`, { percent: 40 }));
    const asked = await on('2026-11-25', () =>
      officer.post(`/tasks/${id}/extensions`, { newDueDate: '2026-12-20', reason: 'Chờ' }),
    );
    const rename = (version: number, body: object) =>
      committee.with({ 'if-match': `"${version}"` }).patch(`/tasks/${id}`, body);
    await on('2026-11-27', () => rename(3, { titleVi: 'Rà soát lại', coordinatingUnitIds: [] }));
    await on('2026-11-27', () => committee.post(`/tasks/${id}/components`, { componentCodes: ['1.3.1'] }));
    await on('2026-11-28', () =>
      committee.post(`/extensions/${asked.extensionId}/decision`, { approved: true }),
    );
    await on('2026-11-30', () => committee.post(`/tasks/${id}/cancellation`, { reason: 'Trùng' }));
    const codes = (task: any) => task.components.map((component: any) => component.code);
    const first = await asOf(id, '2026-11-23');
    expect(first).toMatchObject({ state: 'assigned', percent: 0, cell: 'inTerm', abilities: [] });
    expect([codes(first), first.coordinatingUnits[0].id, first.titleVi]).toEqual([['1.2.1'], stc, 'Rà soát']);
    expect(await asOf(id, '2026-11-24')).toMatchObject({ percent: 40, extensionPending: false });
    const late = await asOf(id, '2026-11-26');
    expect(late).toMatchObject({ cell: 'overdue', extensionPending: true, dueDate: '2026-11-25' });
    const renamed = await asOf(id, '2026-11-27');
    expect([codes(renamed), renamed.coordinatingUnits, renamed.titleVi]).toEqual([
      ['1.2.1', '1.3.1'],
      [],
      'Rà soát lại',
    ]);
    const extended = await asOf(id, '2026-11-29');
    expect(extended).toMatchObject({ dueDate: '2026-12-20', originalDueDate: '2026-11-25', cell: 'inTerm' });
    expect(extended).toMatchObject({ cellByOriginalDueDate: 'overdue', cancellation: null });
    expect(await asOf(id, '2026-11-30')).toMatchObject({
      state: 'cancelled',
      cell: null,
      abilities: ['comment'],
    });
    // The same fields as the task of today, no more and no less.
    const present = (await committee.get(`/tasks/${id}`)).body;
    expect(Object.keys(first).sort()).toEqual(Object.keys(present).sort());
    expect(present.cancellation.reason).toBe('Trùng');
  });

  it('has the parts of that day, as they stood then', async () => {
    const id = await create({ dueDate: '2026-12-15' });
    const part = (dueDate: string) => officer.post(`/tasks/${id}/parts`, { titleVi: 'Phần việc', dueDate });
    await on('2026-11-24', () => part('2026-11-25'));
    await on('2026-11-27', () => part('2026-12-10'));
    const parts = async (day: string) => (await asOf(id, day)).parts;
    expect(await parts('2026-11-23')).toEqual({ all: 0, done: 0, overdue: 0 });
    expect(await parts('2026-11-25')).toEqual({ all: 1, done: 0, overdue: 0 });
    expect(await parts('2026-11-26')).toEqual({ all: 1, done: 0, overdue: 1 });
    expect(await parts('2026-11-27')).toEqual({ all: 2, done: 0, overdue: 1 });
  });

  it('is not found before it existed, nor by whom it is not for', async () => {
    const id = await create();
    par.clock.set('2026-11-30');
    expect((await committee.get(`/tasks/${id}?asOf=2026-11-22`)).status).toBe(404);
    expect((await committee.get(`/tasks/${id}?asOf=2026-11-23`)).status).toBe(200);
    const stranger = await par.signIn('officer-stc');
    expect((await stranger.get(`/tasks/${id}?asOf=2026-11-23`)).status).toBe(404);
    const wrong = await committee.get(`/tasks/${id}?asOf=2026-02-30`);
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([400, 'asOf']);
  });

  it('is judged by the scope of today: who lost it does not see its past, who has it now does', async () => {
    const id = await create();
    await on('2026-11-25', () =>
      committee.with({ 'if-match': '"1"' }).patch(`/tasks/${id}`, { leadUnitId: stc }),
    );
    expect((await officer.get(`/tasks/${id}?asOf=2026-11-23`)).status).toBe(404);
    const now = await par.signIn('officer-stc');
    expect((await asOf(id, '2026-11-24', now)).leadUnit.id).toBe(unitId);
  });

  it('was a draft that only assigners read, then as now', async () => {
    const id = await create({ draft: true });
    await on('2026-11-25', () => committee.post(`/tasks/${id}/assignment`));
    expect(await asOf(id, '2026-11-24')).toMatchObject({ state: 'draft', cell: null, assignedOn: null });
    expect((await officer.get(`/tasks/${id}?asOf=2026-11-24`)).status).toBe(404);
    expect((await asOf(id, '2026-11-25', officer)).state).toBe('assigned');
  });

  it('to come is told as if nothing changed until then', async () => {
    const id = await create();
    const { cell, abilities, dueDate } = await asOf(id, '2026-11-26');
    expect([cell, dueDate]).toEqual(['overdue', '2026-11-25']);
    expect(abilities).toEqual((await committee.get(`/tasks/${id}`)).body.abilities);
  });

  it('of the sample year 2023 agrees with the overdue report of that day', async () => {
    const report = (await committee.get('/reports/overdue?asOf=2023-09-15&limit=200')).body.items;
    expect(report.length).toBeGreaterThan(3);
    for (const { task } of report.slice(0, 10)) {
      expect(await asOf(task.id, '2023-09-15')).toMatchObject({ cell: 'overdue', dueDate: task.dueDate });
    }
  });
});

describe('undoing a journal to a day', () => {
  const entries = [
    { day: '2026-03-02', changes: { state: [null, 'assigned'], percent: [null, 0] } },
    { day: '2026-03-05', changes: { percent: [0, 30] } },
    { day: '2026-03-05', changes: { percent: [30, 40], answerBy: [null, '2026-04-01'] } },
    // The clock was set back: this belongs to the fifth, the day that was open.
    { day: '2026-03-03', changes: { percent: [40, 50] } },
    { day: '2026-03-09', changes: { percent: [50, 60] } },
  ] as { day: string; changes: Record<string, [unknown, unknown]> }[];

  it.each([
    ['2026-03-04', { percent: 0 }],
    ['2026-03-05', { percent: 50 }],
    ['2026-03-08', { percent: 50 }],
    ['2026-03-09', {}],
  ])('%s gives %j', (day, expected) => {
    expect(Object.fromEntries(undoneTo(day, entries))).toEqual(expected);
  });
});
