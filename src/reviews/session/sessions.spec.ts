import { addEdition, addNode, addPlan, addTask, linkTask } from '../../../test/support/factories';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson, addUnit } from '../../../test/support/people';

describe('review sessions', () => {
  let par: Par;
  let province: string;
  let here: string;
  let elsewhere: string;
  let plan: string;
  const tasks: Record<string, string> = {};
  const people: Record<string, string> = {};
  const clients: Record<string, HttpClient> = {};

  beforeAll(async () => {
    par = await openPar('empty');
    par.clock.set('2026-11-20');
    province = await addUnit(par.database, 'T');
    here = await addUnit(par.database, 'T.A', province);
    const there = await addUnit(par.database, 'T.B', province);
    elsewhere = there;
    for (const [username, unitId, role] of [
      ['committee', province, 'committee'],
      ['leader', province, 'leader'],
      ['mai', here, 'officer'],
      ['nam', here, 'officer'],
      ['stranger', there, 'officer'],
      ['local', there, 'leader'],
    ] as const) {
      people[username] = await addPerson(par, { username, unitId, role });
      clients[username] = await par.signIn(username);
    }
    // Reads the whole province, and directs elsewhere.
    people.both = await addPerson(par, { username: 'both', unitId: there, role: 'leader' });
    await par.database.query(
      `INSERT INTO role_grant (id, user_id, role, unit_id) VALUES (uuid_v7(), $1, 'auditor', $2)`,
      [people.both, province],
    );
    clients.both = await par.signIn('both');
    const edition = await addEdition(par.database, 2026);
    const component = await addNode(par.database, edition, {
      ...{
        code: '1.1',
        max_points: 2,
        baseline_score: 0,
        source: 'linked_tasks',
        task_measure: 'done',
        task_scope: 'linked',
      },
      rule: { type: 'binary' },
    });
    plan = await addPlan(par.database, province, {
      code: 'KH',
      issued_on: '2026-01-05',
      edition_id: edition,
    });
    for (const [code, unit, due] of [
      ['A1', here, '2026-11-10'],
      ['A2', here, '2026-11-18'],
      ['A3', here, '2026-11-01'],
      ['B1', there, '2026-10-01'],
      ['OK', here, '2026-12-31'],
    ]) {
      const columns = { plan_id: plan, lead_unit_id: unit, code, due_date: due, state: 'in_progress' };
      tasks[code] = await addTask(par.database, '2026-01-10', {
        ...columns,
        responsible_id: unit === here ? people.mai : null,
      });
    }
    await linkTask(par.database, tasks.A2, component, '2026-01-10');
    await clients.mai.post(`/tasks/${tasks.A1}/progress`, { percent: 40, obstacle: 'Thiếu kinh phí' });
    await clients.mai.post(`/tasks/${tasks.A3}/extensions`, {
      newDueDate: '2026-12-20',
      reason: 'Chờ số liệu',
    });
  });

  afterAll(() => par.close());

  const open = (by = 'committee', input: object = { unitId: here }) =>
    clients[by].post('/review-sessions', input);
  const decide = (session: string, code: string, input: object, by = 'committee') =>
    clients[by].put(`/review-sessions/${session}/items/${tasks[code]}`, input);
  const conclude = (session: string, by = 'committee') =>
    clients[by].post(`/review-sessions/${session}/conclusion`);

  it('take what is overdue as it stands, most points at stake first, with what was last heard of it', async () => {
    const { status, body } = await open();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      unit: { code: 'T.A' },
      heldOn: '2026-11-20',
      items: 3,
      decided: 0,
      abilities: ['decide'],
    });
    expect(body.list.map(({ position, task, daysLate }: any) => [position, task.code, daysLate])).toEqual([
      [1, 'A2', 2],
      [2, 'A3', 19],
      [3, 'A1', 10],
    ]);
    expect(body.list[0].pointsAtStake).toBe(2);
    expect(body.list[2].lastProgress).toEqual({
      on: '2026-11-20',
      percent: 40,
      done: null,
      obstacle: 'Thiếu kinh phí',
    });
    const overdue = await clients.leader.get(`/reports/overdue?within=${here}`);
    expect(overdue.body.items.map(({ task }: any) => task.code)).toEqual(['A2', 'A3', 'A1']);
  });

  it('are opened only by whoever gives directions there, and found only by whose scope holds the unit', async () => {
    expect((await open('mai')).status).toBe(403);
    for (const who of ['local', 'both']) expect((await open(who)).body.errors[0].path).toBe('unitId');
    expect((await open('leader', { unitId: here, planId: here })).body.errors[0].path).toBe('planId');
    const { id } = (await open()).body;
    expect((await clients.stranger.get(`/review-sessions/${id}`)).status).toBe(404);
    expect((await clients.stranger.get('/review-sessions?count=true')).body).toMatchObject({
      items: [],
      count: 0,
    });
    expect((await decide(id, 'A1', { decision: 'urge', text: 'x' }, 'local')).status).toBe(404);
    expect((await decide(id, 'A1', { decision: 'urge', text: 'x' }, 'both')).status).toBe(403);
    expect((await conclude(id, 'both')).status).toBe(403);
    expect((await clients.mai.get(`/review-sessions/${id}`)).body).toMatchObject({ items: 3, abilities: [] });
    expect((await clients.leader.get('/review-sessions?state=open')).body.items[0].id).toBe(id);
  });

  it.each([
    ['a new day with an urging', { decision: 'urge', text: 'x', newDueDate: '2026-12-01' }, 'newDueDate'],
    ['an answer in the past', { decision: 'urge', text: 'x', answerBy: '2026-11-19' }, 'answerBy'],
    ['an extension without a day', { decision: 'extend', text: 'x' }, 'newDueDate'],
    ['nobody to reassign to', { decision: 'reassign', text: 'x' }, 'responsibleId'],
    ['no words', { decision: 'urge', text: ' ' }, 'text'],
    ['an unknown decision', { decision: 'forget', text: 'x' }, 'decision'],
  ])('refuse %s', async (_, input, path) => {
    const { id } = (await open()).body;
    const { status, body } = await decide(id, 'A1', input);
    expect([status, body.errors[0].path]).toEqual([400, path]);
    expect((await clients.committee.get(`/review-sessions/${id}`)).body.decided).toBe(0);
  });

  it('refuse a person of another unit, and a task that is not on the list', async () => {
    const { id } = (await open()).body;
    const elsewhere = await decide(id, 'A1', {
      decision: 'reassign',
      text: 'x',
      responsibleId: people.stranger,
    });
    expect(elsewhere.body.errors[0].path).toBe('responsibleId');
    expect((await decide(id, 'OK', { decision: 'urge', text: 'x' })).status).toBe(404);
    expect((await conclude(id)).body.code).toBe('review.nothing_decided');
  });

  it('change nothing before the conclusion, and then direct, extend, reassign and note, each by itself', async () => {
    const { id } = (await open()).body;
    await decide(id, 'A2', { decision: 'reassign', text: 'Đổi người', responsibleId: people.nam });
    await decide(id, 'A3', { decision: 'extend', text: 'Đồng ý', newDueDate: '2026-12-15' });
    await decide(id, 'A1', { decision: 'accept_explanation', text: 'Do chưa cấp kinh phí' });
    await clients.committee.delete(`/review-sessions/${id}/items/${tasks.A1}`);
    const decided = await decide(id, 'A1', {
      decision: 'urge',
      text: 'Xong trong tuần',
      answerBy: '2026-11-25',
    });
    expect(decided.body).toMatchObject({ decided: 3, abilities: ['decide', 'conclude'] });
    expect((await clients.mai.get(`/tasks/${tasks.A2}`)).body.responsible.id).toBe(people.mai);

    const concluded = (await conclude(id)).body;
    expect(concluded.list.map(({ task, outcome }: any) => [task.code, outcome])).toEqual([
      ['A2', 'reassigned'],
      ['A3', 'extended'],
      ['A1', 'directed'],
    ]);
    expect((await clients.mai.get(`/tasks/${tasks.A2}`)).body.responsible.id).toBe(people.nam);
    expect((await clients.mai.get(`/tasks/${tasks.A3}`)).body).toMatchObject({
      dueDate: '2026-12-15',
      originalDueDate: '2026-11-01',
    });
    const { items } = (await clients.mai.get(`/tasks/${tasks.A1}/directions`)).body;
    expect(items[0]).toMatchObject({
      text: 'Xong trong tuần',
      answerBy: '2026-11-25',
      by: { id: people.committee },
    });
    expect((await decide(id, 'A1', { decision: 'urge', text: 'x' })).body.code).toBe('review.concluded');
    expect((await conclude(id)).status).toBe(409);
  });

  it('let a leader, who neither extends nor names people, direct those who do', async () => {
    const { id, list } = (await open('leader')).body;
    expect(list.map(({ task }: any) => task.code)).toEqual(['A2', 'A1']);
    await decide(id, 'A1', { decision: 'extend', text: 'Vì thiếu vốn', newDueDate: '2026-12-31' }, 'leader');
    await decide(id, 'A2', { decision: 'reassign', text: 'Đổi lại', responsibleId: people.mai }, 'leader');
    const concluded = (await conclude(id, 'leader')).body;
    expect(concluded.list.map(({ outcome }: any) => outcome)).toEqual(['directed', 'directed']);
    const texts = await par.database.query('SELECT text FROM direction WHERE by_user_id = $1 ORDER BY text', [
      people.leader,
    ]);
    expect(texts).toEqual([
      { text: 'Đồng ý gia hạn đến 31/12/2026: Vì thiếu vốn' },
      { text: 'Giao lại cho mai: Đổi lại' },
    ]);
  });

  it('say of an item that can no longer be done why, and do the others', async () => {
    const { id } = (await open()).body;
    await decide(id, 'A1', { decision: 'accept_explanation', text: 'Rõ' });
    await decide(id, 'A2', { decision: 'urge', text: 'Khẩn trương' });
    await clients.committee.post(`/tasks/${tasks.A2}/cancellation`, {
      reason: 'Trùng',
      documentNumber: '9/QĐ',
    });
    const { list } = (await conclude(id)).body;
    const outcomes = Object.fromEntries(
      list.map(({ task, outcome, refusalVi }: any) => [task.code, [outcome, refusalVi]]),
    );
    expect(outcomes).toEqual({ A1: ['noted', null], A2: ['refused', expect.any(String)] });
    const [comment] = (await clients.mai.get(`/tasks/${tasks.A1}/comments`)).body.items;
    expect(comment.text).toBe('Chấp nhận giải trình: Rõ');
  });

  it('undo what an item had half done when the database refuses it, and do the others', async () => {
    await par.database.query(`UPDATE task SET due_date = '2026-11-02' WHERE code = 'OK'`);
    const { id } = (await open()).body;
    await decide(id, 'A1', { decision: 'urge', text: 'Không ghi được' });
    await decide(id, 'OK', { decision: 'urge', text: 'Ghi được' });
    await par.database.query(
      `CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.text = 'Không ghi được' THEN RAISE unique_violation; END IF; RETURN NEW; END $$;
       CREATE TRIGGER refuse_one BEFORE INSERT ON direction FOR EACH ROW EXECUTE FUNCTION refuse_one()`,
    );
    const concluded = (await conclude(id)).body;
    await par.database.query('DROP TRIGGER refuse_one ON direction; DROP FUNCTION refuse_one');
    const outcomes = Object.fromEntries(concluded.list.map(({ task, outcome }: any) => [task.code, outcome]));
    expect(outcomes).toEqual({ A1: 'refused', OK: 'directed' });
  });

  it('show of an item only tasks that the reader may still read', async () => {
    const { id } = (await open()).body;
    const codes = async () => {
      const { body } = await clients.mai.get(`/review-sessions/${id}`);
      return body.list.map(({ task }: any) => task.code);
    };
    expect(await codes()).toEqual(['OK', 'A1']);
    await par.database.query(`UPDATE task SET lead_unit_id = $1, responsible_id = NULL WHERE code = 'OK'`, [
      elsewhere,
    ]);
    expect(await codes()).toEqual(['A1']);
  });

  it('need something that is overdue', async () => {
    expect((await open('leader', { unitId: here, planId: plan, items: 1 })).body.items).toBe(1);
    const empty = await addPlan(par.database, province, { code: 'TRỐNG', issued_on: '2026-01-05' });
    expect((await open('leader', { unitId: here, planId: empty })).body.code).toBe('review.nothing_overdue');
    await par.database.query(`UPDATE plan SET closed_on = '2026-11-01' WHERE id = $1`, [plan]);
    expect((await open()).body.code).toBe('review.nothing_overdue');
    expect((await open('committee', { unitId: here, planId: plan })).status).toBe(201);
  });
});
