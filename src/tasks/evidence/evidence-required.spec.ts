import { addFile, storedFiles } from '../../../test/support/evidence-form';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { EVIDENCE_LIMIT } from './evidence.queries';

describe('a task whose deliverable asks for evidence', () => {
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

  const addTask = async (evidenceRequired: boolean) =>
    (await committee.post('/tasks', { planId, leadUnitId, titleVi: 'Ban hành', evidenceRequired })).body;
  const submit = (id: string) =>
    officer.with({ 'accept-language': 'vi' }).post(`/tasks/${id}/submission`, {});

  it('is not submitted without any, and says what to do; nothing changes', async () => {
    const task = await addTask(true);
    const refused = await submit(task.id);
    expect([refused.status, refused.body.code]).toEqual([409, 'task.evidence_missing']);
    expect(refused.body.title).toMatch(/Thêm tệp hoặc số hiệu văn bản/);
    const { body } = await officer.get(`/tasks/${task.id}`);
    expect([body.state, body.version, body.submittedOn]).toEqual(['assigned', 1, null]);
    expect((await officer.get(`/tasks/${task.id}/submissions`)).body.items).toEqual([]);
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['a file', (id) => addFile(officer, id, 'a.pdf', '%PDF-1.7')],
    ['the reference of a document', (id) => officer.post(`/tasks/${id}/evidence`, { title: '12/BC-SNV' })],
  ])('is submitted with %s, and again after a return without new evidence', async (_, prove) => {
    const task = await addTask(true);
    await prove(task.id);
    expect((await submit(task.id)).body.state).toBe('submitted');
    await committee.post(`/tasks/${task.id}/return`, { reason: 'Thiếu chữ ký' });
    expect((await submit(task.id)).body.state).toBe('submitted');
  });

  it('hears of a wrong state first, and a task that asks for none needs none', async () => {
    const task = await addTask(true);
    await committee.post(`/tasks/${task.id}/cancellation`, { reason: 'Trùng' });
    expect((await submit(task.id)).body.code).toBe('task.wrong_state');
    expect((await submit((await addTask(false)).id)).body.state).toBe('submitted');
  });

  it('takes a bounded number of pieces, also from several senders at once', async () => {
    const { id } = await addTask(true);
    await par.database.query(
      `INSERT INTO evidence (id, task_id, at, title) SELECT gen_random_uuid(), $1, now(), 'x' FROM generate_series(2, $2)`,
      [id, EVIDENCE_LIMIT],
    );
    const before = storedFiles(par).length;
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, n) => addFile(officer, id, 'a.pdf', `%PDF-1.7 ${n}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect([refused.body.code, refused.body.title]).toEqual([
      'task.evidence_full',
      expect.stringContaining(String(EVIDENCE_LIMIT)),
    ]);
    expect(storedFiles(par)).toHaveLength(before + 1);
    expect((await officer.post(`/tasks/${id}/evidence`, { title: 'x' })).status).toBe(409);
  });
});
