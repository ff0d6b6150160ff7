import type { HttpClient } from '../support/http-client';
import { openPar, type Par } from '../support/par';

type Method = 'GET' | 'POST' | 'PATCH';

/** An officer of one department cannot find, count, export or guess what belongs to another. */
describe('the scope of an officer', () => {
  let par: Par;
  let committee: HttpClient;
  let stranger: HttpClient;
  let planId: string;
  let foreign: { id: string; code: string; titleVi: string; leadUnitId: string; extensionId: string };

  beforeAll(async () => {
    par = await openPar('sample');
    committee = await par.signIn('committee');
    stranger = await par.signIn('officer-stc');
    const owner = await par.signIn('officer-snv');
    planId = (await committee.get('/plans?year=2026')).body.items[0].id;
    const unit = (await committee.get('/units?q=LS-SNV')).body.items[0];
    const created = await committee.post('/tasks', {
      planId,
      code: 'SECRET-77',
      titleVi: 'Việc riêng của Sở Nội vụ zebra',
      leadUnitId: unit.id,
      coordinatingUnitIds: [],
      dueDate: '2026-11-20',
      componentCodes: ['1.2.1'],
    });
    const asked = await owner.post(`/tasks/${created.body.id}/extensions`, {
      newDueDate: '2026-12-31',
      reason: 'chờ số liệu',
    });
    foreign = { ...created.body, leadUnitId: unit.id, extensionId: asked.body.extensionId };
  });

  afterAll(() => par.close());

  it('is real: the committee sees the task in every list', async () => {
    expect((await committee.get('/tasks?q=zebra')).body.items).toHaveLength(1);
    expect((await committee.get(`/reports/overdue?planId=${planId}`)).text).toContain('SECRET-77');
  });

  it.each([
    ['GET', (id: string) => `/tasks/${id}`],
    ['GET', (id: string) => `/tasks/${id}/history`],
    ['GET', (id: string) => `/tasks/${id}/progress`],
    ['GET', (id: string) => `/tasks/${id}/submissions`],
    ['GET', (id: string) => `/tasks/${id}/extensions`],
    ['GET', (id: string) => `/tasks/${id}/evidence`],
    ['GET', (id: string) => `/tasks/${id}/directions`],
    ['GET', (id: string) => `/tasks/${id}/comments`],
    ['GET', (id: string) => `/tasks/${id}/coordination`],
    ['GET', (id: string) => `/tasks/${id}/coordination/notes`],
    ['GET', (id: string) => `/coordination/${id}`],
    ['POST', (id: string) => `/coordination/${id}/notes`, { percent: 5, text: 'x' }],
    ['POST', (id: string) => `/tasks/${id}/parts`, { titleVi: 'x', dueDate: '2026-11-23' }],
    ['POST', (id: string) => `/tasks/${id}/acceptance`, {}],
    ['POST', (id: string) => `/tasks/${id}/return`, { reason: 'x' }],
    ['POST', (id: string) => `/tasks/${id}/cancellation`, { reason: 'x' }],
    ['GET', (id: string) => `/tasks/${id}/evidence/${id}/file`],
    ['POST', (id: string) => `/tasks/${id}/comments`, { text: 'x' }],
    ['POST', (id: string) => `/tasks/${id}/progress`, { percent: 5 }],
    ['POST', (id: string) => `/tasks/${id}/submission`, {}],
    ['POST', (id: string) => `/tasks/${id}/extensions`, { newDueDate: '2027-01-31', reason: 'x' }],
    ['POST', (id: string) => `/tasks/${id}/evidence`, { title: 'x' }],
    ['PATCH', (id: string) => `/tasks/${id}`, { responsibleId: null }],
  ] as [Method, (id: string) => string, object?][])(
    'answers %s of a foreign task like an id that was never given',
    async (...[method, path, body]) => {
      const send = (id: string) => stranger.with({ 'if-match': '"2"' }).send(method, path(id), body);
      const [real, guess] = [await send(foreign.id), await send('018f0000-0000-7000-8000-000000000000')];
      expect(real.status).toBe(404);
      expect({ ...real.body, requestId: '' }).toEqual({ ...guess.body, requestId: '' });
    },
  );

  it('holds in every list, count, search, filter and export', async () => {
    const [{ count }] = await par.database.query(
      `SELECT count(*)::int AS count FROM task t JOIN unit u ON u.id = t.lead_unit_id WHERE u.code = 'LS-STC'`,
    );
    const all = await stranger.get('/tasks?limit=200&count=true');
    expect(all.body.count).toBe(count);
    expect(new Set(all.body.items.map((item: any) => item.leadUnit.code))).toEqual(new Set(['LS-STC']));
    for (const query of [
      'q=zebra',
      `leadUnitId=${foreign.leadUnitId}`,
      `within=${foreign.leadUnitId}`,
      'q=SECRET-77',
    ]) {
      expect((await stranger.get(`/tasks?${query}&count=true`)).body).toEqual({
        items: [],
        nextCursor: null,
        count: 0,
      });
    }
    for (const path of [
      `/plans/${planId}/export?format=csv`,
      `/reports/overdue?planId=${planId}`,
      `/reports/overdue?format=csv`,
      `/reports/people?planId=${planId}`,
      `/reports/gaps?planId=${planId}`,
      `/reports/components?planId=${planId}`,
      `/reminders?taskId=${foreign.id}`,
      '/reminders',
      '/notifications',
      '/coordination',
    ]) {
      const answer = await stranger.get(path);
      expect([path, answer.text]).toEqual([path, expect.not.stringMatching(/SECRET-77|zebra/)]);
      expect([path, answer.text.includes(foreign.id)]).toEqual([path, false]);
    }
  });

  it('holds in the figures of every report', async () => {
    const own = await stranger.get(`/reports/status?planId=${planId}`);
    const [{ live }] = await par.database.query(
      `SELECT count(*)::int AS live FROM task t JOIN unit u ON u.id = t.lead_unit_id
        WHERE u.code = 'LS-STC' AND t.plan_id = $1 AND t.state NOT IN ('draft', 'cancelled')`,
      [planId],
    );
    expect(own.body.cells.all).toBe(live);
    const units = await stranger.get(`/reports/units?planId=${planId}`);
    expect(units.body.items.map((item: any) => item.unit.code)).toEqual(['LS-STC']);
    expect((await stranger.get(`/reports/status?within=${foreign.leadUnitId}`)).status).toBe(404);
  });

  it('holds for decisions, the trail and the people of others', async () => {
    const decide = (id: string) => stranger.post(`/extensions/${id}/decision`, { approved: true });
    expect((await decide(foreign.extensionId)).status).toBe(404);
    expect((await stranger.get('/audit/entries')).status).toBe(403);
    const people = await stranger.get('/users?limit=200');
    expect(new Set(people.body.items.map((person: any) => person.unit.code))).toEqual(new Set(['LS-STC']));
  });
});
