import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { sourceFiles } from '../../../test/support/source-files';
import { acts } from './act-words';
import { fields } from './field-words';

describe('the history of a task', () => {
  let par: Par;
  let committee: HttpClient;
  let officer: HttpClient;
  let planId: string;
  let unitId: string;
  let stc: string;

  beforeAll(async () => {
    par = await openPar('sample');
    committee = await par.signIn('committee');
    officer = await par.signIn('officer-snv');
    planId = (await committee.get('/plans?year=2026')).body.items[0].id;
    unitId = (await committee.get('/units?q=LS-SNV')).body.items[0].id;
    stc = (await committee.get('/units?q=LS-STC')).body.items[0].id;
  });

  beforeEach(() => par.clock.set('2026-11-23'));
  afterAll(() => par.close());

  const create = async (more: object = {}) => {
    const task = { planId, titleVi: 'Rà soát', leadUnitId: unitId, dueDate: '2026-12-15', ...more };
    return (await committee.post('/tasks', task)).body;
  };
  const sayIn = async (language: string, id: string) => {
    const { body } = await officer.with({ 'accept-language': language }).get(`/tasks/${id}/history`);
    return body.items.map((item: any) => item.words);
  };

  it('is told in sentences, in the language of the reader', async () => {
    const { id } = await create();
    await officer.post(`/tasks/${id}/progress`, { percent: 60, done: 'đã có dự thảo' });
    const asked = { newDueDate: '2027-01-15', reason: 'Chờ số liệu' };
    const { extensionId } = (await officer.post(`/tasks/${id}/extensions`, asked)).body;
    const granted = { approved: true, documentNumber: '12/QĐ-UBND' };
    await committee.post(`/extensions/${extensionId}/decision`, granted);
    await officer.post(`/tasks/${id}/submission`, {
      documentNumber: '12/BC-SNV',
      documentDate: '2026-11-20',
    });
    await committee.post(`/tasks/${id}/return`, { reason: 'Thiếu phụ lục' });
    await officer.post(`/tasks/${id}/comments`, { text: 'Sẽ bổ sung' });
    await committee.post(`/tasks/${id}/cancellation`, { reason: 'Trùng' });
    expect(await sayIn('vi', id)).toEqual([
      'Giao nhiệm vụ cho Sở Nội vụ, hạn 15/12/2026',
      'Báo cáo tiến độ 60 %: đã có dự thảo',
      'Đề nghị gia hạn đến 15/01/2027: Chờ số liệu',
      'Thời hạn 15/12/2026 → 15/01/2027, QĐ số 12/QĐ-UBND',
      'Báo cáo hoàn thành, tính ngày 20/11/2026: 12/BC-SNV',
      'Trả lại: Thiếu phụ lục',
      'Trao đổi: Sẽ bổ sung',
      'Hủy nhiệm vụ: Trùng',
    ]);
    expect((await sayIn('en', id)).slice(0, 5)).toEqual([
      'Assigned to Department of Home Affairs, due 15/12/2026',
      'Progress reported, 60 %: đã có dự thảo',
      'Extension requested to 15/01/2027: Chờ số liệu',
      'Due date 15/12/2026 → 15/01/2027, QĐ số 12/QĐ-UBND',
      'Submitted, done on 20/11/2026: 12/BC-SNV',
    ]);
  });

  it('keeps what was said and changed in the draft to those who assign', async () => {
    const { id } = await create({ draft: true });
    await committee.with({ 'if-match': '"1"' }).patch(`/tasks/${id}`, { titleVi: 'Rà soát thủ tục' });
    await committee.post(`/tasks/${id}/comments`, { text: 'Chưa giao' });
    par.clock.set(new Date('2026-11-23T03:00:00Z'));
    await committee.post(`/tasks/${id}/assignment`, {});
    await committee.post(`/tasks/${id}/comments`, { text: 'Đã giao' });
    const seen = async (who: HttpClient) => {
      const history = (await who.get(`/tasks/${id}/history?count=true`)).body;
      const comments = (await who.get(`/tasks/${id}/comments?count=true`)).body;
      const texts = comments.items.map((item: any) => item.text);
      return [history.items.map((item: any) => item.act), history.count, texts, comments.count];
    };
    const [said, changed] = [['task.commented'], ['task.drafted', 'task.changed']];
    const assigned = ['task.assigned', ...said];
    expect(await seen(committee)).toEqual([
      [...changed, ...said, ...assigned],
      5,
      ['Đã giao', 'Chưa giao'],
      2,
    ]);
    expect(await seen(officer)).toEqual([assigned, 2, ['Đã giao'], 1]);
  });

  it('names every field, unit, person, state and day that changed, and keeps the plain values beside', async () => {
    const { id } = await create({ dueDate: null });
    const me = (await officer.get('/session')).body.user;
    const input = { responsibleId: me.id, priority: 'high', dueDate: '2026-12-31', evidenceRequired: true };
    await committee.with({ 'if-match': '"1"' }).patch(`/tasks/${id}`, input);
    await committee.with({ 'if-match': '"2"' }).patch(`/tasks/${id}`, { leadUnitId: stc });
    const { items } = (await committee.get(`/tasks/${id}/history`)).body;
    const changed = Object.fromEntries(items[1].changes.map((change: any) => [change.field, change]));
    expect(changed.dueDate).toEqual({
      field: 'dueDate',
      label: 'Thời hạn',
      before: null,
      after: '2026-12-31',
      beforeWords: '–',
      afterWords: '31/12/2026',
    });
    expect(changed.responsible).toMatchObject({ beforeWords: '–', afterWords: me.displayName });
    expect(changed.priority).toMatchObject({ after: 'high', afterWords: 'cao' });
    expect(changed.evidenceRequired).toMatchObject({ beforeWords: 'không', afterWords: 'có' });
    expect(items[0].words).toBe('Giao nhiệm vụ cho Sở Nội vụ, thường xuyên');
    expect(items[2].words).toContain('Cơ quan chủ trì Sở Nội vụ → Sở Tài chính');
    expect(items[2].words).toContain(`Người chịu trách nhiệm ${me.displayName} → –`);
    const english = await committee.with({ 'accept-language': 'en' }).get(`/tasks/${id}/history`);
    expect(english.body.items[0].changes).toContainEqual(
      expect.objectContaining({ field: 'state', label: 'State', before: null, afterWords: 'assigned' }),
    );
  });

  it('holds links to components and coordinating units, from the beginning on', async () => {
    const { id } = await create({ componentCodes: ['1.2.1'], coordinatingUnitIds: [stc] });
    await committee.post(`/tasks/${id}/components`, { componentCodes: ['1.3.1'] });
    await committee.with({ 'if-match': '"2"' }).patch(`/tasks/${id}`, { coordinatingUnitIds: [] });
    const { items } = (await officer.get(`/tasks/${id}/history`)).body;
    expect(items[0].changes).toContainEqual(
      expect.objectContaining({ field: 'coordinatingUnits', before: null, after: ['Sở Tài chính'] }),
    );
    expect(items[1].words).toBe('Gắn tiêu chí thành phần: Tiêu chí thành phần 1.2.1 → 1.2.1, 1.3.1');
    expect(items[1].changes).toMatchObject([
      { field: 'components', before: ['1.2.1'], after: ['1.2.1', '1.3.1'] },
    ]);
    expect(items[2].changes).toMatchObject([
      { label: 'Cơ quan phối hợp', beforeWords: 'Sở Tài chính', afterWords: '–' },
    ]);
  });

  it('records a change of links or coordinating units only where there is one', async () => {
    const { id } = await create({ componentCodes: ['1.2.1'], coordinatingUnitIds: [stc] });
    await committee.with({ 'if-match': '"1"' }).put(`/tasks/${id}/components`, { componentCodes: ['1.2.1'] });
    await committee.with({ 'if-match': '"2"' }).patch(`/tasks/${id}`, { coordinatingUnitIds: [stc] });
    const { items } = (await officer.get(`/tasks/${id}/history`)).body;
    expect(items.slice(1).map((item: any) => item.changes)).toEqual([[], []]);
    // The unit that takes the lead no longer coordinates.
    await committee.with({ 'if-match': '"3"' }).patch(`/tasks/${id}`, { leadUnitId: stc });
    const moved = (await committee.get(`/tasks/${id}/history`)).body.items[3].changes;
    expect(moved.map((change: any) => change.field).sort()).toEqual(['coordinatingUnits', 'leadUnit']);
  });

  it('may be read newest first, act by act, in pages that miss and repeat nothing', async () => {
    const { id } = await create();
    for (const percent of [10, 20, 30]) await officer.post(`/tasks/${id}/progress`, { percent });
    const said: string[] = [];
    let cursor = '';
    do {
      const { body } = await officer.get(`/tasks/${id}/history?order=desc&limit=2${cursor}`);
      said.push(...body.items.map((item: any) => item.words));
      cursor = body.nextCursor && `&cursor=${body.nextCursor}`;
    } while (cursor);
    const reported = ['Báo cáo tiến độ 30 %', 'Báo cáo tiến độ 20 %', 'Báo cáo tiến độ 10 %'];
    expect(said).toEqual([...reported, 'Giao nhiệm vụ cho Sở Nội vụ, hạn 15/12/2026']);
    const only = await officer.get(`/tasks/${id}/history?act=task.progress_reported&count=true`);
    expect([only.body.count, only.body.items.length]).toEqual([3, 3]);
    expect((await officer.get(`/tasks/${id}/history?act=task.eaten`)).body.errors[0].path).toBe('act');
  });

  it('has words for every act that the source records on a task, and no words for others', () => {
    const ofOtherThings = /^(plan|duty|feed)\./;
    const recorded = sourceFiles('src/tasks')
      .filter(({ path }) => !path.endsWith('.spec.ts') && !path.startsWith('src/tasks/history/'))
      .flatMap(({ text }) => text.match(/(\b(journal|act)(:| =) |\bsaveTask\().*/g) ?? [])
      .flatMap((line) => line.match(/(?<=')[a-z_]+\.[a-z_]+(?=')/g) ?? [])
      .filter((act) => !ofOtherThings.test(act));
    expect([...new Set(recorded)].sort()).toEqual(Object.keys(acts).sort());
  });

  it('has words for every act and field in the journal of the sample province', async () => {
    const rows: { act: string; field: string | null }[] = await par.database.query(
      `SELECT DISTINCT act, field FROM journal_entry LEFT JOIN LATERAL jsonb_object_keys(changes) AS field ON true WHERE subject_type = 'task'`,
    );
    expect(rows.filter(({ act }) => !(act in acts)).map(({ act }) => act)).toEqual([]);
    expect(rows.filter(({ field }) => field !== null && !(field in fields))).toEqual([]);
    expect(new Set(rows.map(({ act }) => act)).size).toBeGreaterThan(8);
  });
});
