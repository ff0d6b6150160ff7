import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson } from '../../../test/support/people';

describe('comments on a task', () => {
  let par: Par;
  let committee: HttpClient;
  let officer: HttpClient;
  let unitId: string;
  let planId: string;
  let taskId: string;

  beforeAll(async () => {
    par = await openPar('sample');
    committee = await par.signIn('committee');
    officer = await par.signIn('officer-snv');
    planId = (await committee.get('/plans?year=2026')).body.items[0].id;
    unitId = (await committee.get('/units?q=LS-SNV')).body.items[0].id;
  });

  beforeEach(async () => {
    const task = { planId, titleVi: 'Rà soát', leadUnitId: unitId, dueDate: '2026-12-15' };
    taskId = (await committee.post('/tasks', task)).body.id;
  });

  afterAll(() => par.close());

  const comment = (who: HttpClient, text: string) => who.post(`/tasks/${taskId}/comments`, { text });

  it('are read by whoever reads the task, newest first, in pages that miss and repeat nothing', async () => {
    const first = await comment(officer, '  Đã có số liệu quý III ');
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ text: 'Đã có số liệu quý III', at: par.clock.now().toISOString() });
    expect(Object.keys(first.body).sort()).toEqual(['at', 'by', 'id', 'mentioned', 'text']);
    await comment(committee, 'Gửi trước thứ Sáu');
    await comment(officer, 'Rõ');
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await committee.get(`/tasks/${taskId}/comments?limit=1${cursor}`);
      seen.push(...body.items.map((item: any) => item.text));
      cursor = body.nextCursor && `&cursor=${body.nextCursor}`;
    } while (cursor);
    expect(seen).toEqual(['Rõ', 'Gửi trước thứ Sáu', 'Đã có số liệu quý III']);
    const { body } = await officer.get(`/tasks/${taskId}/comments?count=true`);
    expect([body.count, body.items[2].by.id]).toEqual([
      3,
      (await officer.get('/session')).body.user.id as string,
    ]);
  });

  it('make nobody stale, and stand in the history of the task', async () => {
    await comment(officer, 'Chờ Sở Tài chính');
    expect((await committee.get(`/tasks/${taskId}`)).body.version).toBe(1);
    const edit = committee.with({ 'if-match': '"1"' }).patch(`/tasks/${taskId}`, { titleVi: 'Rà soát lại' });
    expect((await edit).status).toBe(200);
    const { items } = (await officer.get(`/tasks/${taskId}/history`)).body;
    expect(items).toContainEqual(
      expect.objectContaining({ act: 'task.commented', note: 'Chờ Sở Tài chính', changes: [] }),
    );
  });

  it('may be written on a task that is over', async () => {
    await committee.post(`/tasks/${taskId}/cancellation`, { reason: 'Trùng' });
    expect((await comment(officer, 'Đã chuyển sang nhiệm vụ khác')).status).toBe(201);
    expect((await officer.get(`/tasks/${taskId}`)).body.abilities).toEqual(['comment']);
  });

  it('are not for auditors to write', async () => {
    await addPerson(par, { username: 'auditor-snv', unitId, role: 'auditor' });
    const auditor = await par.signIn('auditor-snv');
    expect((await auditor.get(`/tasks/${taskId}/comments`)).status).toBe(200);
    expect((await comment(auditor, 'x')).status).toBe(403);
    const stc = (await committee.get('/units?q=LS-STC')).body.items[0].id as string;
    const both = await addPerson(par, { username: 'both', unitId, role: 'auditor' });
    await par.database.query(
      `INSERT INTO role_grant (id, user_id, role, unit_id) VALUES (gen_random_uuid(), $1, 'officer', $2)`,
      [both, stc],
    );
    expect((await comment(await par.signIn('both'), 'x')).status).toBe(403);
    expect((await auditor.get(`/tasks/${taskId}`)).body.abilities).toEqual([]);
  });

  it('of a task outside the scope are not found, and nothing is written', async () => {
    const stranger = await par.signIn('officer-stc');
    expect((await stranger.get(`/tasks/${taskId}/comments`)).status).toBe(404);
    expect((await comment(stranger, 'x')).status).toBe(404);
    expect((await committee.get(`/tasks/${taskId}/comments?count=true`)).body.count).toBe(0);
  });

  it('hold 1 to 4000 characters, and one repeated request writes one', async () => {
    for (const text of ['', '   ', 'a'.repeat(4001), 5]) {
      const answer = await officer.post(`/tasks/${taskId}/comments`, { text });
      expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'text']);
    }
    const keyed = officer.with({ 'idempotency-key': `once-${taskId}` });
    const ids = await Promise.all([1, 2, 3].map(async () => (await comment(keyed, 'Một lần')).body.id));
    expect(new Set(ids).size).toBe(1);
    expect((await officer.get(`/tasks/${taskId}/comments?count=true`)).body.count).toBe(1);
  });
});
