import { addEdition, addNode, addPlan, addTask } from '../../../test/support/factories';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson, addUnit } from '../../../test/support/people';

describe('analyses of lost points', () => {
  let par: Par;
  let here: string;
  let there: string;
  let component: string;
  let flat: string;
  let plan: string;
  let taskThere: string;
  let mai: string;
  const clients: Record<string, HttpClient> = {};

  beforeAll(async () => {
    par = await openPar('empty');
    const province = await addUnit(par.database, 'T');
    here = await addUnit(par.database, 'T.A', province);
    there = await addUnit(par.database, 'T.B', province);
    const people = [
      ['committee', province, 'committee'],
      ['leader', province, 'leader'],
      ['mai', here, 'officer'],
      ['stranger', there, 'officer'],
    ] as const;
    for (const [username, unitId, role] of people) {
      const id = await addPerson(par, { username, unitId, role });
      if (username === 'mai') mai = id;
      clients[username] = await par.signIn(username);
    }
    // Reads the whole province, and writes analyses elsewhere.
    await addPerson(par, { username: 'both', unitId: there, role: 'officer' });
    await par.database.query(
      `INSERT INTO role_grant (id, user_id, role, unit_id) SELECT uuid_v7(), id, 'auditor', $1 FROM app_user WHERE username = 'both'`,
      [province],
    );
    clients.both = await par.signIn('both');
    const edition = await addEdition(par.database, 2026);
    const node = (code: string, max: number, baseline: number, owner?: string) =>
      addNode(par.database, edition, {
        code,
        max_points: max,
        baseline_score: baseline,
        owner_unit_code: owner,
      });
    component = await node('1.2', 2, 0.5, 'T.A');
    await node('1.10', 1, 0.75);
    flat = await node('1.3', 1, 1);
    plan = await addPlan(par.database, province, {
      code: 'KH',
      issued_on: '2026-01-05',
      edition_id: edition,
    });
    taskThere = await addTask(par.database, '2026-01-10', { plan_id: plan, lead_unit_id: there, code: 'B1' });
  });

  afterAll(() => par.close());
  beforeEach(() => par.database.query('TRUNCATE analysis CASCADE'));

  const words = {
    notAchieved: 'Chậm công bố thủ tục',
    cause: 'Thiếu rà soát',
    solution: 'Rà soát hằng quý\nvà công bố',
  };
  const write = (input: object = {}, by = 'mai') =>
    clients[by].post('/analyses', { componentId: component, unitId: here, ...words, ...input });
  const withVersion = (version: number, by: string) => clients[by].with({ 'if-match': `"${version}"` });

  it('lists the components that lost points, most lost first, with owner and what was written', async () => {
    const outstanding = async (by = 'leader') =>
      (await clients[by].get('/analyses/outstanding?index=TEST_INDEX&year=2026&count=true')).body;
    const { items, count } = await outstanding();
    expect(count).toBe(2);
    expect(
      items.map(({ component: { code, lostPoints }, owner, open }: any) => [
        code,
        lostPoints,
        owner?.code,
        open,
      ]),
    ).toEqual([
      ['1.2', 1.5, 'T.A', 0],
      ['1.10', 0.25, undefined, 0],
    ]);
    await write();
    expect((await outstanding()).items[0]).toMatchObject({ open: 1, agreed: 0 });
    expect((await outstanding('stranger')).items[0]).toMatchObject({ open: 0, agreed: 0 });
  });

  it('says what was and was not achieved, why, what is done and who answers; one for a component and unit', async () => {
    const written = await write({ personId: mai, achieved: 'Đã công bố 90 %' });
    expect(written.status).toBe(201);
    expect(written.body).toMatchObject({
      component: { code: '1.2', lostPoints: 1.5, indexCode: 'TEST_INDEX', year: 2026 },
      unit: { code: 'T.A' },
      person: { id: mai },
      ...words,
      tasks: [],
      agreedAt: null,
      version: 1,
      abilities: ['edit'],
    });
    const again = await write();
    expect([again.status, again.body.code]).toEqual([409, 'analysis.there_already']);
  });

  it('is found by whose scope holds the unit, and by nobody else', async () => {
    const { id } = (await write()).body;
    expect((await clients.leader.get(`/analyses/${id}`)).status).toBe(200);
    expect((await clients.leader.get('/analyses?count=true&state=open')).body).toMatchObject({ count: 1 });
    expect((await clients.leader.get(`/analyses?within=${there}&count=true`)).body).toMatchObject({
      count: 0,
      items: [],
    });
    expect((await clients.stranger.get('/analyses?count=true')).body).toMatchObject({ count: 0, items: [] });
    const answers = [
      await clients.stranger.get(`/analyses/${id}`),
      await withVersion(1, 'stranger').patch(`/analyses/${id}`, { cause: 'x' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  it('changes by version, keeps what is left out, and shows the change in the trail', async () => {
    const { id } = (await write()).body;
    const changed = await withVersion(1, 'mai').patch(`/analyses/${id}`, { personId: mai, cause: null });
    expect(changed.body).toMatchObject({
      person: { id: mai },
      cause: null,
      solution: words.solution,
      version: 2,
    });
    expect((await withVersion(1, 'mai').patch(`/analyses/${id}`, { cause: 'x' })).status).toBe(412);
    expect((await clients.mai.patch(`/analyses/${id}`, { cause: 'x' })).status).toBe(428);
    for (const reader of ['leader', 'both'])
      expect((await withVersion(2, reader).patch(`/analyses/${id}`, { cause: 'x' })).status).toBe(403);
    const [entry] = await par.database.query(
      `SELECT changes FROM journal_entry WHERE subject_id = $1 AND act = 'analysis.changed'`,
      [id],
    );
    expect(entry.changes).toEqual({ personId: [null, mai], cause: [words.cause, null] });
  });

  it.each([
    ['a component that is none', () => ({ componentId: here }), 'componentId'],
    ['a unit beyond the writer’s', () => ({ unitId: there }), 'unitId'],
    ['nothing that was not achieved', () => ({ notAchieved: ' ' }), 'notAchieved'],
    ['a task beyond the scope', () => ({ taskIds: [taskThere] }), 'taskIds[0]'],
    ['a person of no such unit', () => ({ personId: here }), 'personId'],
  ])('refuses %s, and writes nothing', async (_, input, path) => {
    const { status, body } = await write(input());
    expect([status, body.errors?.[0].path]).toEqual([400, path]);
    expect((await par.database.query('SELECT 1 FROM analysis')).length).toBe(0);
  });

  it('is agreed by the committee when it names person, cause and solution, and frozen until reopened', async () => {
    const { id } = (await write({ cause: undefined })).body;
    expect((await withVersion(1, 'mai').post(`/analyses/${id}/agreement`)).status).toBe(403);
    const early = await withVersion(1, 'committee').post(`/analyses/${id}/agreement`);
    expect(early.body.errors.map(({ path }: any) => path)).toEqual(['personId', 'cause']);
    await withVersion(1, 'mai').patch(`/analyses/${id}`, { personId: mai, cause: 'Vì' });
    const agreed = await withVersion(2, 'committee').post(`/analyses/${id}/agreement`);
    expect(agreed.body).toMatchObject({
      agreedBy: { displayName: 'committee' },
      version: 3,
      abilities: ['reopen', 'assign'],
    });
    const frozen = await withVersion(3, 'mai').patch(`/analyses/${id}`, { cause: 'x' });
    expect([frozen.status, frozen.body.code]).toEqual([409, 'analysis.agreed']);
    const reopened = await withVersion(3, 'committee').delete(`/analyses/${id}/agreement`);
    expect(reopened.body).toMatchObject({ agreedAt: null, version: 4 });
    expect((await withVersion(4, 'committee').delete(`/analyses/${id}/agreement`)).status).toBe(409);
  });

  it('turns the solution into a task of the unit and person, linked to the component, in one change', async () => {
    const { id } = (await write({ personId: mai })).body;
    const assign = (version: number, by: string, input: object = {}) =>
      withVersion(version, by).post(`/analyses/${id}/tasks`, {
        planId: plan,
        dueDate: '2026-12-15',
        ...input,
      });
    expect((await assign(1, 'mai')).status).toBe(403);
    expect((await assign(1, 'committee', { dueDate: '2025-01-01' })).body.errors[0].path).toBe('dueDate');
    const assigned = await assign(1, 'committee');
    expect(assigned.body.tasks).toMatchObject([
      { titleVi: 'Rà soát hằng quý', state: 'assigned', dueDate: '2026-12-15' },
    ]);
    const task = (await clients.mai.get(`/tasks/${assigned.body.tasks[0].id}`)).body;
    expect(task).toMatchObject({
      leadUnit: { code: 'T.A' },
      responsible: { id: mai },
      components: [{ code: '1.2' }],
    });
    const [{ tasks }] = await par.database.query(
      `SELECT count(*)::int AS tasks FROM task WHERE title_vi = 'Rà soát hằng quý'`,
    );
    expect([tasks, assigned.body.version]).toEqual([1, 2]);
  });

  it('may speak of a component that lost nothing, too', async () => {
    expect((await write({ componentId: flat })).body.component).toMatchObject({ code: '1.3', lostPoints: 0 });
  });
});
