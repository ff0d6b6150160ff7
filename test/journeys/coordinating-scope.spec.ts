import { openFamily, type Family } from '../support/family';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT';

/** Helping with a task opens one narrow door to it; every other stays as shut as for a stranger. */
describe('the scope of a coordinating unit', () => {
  let family: Family;
  let task: any;
  let partId: string;

  beforeAll(async () => {
    family = await openFamily();
    task = await family.task({ titleVi: 'Việc zebra của Sở Nội vụ', coordinatingUnitIds: [family.other] });
    partId = (await family.handDown(family.officer, task.id, { titleVi: 'Phần quagga' })).body.id;
    const secrets = ['Hổ', 'Báo', 'Gấu', 'Sói', 'Cáo'];
    const { officer, committee, head } = family;
    await officer.post(`/tasks/${task.id}/progress`, { percent: 33, done: secrets[0], obstacle: secrets[1] });
    await officer.post(`/tasks/${task.id}/evidence`, { title: secrets[2], documentNumber: '1/BC' });
    await head.post(`/tasks/${task.id}/comments`, { text: secrets[3] });
    await committee.post(`/tasks/${task.id}/directions`, { text: secrets[4] });
  });

  afterAll(() => family.par.close());

  it.each([
    ['GET', ''],
    ['PATCH', '', { responsibleId: null }],
    ...['history', 'progress', 'submissions', 'extensions', 'evidence', 'directions', 'comments'].map(
      (records) => ['GET', `/${records}`],
    ),
    ['GET', '/components'],
    ['GET', '/coordination'],
    ['GET', '/coordination/notes'],
    ['POST', '/comments', { text: 'x' }],
    ['POST', '/progress', { percent: 5 }],
    ['POST', '/submission', {}],
    ['POST', '/acceptance', {}],
    ['POST', '/return', { reason: 'x' }],
    ['POST', '/cancellation', { reason: 'x' }],
    ['POST', '/extensions', { newDueDate: '2027-01-31', reason: 'x' }],
    ['POST', '/evidence', { title: 'x' }],
    ['POST', '/parts', { titleVi: 'x', dueDate: '2026-12-01' }],
  ] as [Method, string, object?][])('%s tasks/:id%s is not found', async (...[method, path, body]) => {
    const answer = await family.stranger
      .with({ 'if-match': '"2"' })
      .send(method, `/tasks/${task.id}${path}`, body);
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });

  it('holds in lists, reports and exports', async () => {
    for (const path of [
      '/tasks?q=zebra',
      `/tasks?parentId=${task.id}`,
      `/tasks?coordinatingUnitId=${family.other}`,
      `/plans/${family.planId}/export?format=csv`,
      `/reports/overdue?planId=${family.planId}`,
      `/reports/gaps?planId=${family.planId}`,
      '/reminders',
      '/notifications',
    ]) {
      const { text } = await family.stranger.get(path);
      expect([path, text]).toEqual([path, expect.not.stringMatching(/zebra|quagga/)]);
      expect([path, text.includes(task.id)]).toEqual([path, false]);
    }
  });

  it('shows the task through its own door, without the records of the lead unit or its parts', async () => {
    const shown = await family.stranger.get(`/coordination/${task.id}`);
    const listed = await family.stranger.get('/coordination?q=zebra');
    for (const { status, text } of [shown, listed]) {
      expect(status).toBe(200);
      expect(text).toContain('zebra');
      expect(text).not.toMatch(/Hổ|Báo|Gấu|Sói|Cáo|quagga|percent":33/);
      expect(text).not.toContain(partId);
    }
    expect((await family.stranger.get(`/coordination/${partId}`)).status).toBe(404);
    expect((await family.divisionOfficer.get(`/coordination/${task.id}`)).status).toBe(404);
  });
});
