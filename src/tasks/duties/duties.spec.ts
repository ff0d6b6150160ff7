import { openDutyScene, type DutyScene } from '../../../test/support/duty-scene';
import { addPlan } from '../../../test/support/factories';
import type { HttpClient } from '../../../test/support/http-client';
import { addPerson, addUnit } from '../../../test/support/people';

describe('recurring duties', () => {
  let scene: DutyScene;
  let committee: HttpClient;

  beforeAll(async () => {
    scene = await openDutyScene();
    committee = scene.committee;
    await addPerson(scene.par, { username: 'auditor', unitId: scene.province, role: 'auditor' });
    await addPerson(scene.par, { username: 'below', unitId: scene.units[0], role: 'committee' });
  });

  afterAll(() => scene.par.close());

  const query = (sql: string, parameters: unknown[] = []) => scene.par.database.query(sql, parameters);
  const post = (fields: object, who = committee) =>
    who.post('/duties', {
      ...{ planId: scene.plan, rhythm: 'monthly', titleVi: 'Báo cáo', startsOn: '2026-12-01' },
      ...{ leadUnits: [{ unitId: scene.units[0] }] },
      ...fields,
    });
  const faults = async (fields: object) => {
    const { status, body } = await post(fields);
    return [status, ...body.errors.map(({ path, code }: any) => `${path} ${code}`)];
  };
  const patch = (id: string, version: number, fields: object, who = committee) =>
    who.with({ 'if-match': `"${version}"` }).patch(`/duties/${id}`, fields);

  it('are written with their units, and tell what comes next', async () => {
    const { status, body, headers } = await post({
      ...{ rhythm: 'par_report', titleEn: 'Report', dueAfterDays: 1, leadDays: 20 },
      leadUnits: [{ unitId: scene.units[1] }, { unitId: scene.units[0], responsibleId: scene.officer }],
    });
    expect([status, headers.etag]).toEqual([201, '"1"']);
    expect(body).toMatchObject({
      ...{ rhythm: 'par_report', dueAfterDays: 1, leadDays: 20, endsOn: null, priority: 'normal' },
      ...{ unitCount: 2, skipped: [], components: [], tasks: { count: 0, last: null }, abilities: ['edit'] },
      plan: { code: 'KH-2027' },
      units: [
        { unit: { code: 'T.A' }, responsible: { displayName: 'officer' } },
        { unit: { code: 'T.B' }, responsible: null },
      ],
      // The day is 23/11/2026: the year's report of 2026 is due on 15/12, and its tasks are made on 1/12, when the duty starts.
      next: {
        from: '2025-12-15',
        to: '2026-12-14',
        nameVi: 'Năm 2026',
        dueOn: '2026-12-15',
        createOn: '2026-12-01',
      },
    });
    expect((await committee.get(`/duties/${body.id}`)).body).toEqual(body);
    const [entry] = await query(
      `SELECT * FROM journal_entry WHERE act = 'duty.created' AND subject_id = $1`,
      [body.id],
    );
    expect(entry).toMatchObject({ subject_type: 'duty', unit_id: scene.province });
    expect(entry.changes.unitIds[1]).toEqual([...scene.units].sort());
  });

  it('change what comes later, and leave the tasks that are there', async () => {
    const duty = await scene.duty({ rhythm: 'monthly', startsOn: '2027-01-01' });
    await scene.run('2027-01-10');
    const { status, body } = await patch(duty.id, 1, {
      ...{ titleVi: 'Báo cáo mới {period}', dueAfterDays: 0, leadDays: 10, evidenceRequired: true },
      leadUnits: [{ unitId: scene.units[1] }],
    });
    expect([status, body.version, body.unitCount, body.evidenceRequired]).toEqual([200, 2, 1, true]);
    expect(body.next).toMatchObject({
      nameVi: 'Tháng 2 năm 2027',
      dueOn: '2027-02-28',
      createOn: '2027-02-18',
    });
    for (const day of ['2027-01-11', '2027-02-17', '2027-02-18']) await scene.run(day);
    expect(await scene.made(duty.id)).toEqual([
      'Báo cáo cải cách hành chính – Tháng 1 năm 2027 | 2027-02-06 | T.A',
      'Báo cáo cải cách hành chính – Tháng 1 năm 2027 | 2027-02-06 | T.B',
      'Báo cáo mới Tháng 2 năm 2027 | 2027-02-28 | T.B',
    ]);
    const ended = await patch(duty.id, 2, { endsOn: '2027-02-28' });
    expect([ended.body.endsOn, ended.body.next]).toEqual(['2027-02-28', null]);
    expect((await patch(duty.id, 3, { endsOn: null })).body.next.nameVi).toBe('Tháng 3 năm 2027');
    const unchanged = await patch(duty.id, 4, { leadDays: 10 });
    expect([unchanged.status, unchanged.body.version]).toEqual([200, 4]);
  });

  it('are changed at the version that was read only', async () => {
    const { id } = await scene.duty();
    expect((await committee.patch(`/duties/${id}`, { leadDays: 5 })).status).toBe(428);
    const racing = [1, 2, 3, 4, 5].map((leadDays) => patch(id, 1, { leadDays }));
    const statuses = (await Promise.all(racing)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 412, 412, 412, 412]);
  });

  it('list their periods with what was made of each', async () => {
    const { id } = await scene.duty({ rhythm: 'quarterly', startsOn: '2026-12-01' });
    await scene.run('2026-12-20');
    await patch(id, 1, { dueAfterDays: 10 });
    const path = `/duties/${id}/periods?from=2026-01-01&to=2027-12-31`;
    const { items, nextCursor, count } = (await committee.get(`${path}&count=true&limit=2`)).body;
    expect(count).toBe(5);
    expect(items.map((p: any) => [p.nameVi, p.createOn, p.dueOn, p.standing, p.taskCount])).toEqual([
      ['Quý IV năm 2026', '2026-12-11', '2027-01-06', 'made', 2],
      ['Quý I năm 2027', '2027-03-11', '2027-04-10', 'ahead', 0],
    ]);
    const rest = (await committee.get(`${path}&cursor=${nextCursor}`)).body;
    expect(rest.items.map((p: any) => p.nameEn)).toEqual(['Q2 2027', 'Q3 2027', 'Q4 2027']);
    const tasks = (await committee.get(`/duties/${id}/tasks?count=true&limit=1`)).body;
    expect([tasks.count, tasks.items[0].leadUnit.code, tasks.items[0].dueDate]).toEqual([
      2,
      'T.B',
      '2027-01-06',
    ]);
    const more = (await committee.get(`/duties/${id}/tasks?cursor=${tasks.nextCursor}`)).body;
    expect([more.items[0].leadUnit.code, more.nextCursor]).toEqual(['T.A', null]);
    const shown = (await committee.get(`/duties/${id}`)).body.tasks;
    expect(shown).toEqual({ count: 2, last: tasks.items[0] });
    for (const span of ['from=2027-01-02&to=2027-01-01', 'from=2020-01-01&to=2031-01-01', 'from=0001-01-01'])
      expect((await committee.get(`/duties/${id}/periods?${span}`)).status).toBe(400);
  });

  it('say which periods were missed', async () => {
    const { id } = await scene.duty({ rhythm: 'monthly', startsOn: '2026-12-01' });
    await query(`UPDATE duty SET starts_on = '2026-09-01' WHERE id = $1`, [id]);
    const { items } = (await committee.get(`/duties/${id}/periods?to=2026-11-30`)).body;
    expect(items.map((p: any) => p.standing)).toEqual(['missed', 'missed', 'ahead']);
  });

  it('are listed in pages, the latest first, by plan', async () => {
    const plan = await addPlan(scene.par.database, scene.province, { code: 'KH-L', issued_on: '2026-12-01' });
    const written = [];
    for (const titleVi of ['Một', 'Hai', 'Ba'])
      written.unshift((await post({ planId: plan, titleVi })).body.id);
    const first = (await committee.get(`/duties?planId=${plan}&limit=2&count=true`)).body;
    const second = (await committee.get(`/duties?planId=${plan}&limit=2&cursor=${first.nextCursor}`)).body;
    expect([first.count, second.nextCursor]).toEqual([3, null]);
    expect([...first.items, ...second.items].map(({ id }: any) => id)).toEqual(written);
    expect(first.items[0].next.createOn).toBe('2026-12-07');
    expect((await committee.get('/duties?cursor=x')).status).toBe(400);
  });

  it('are for who assigns in the plan; who reads the issuer reads them, nobody else finds them', async () => {
    const { id } = await scene.duty();
    const strange = await addUnit(scene.par.database, 'S');
    await addPerson(scene.par, { username: 'strange', unitId: strange, role: 'committee' });
    for (const name of ['strange', 'below', 'officer']) {
      const who = await scene.par.signIn(name);
      expect([name, (await who.get(`/duties/${id}`)).status]).toEqual([name, 404]);
      expect((await who.get('/duties?count=true')).body).toEqual({ items: [], nextCursor: null, count: 0 });
      for (const part of ['periods', 'tasks'])
        expect((await who.get(`/duties/${id}/${part}`)).status).toBe(404);
      const refused = name === 'officer' ? 403 : 404;
      expect([(await post({}, who)).status, (await patch(id, 1, {}, who)).status]).toEqual([
        refused,
        refused,
      ]);
    }
    const auditor = await scene.par.signIn('auditor');
    expect((await auditor.get(`/duties/${id}`)).body.abilities).toEqual([]);
    expect((await post({}, auditor)).status).toBe(403);
    expect((await patch(id, 1, { leadDays: 3 }, auditor)).status).toBe(403);
    // Who reads the issuer here but assigns elsewhere.
    const both = await addPerson(scene.par, { username: 'both', unitId: scene.province, role: 'auditor' });
    await query(
      `INSERT INTO role_grant (id, user_id, role, unit_id) VALUES (gen_random_uuid(), $1, 'committee', $2)`,
      [both, strange],
    );
    expect((await patch(id, 1, { leadDays: 3 }, await scene.par.signIn('both'))).status).toBe(403);
    expect((await committee.get(`/duties/${id}`)).body.version).toBe(1);
  });

  it('are refused with every fault named, and nothing is written', async () => {
    const [a, b] = scene.units;
    const before = await query('SELECT count(*) FROM duty');
    const none = '00000000-0000-4000-8000-000000000000';
    await query(`UPDATE unit SET valid_to = '2026-11-30' WHERE id = $1`, [b]);
    expect(
      await faults({
        leadUnits: [
          { unitId: a },
          { unitId: a.toUpperCase() },
          { unitId: none },
          { unitId: b, responsibleId: scene.officer },
        ],
      }),
    ).toEqual([
      400,
      ...[
        'leadUnits[1].unitId unit_twice',
        'leadUnits[2].unitId unit_unknown',
        'leadUnits[3].unitId unit_not_valid',
      ],
      'leadUnits[3].responsibleId responsible_elsewhere',
    ]);
    await query('UPDATE unit SET valid_to = NULL');
    expect(await faults({ level: 'department' })).toEqual([400, 'leadUnits units_one_way']);
    expect(await faults({ leadUnits: undefined })).toEqual([400, 'leadUnits units_one_way']);
    expect(await faults({ leadUnits: [] })).toEqual([400, 'leadUnits arrayMinSize']);
    expect(await faults({ leadUnits: Array(501).fill({ unitId: a }) })).toEqual([
      400,
      'leadUnits arrayMaxSize',
    ]);
    expect(await faults({ leadUnits: [null] })).toEqual([400, 'leadUnits isObject']);
    expect(await faults({ leadUnits: undefined, group: 'NOBODY' })).toEqual([400, 'group group_unknown']);
    expect(
      await faults({
        startsOn: '2026-11-30',
        endsOn: '2026-11-01',
        titleVi: '{period}'.repeat(125),
        componentCodes: ['9.9'],
      }),
    ).toEqual([
      400,
      ...[
        'titleVi maxLength',
        'endsOn before_start',
        'startsOn before_source',
        'componentCodes[0] component_unknown',
      ],
    ]);
    expect(
      await faults({ rhythm: 'weekly', dueAfterDays: -32, leadDays: 0, startsOn: '9999-01-01' }),
    ).toEqual([400, ...['rhythm isIn', 'dueAfterDays min', 'leadDays min']]);
    expect(await faults({ startsOn: '9999-12-31' })).toEqual([400, 'startsOn out_of_range']);
    expect(await query('SELECT count(*) FROM duty')).toEqual(before);
  });

  it('belong to open plans', async () => {
    const plan = await addPlan(scene.par.database, scene.province, { code: 'KH-C', issued_on: '2026-12-01' });
    const { id } = (await post({ planId: plan })).body;
    await query(`UPDATE plan SET closed_on = '2026-12-02' WHERE id = $1`, [plan]);
    expect((await post({ planId: plan })).body.code).toBe('task.plan_closed');
    expect((await patch(id, 1, { leadDays: 3 })).body.code).toBe('task.plan_closed');
    const { next, abilities } = (await committee.get(`/duties/${id}`)).body;
    expect([next, abilities]).toEqual([null, []]);
  });

  it('are written once by a repeated request', async () => {
    const keyed = committee.with({ 'idempotency-key': 'duty-once' });
    const ids = await Promise.all([1, 2, 3, 4].map(async () => (await post({}, keyed)).body.id));
    expect(new Set(ids).size).toBe(1);
  });
});
