import type { Answer, HttpClient } from '../support/http-client';
import { openPar, type Par } from '../support/par';

/** Broken input of every kind is refused in words and changes nothing. */
describe('bad input', () => {
  let par: Par;
  let committee: HttpClient;
  let officer: HttpClient;
  let admin: HttpClient;
  let plan: string;
  let unit: string;
  let task: { id: string; version: number };

  beforeAll(async () => {
    par = await openPar('sample');
    [committee, officer, admin] = await Promise.all(
      ['committee', 'officer-snv', 'admin'].map((name) => par.signIn(name)),
    );
    plan = (await committee.get('/plans?year=2026')).body.items[0].id;
    unit = (await committee.get('/units?q=LS-SNV')).body.items[0].id;
    task = (await officer.get(`/tasks?planId=${plan}`)).body.items[0];
  });

  afterAll(() => par.close());

  /** Everything that a request could change, as one number. */
  const fingerprint = async () => {
    const [row] = await par.database.query(
      `SELECT md5(concat((SELECT string_agg(t::text, ',' ORDER BY id) FROM task t), (SELECT count(*) FROM journal_entry),
         (SELECT count(*) FROM plan), (SELECT count(*) FROM unit), (SELECT count(*) FROM outbox), (SELECT count(*) FROM node),
         (SELECT count(*) FROM app_user), (SELECT string_agg(c::text, ',' ORDER BY year, version) FROM calendar_year c))) AS sum`,
    );
    return row.sum as string;
  };

  const newTask = (fields: object) =>
    committee.post('/tasks', { planId: plan, leadUnitId: unit, titleVi: 'Nhiệm vụ', ...fields });

  const cases: [string, () => Promise<Answer>, number, string?][] = [
    ['a day that does not exist', () => newTask({ dueDate: '2026-06-31' }), 400, 'dueDate'],
    ['a day in another form', () => newTask({ dueDate: '31/12/2026' }), 400, 'dueDate'],
    [
      'an unknown unit',
      () => newTask({ leadUnitId: '018f0000-0000-7000-8000-000000000000' }),
      400,
      'leadUnitId',
    ],
    ['a unit that is no id', () => newTask({ leadUnitId: "x' OR 1=1" }), 400, 'leadUnitId'],
    ['an empty title', () => newTask({ titleVi: '   ' }), 400, 'titleVi'],
    ['a title of a million characters', () => newTask({ titleVi: 'a'.repeat(1_000_000) }), 400, 'titleVi'],
    ['control characters', () => newTask({ titleVi: 'a\u0000b' }), 400, 'titleVi'],
    ['an unknown field', () => newTask({ points: 5 }), 400, 'points'],
    ['an unknown component', () => newTask({ componentCodes: ['9.9.9'] }), 400, 'componentCodes[0]'],
    [
      'a body that is no JSON',
      () => committee.with({ 'content-type': 'application/json' }).post('/tasks', '{"planId":'),
      400,
    ],
    ['a list where an object is due', () => committee.post('/tasks', []), 400],
    ['a body of ten megabytes', () => newTask({ titleVi: 'a'.repeat(10_000_000) }), 413],
    [
      'another content type',
      () => committee.with({ 'content-type': 'text/xml' }).post('/tasks', '<task/>'),
      415,
    ],
    ['negative per cent', () => officer.post(`/tasks/${task.id}/progress`, { percent: -1 }), 400, 'percent'],
    ['more than all', () => officer.post(`/tasks/${task.id}/progress`, { percent: 101 }), 400, 'percent'],
    [
      'a document of the future',
      () => officer.post(`/tasks/${task.id}/submission`, { documentDate: '2099-01-01' }),
      400,
      'documentDate',
    ],
    [
      'an extension backwards',
      () => officer.post(`/tasks/${task.id}/extensions`, { newDueDate: '2020-01-01', reason: 'x' }),
      400,
      'newDueDate',
    ],
    [
      'a stale version',
      () => officer.with({ 'if-match': '"999"' }).post(`/tasks/${task.id}/progress`, { percent: 50 }),
      412,
    ],
    ['a change without a version', () => committee.patch(`/tasks/${task.id}`, { titleVi: 'x' }), 428],
    [
      'an unreadable version',
      () => committee.with({ 'if-match': 'abc' }).patch(`/tasks/${task.id}`, { titleVi: 'x' }),
      412,
    ],
    ['SQL in a search', () => committee.get(`/tasks?q=${encodeURIComponent("'; DROP TABLE task; --")}`), 200],
    ['SQL in a sort', () => committee.get('/tasks?sort=due;drop'), 400, 'sort'],
    ['SQL in a cursor', () => committee.get('/tasks?cursor=JyBPUiAxPTE'), 400, 'cursor'],
    [
      'a forged cursor',
      () => committee.get(`/tasks?cursor=${Buffer.from('["x","y"]').toString('base64url')}`),
      400,
    ],
    ['a page too large', () => committee.get('/tasks?limit=100000'), 400, 'limit'],
    ['an id that is none', () => committee.get('/tasks/1%20OR%201=1'), 404],
    ['a report of a day that is none', () => committee.get('/reports/status?asOf=2023-02-30'), 400, 'asOf'],
    ['an index that is none', () => committee.get("/reports/changes?index=X'--&from=2021&to=2022"), 404],
    ['negative points', () => admin.post('/indexes/PAR_INDEX/editions', edition({ maxPoints: -1 })), 400],
    [
      'a change without the CSRF token',
      () => officer.with({ 'x-csrf-token': 'wrong' }).post(`/tasks/${task.id}/progress`, { percent: 5 }),
      403,
    ],
    ['nobody signed in', () => par.http.get('/tasks'), 401],
  ];

  it.each(cases)('%s is refused in words and changes nothing', async (...[, send, status, path]) => {
    const before = await fingerprint();
    const answer = await send();
    expect([answer.status, answer.text.slice(0, 300)]).toEqual([status, expect.anything()]);
    expect(await fingerprint()).toBe(before);
    if (status < 400) return;
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      status,
      code: expect.any(String),
      title: expect.any(String),
      detail: expect.any(String),
    });
    if (path) expect(answer.body.errors.map((error: any) => error.path)).toContain(path);
  });

  it('speaks the language of the caller', async () => {
    const english = await committee.with({ 'accept-language': 'en-GB,en;q=0.9' }).post('/tasks', {});
    const vietnamese = await committee.post('/tasks', {});
    expect(english.body.title).toMatch(/input is not valid/);
    expect(vietnamese.body.title).toMatch(/chưa đúng/);
  });

  it('neutralises formulas on the way out', async () => {
    await newTask({ titleVi: '=HYPERLINK("http://x","y")', code: 'F-1' });
    const csv = await committee.get(`/plans/${plan}/export?format=csv`);
    expect(csv.status).toBe(200);
    expect(csv.text).toContain(`"'=HYPERLINK(`);
  });
});

function edition(component: object) {
  const leaf = {
    code: '1.1.1',
    nameVi: 'a',
    nameEn: 'a',
    maxPoints: 1,
    method: 'appraisal',
    rule: { type: 'binary' },
    source: 'reported_value',
    ...component,
  };
  const criterion = { code: '1.1', nameVi: 'a', nameEn: 'a', maxPoints: 1, components: [leaf] };
  return {
    year: 2030,
    nameVi: 'a',
    nameEn: 'a',
    fields: [{ code: '1', nameVi: 'a', nameEn: 'a', maxPoints: 1, criteria: [criterion] }],
  };
}
