import { addEdition, addNode, addTask, linkTask } from '../../../test/support/factories';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson, addUnit } from '../../../test/support/people';

describe('plans', () => {
  let par: Par;
  let unit: Record<'province' | 'department' | 'district' | 'other', string>;
  let province: HttpClient;
  let department: HttpClient;
  let district: HttpClient;

  beforeAll(async () => {
    par = await openPar('empty');
    par.clock.set('2023-03-01');
    const top = await addUnit(par.database, 'TOP');
    unit = {
      province: top,
      department: await addUnit(par.database, 'DEP', top),
      district: await addUnit(par.database, 'DIS', top),
      other: await addUnit(par.database, 'OTHER-PROVINCE'),
    };
    await addPerson(par, { username: 'province', unitId: unit.province, role: 'committee' });
    await addPerson(par, { username: 'department', unitId: unit.department, role: 'officer' });
    await addPerson(par, { username: 'district', unitId: unit.district, role: 'committee' });
    await addPerson(par, { username: 'other', unitId: unit.other, role: 'admin' });
    [province, department, district] = [
      await par.signIn('province'),
      await par.signIn('department'),
      await par.signIn('district'),
    ];
  });

  afterAll(() => par.close());

  const body = (code: string, more: object = {}) => ({
    code,
    kind: 'annual_plan',
    year: 2023,
    issuedOn: '2022-12-28',
    issuerUnitId: unit.province,
    titleVi: `Kế hoạch ${code}`,
    ...more,
  });
  const create = async (code: string, more: object = {}) => {
    const answer = await province.post('/plans', body(code, more));
    expect(answer.status).toBe(201);
    return answer.body;
  };

  it('are issued with number, symbol and edition, and read back the same', async () => {
    const editionId = await addEdition(par.database, 2023);
    const made = await province.post('/plans', body('KH-1', { number: '01', symbol: 'KH-UBND', editionId }));
    expect(made.body).toEqual({
      id: expect.any(String),
      code: 'KH-1',
      kind: 'annual_plan',
      year: 2023,
      number: '01',
      symbol: 'KH-UBND',
      issuedOn: '2022-12-28',
      issuer: { id: unit.province, code: 'TOP', nameVi: 'Đơn vị TOP', nameEn: 'Unit TOP' },
      titleVi: 'Kế hoạch KH-1',
      titleEn: null,
      edition: {
        id: editionId,
        indexCode: 'TEST_INDEX',
        year: 2023,
        illustrative: false,
        labelVi: null,
        labelEn: null,
      },
      illustrative: false,
      closedOn: null,
      version: 1,
      abilities: ['edit', 'close', 'import'],
      tasks: { all: 0, draft: 0, open: 0, accepted: 0, cancelled: 0 },
    });
    const read = await province.get(`/plans/${made.body.id}`);
    expect(read.body).toEqual(made.body);
    expect(read.headers.etag).toBe('"1"');
  });

  it('are refused with a taken code, an unknown edition, an issuer out of reach or a day that does not exist', async () => {
    await create('KH-2');
    const refusal = async (client: HttpClient, input: object) => {
      const { status, body: problem } = await client.post('/plans', input);
      return [status, problem.errors?.[0]?.path];
    };
    expect(await refusal(province, body('KH-2'))).toEqual([409, 'code']);
    expect(await refusal(province, body('KH-3', { editionId: unit.province }))).toEqual([400, 'editionId']);
    expect(await refusal(province, body('KH-3', { issuerUnitId: unit.other }))).toEqual([
      400,
      'issuerUnitId',
    ]);
    expect(await refusal(province, body('KH-3', { issuedOn: '2023-02-30' }))).toEqual([400, 'issuedOn']);
    expect(await refusal(province, body('KH-3', { illustrative: false }))).toEqual([400, 'illustrative']);
    expect(await refusal(department, body('KH-3'))).toEqual([403, undefined]);
    expect(await refusal(district, body('KH-3'))).toEqual([400, 'issuerUnitId']);
  });

  it('are visible to the units below the issuer and above it, and to nobody else', async () => {
    const above = await create('KH-TOP');
    const below = (await district.post('/plans', body('KH-DIS', { issuerUnitId: unit.district }))).body;
    const other = await par.signIn('other');
    const statuses = async (client: HttpClient) => [
      (await client.get(`/plans/${above.id}`)).status,
      (await client.get(`/plans/${below.id}`)).status,
    ];
    expect(await statuses(province)).toEqual([200, 200]);
    expect(await statuses(district)).toEqual([200, 200]);
    expect(await statuses(department)).toEqual([200, 404]);
    expect(await statuses(other)).toEqual([404, 404]);
    expect((await other.get('/plans?count=true')).body).toEqual({ items: [], nextCursor: null, count: 0 });
    expect((await other.patch(`/plans/${above.id}`, {})).status).toBe(428);
    expect((await other.with({ 'if-match': '"1"' }).patch(`/plans/${above.id}`, {})).status).toBe(404);
    expect((await district.with({ 'if-match': '"1"' }).patch(`/plans/${above.id}`, {})).status).toBe(403);
    expect((await department.get('/plans/not-an-id')).status).toBe(404);
  });

  it('count only the tasks in the scope of the one who asks', async () => {
    const plan = await create('KH-COUNT');
    const task = { plan_id: plan.id, lead_unit_id: unit.department };
    await addTask(par.database, '2023-01-01', { ...task, code: '1' });
    await addTask(par.database, '2023-01-01', { ...task, code: '2', state: 'cancelled' });
    await addTask(par.database, '2023-01-01', {
      ...task,
      code: '3',
      lead_unit_id: unit.district,
      state: 'draft',
    });
    const tasks = async (client: HttpClient) => (await client.get(`/plans/${plan.id}`)).body.tasks;
    expect(await tasks(province)).toEqual({ all: 3, draft: 1, open: 1, accepted: 0, cancelled: 1 });
    expect(await tasks(department)).toEqual({ all: 2, draft: 0, open: 1, accepted: 0, cancelled: 1 });
  });

  it('are listed page by page, the latest first, by year, kind and closure', async () => {
    for (const day of ['2019-01-01', '2019-02-01', '2019-02-01', '2019-03-01']) {
      await create(`L-${Math.random()}`, { year: 2019, issuedOn: day, kind: 'directive' });
    }
    const first = (await province.get('/plans?year=2019&limit=3&count=true')).body;
    expect(first.items.map((plan: { issuedOn: string }) => plan.issuedOn)).toEqual([
      '2019-03-01',
      '2019-02-01',
      '2019-02-01',
    ]);
    expect(first.count).toBe(4);
    const second = (await province.get(`/plans?year=2019&limit=3&cursor=${first.nextCursor}`)).body;
    expect(second.items.map((plan: { issuedOn: string }) => plan.issuedOn)).toEqual(['2019-01-01']);
    expect(second.nextCursor).toBeNull();
    expect((await province.get('/plans?year=2019&kind=other&count=true')).body.count).toBe(0);
    expect((await province.get('/plans?year=2019&closed=true&count=true')).body.count).toBe(0);
    expect((await province.get('/plans?cursor=WzEsMl0')).body.errors[0].path).toBe('cursor');
  });

  it('change only at the version that was read, and keep what was not named', async () => {
    const plan = await create('KH-CHANGE', { number: '7' });
    const change = (version: number, input: object) =>
      province.with({ 'if-match': `"${version}"` }).patch(`/plans/${plan.id}`, input);
    const changed = await change(1, { titleEn: 'Plan', year: 2024 });
    expect([changed.status, changed.headers.etag]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ titleEn: 'Plan', year: 2024, number: '7', code: 'KH-CHANGE' });
    expect((await change(1, { titleEn: 'Late' })).status).toBe(412);
    expect((await change(2, { number: null })).body.number).toBeNull();
    expect((await change(3, { titleVi: null })).body.errors[0].path).toBe('titleVi');
    expect((await change(3, { issuerUnitId: unit.other })).body.errors[0].path).toBe('issuerUnitId');
    const trail = await par.database.query(
      `SELECT act, changes FROM journal_entry WHERE subject_id = $1 ORDER BY id`,
      [plan.id],
    );
    expect(trail.map((entry: { act: string }) => entry.act)).toEqual([
      'plan.created',
      'plan.changed',
      'plan.changed',
    ]);
    expect(trail[1].changes).toEqual({ titleEn: [null, 'Plan'], year: [2023, 2024] });
  });

  it('keep their edition while tasks are linked to its components', async () => {
    const [first, second] = [await addEdition(par.database, 2030), await addEdition(par.database, 2031)];
    const plan = await create('KH-EDITION', { editionId: first });
    const task = await addTask(par.database, '2023-01-01', {
      plan_id: plan.id,
      lead_unit_id: unit.department,
      code: '1',
    });
    await linkTask(par.database, task, await addNode(par.database, first, { code: '1.1.1' }), '2023-01-01');
    const answer = await province
      .with({ 'if-match': '"1"' })
      .patch(`/plans/${plan.id}`, { editionId: second });
    expect([answer.status, answer.body.code]).toEqual([409, 'plan.edition_in_use']);
    await par.database.query(`UPDATE task_component SET valid_to = '2023-02-01' WHERE task_id = $1`, [task]);
    const change = (body: object) => province.with({ 'if-match': '"1"' }).patch(`/plans/${plan.id}`, body);
    expect((await change({ editionId: second })).body.code).toBe('plan.edition_in_use');
    expect((await change({ year: 2024 })).body.code).toBe('plan.year_in_use');
  });

  it('close for a reason, once, are told of it and then stay as they are', async () => {
    const plan = await create('KH-CLOSE');
    expect((await province.post(`/plans/${plan.id}/closure`, {})).body.errors[0].path).toBe('reason');
    expect((await department.post(`/plans/${plan.id}/closure`, { reason: 'x' })).status).toBe(403);
    const closed = await province.post(`/plans/${plan.id}/closure`, { reason: 'Hết năm' });
    expect([closed.status, closed.body.closedOn, closed.body.abilities]).toEqual([201, '2023-03-01', []]);
    expect((await province.post(`/plans/${plan.id}/closure`, { reason: 'Hết năm' })).status).toBe(409);
    const edit = await province.with({ 'if-match': '"2"' }).patch(`/plans/${plan.id}`, { year: 2025 });
    expect([edit.status, edit.body.code]).toEqual([409, 'plan.closed']);
    const file = 'titleVi,leadUnitCode,dueText\r\nA,DEP,Cả năm\r\n';
    expect((await province.upload(`/plans/${plan.id}/import`, 'a.csv', file)).body.code).toBe('plan.closed');
    const told = await par.database.query(`SELECT payload FROM outbox WHERE topic = 'plan.closed'`);
    expect(told).toEqual([{ payload: { planId: plan.id } }]);
    const [entry] = await par.database.query(
      `SELECT note, changes FROM journal_entry WHERE subject_id = $1 AND act = 'plan.closed'`,
      [plan.id],
    );
    expect(entry).toEqual({ note: 'Hết năm', changes: { closedOn: [null, '2023-03-01'] } });
  });
});
