import writeXlsxFile from 'write-excel-file/node';
import { parse } from 'csv-parse/sync';
import { addEdition, addNode, addPlan } from '../../../test/support/factories';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson } from '../../../test/support/people';
import { dataFile, loadUnits, workingSetComponents } from '../../../test/support/province';
import type { HttpClient } from '../../../test/support/http-client';

describe('the import of the annual plan of 2023', () => {
  let par: Par;
  let units: Map<string, string>;
  let committee: HttpClient;
  let editionId: string;
  const csv = dataFile('plan-2023.csv');

  beforeAll(async () => {
    par = await openPar('empty');
    par.clock.set('2023-01-03');
    units = await loadUnits(par.database);
    editionId = await addEdition(par.database, 2023);
    for (const code of workingSetComponents()) await addNode(par.database, editionId, { code });
    await addPerson(par, { username: 'committee', unitId: units.get('20')!, role: 'committee' });
    await addPerson(par, { username: 'district', unitId: units.get('178')!, role: 'committee' });
    await addPerson(par, { username: 'officer', unitId: units.get('LS-SNV')!, role: 'officer' });
    committee = await par.signIn('committee');
  });

  afterAll(() => par.close());

  const newPlan = (code: string) =>
    addPlan(par.database, units.get('20')!, {
      code,
      issued_on: '2022-12-28',
      year: 2023,
      edition_id: editionId,
    });
  const countOf = async (table: string, planId: string) => {
    const [{ count }] = await par.database.query(
      `SELECT count(*)::int AS count FROM ${table} x JOIN task t ON t.id = x.${table === 'task' ? 'id' : 'task_id'} WHERE t.plan_id = $1`,
      [planId],
    );
    return count as number;
  };
  const taken = { tasks: 96, accepted: 96, acceptedWithWarning: 0, rejected: 0 };

  it('says in a dry run what it would do, and writes nothing', async () => {
    const plan = await newPlan('KH-DRY');
    const answer = await committee.upload(`/plans/${plan}/import?dryRun=true`, 'plan.csv', csv);
    expect(answer.status).toBe(200);
    expect(answer.body.summary).toEqual(taken);
    expect(answer.body.rows[1]).toMatchObject({
      row: 3,
      kind: 'task',
      outcome: 'accepted',
      codes: [],
      normalised: {
        taskRef: '2023-002',
        dueDate: '2023-03-31',
        dueReadAs: 'quarter',
        componentCodes: ['1.1.2', '1.7.2'],
      },
    });
    expect(answer.body.rows[0].normalised.coordinatingUnits).toBe(19 + 11 + 200);
    expect(await countOf('task', plan)).toBe(0);
  });

  it('writes every task with its coordinating units and components, assigned', async () => {
    const plan = await newPlan('KH-CSV');
    const answer = await committee.upload(`/plans/${plan}/import`, 'plan.csv', csv);
    expect([answer.status, answer.body.summary]).toEqual([200, taken]);
    expect(await countOf('task', plan)).toBe(96);
    const [task] = await par.database.query(
      `SELECT t.state, t.due_date, t.original_due_date, t.due_text, t.priority, t.field_code, t.source_number, u.code AS lead,
              (SELECT count(*)::int FROM task_coordinator WHERE task_id = t.id) AS coordinators,
              ARRAY(SELECT n.code FROM task_component c JOIN node n ON n.id = c.component_id WHERE c.task_id = t.id ORDER BY n.code) AS components
         FROM task t JOIN unit u ON u.id = t.lead_unit_id WHERE t.plan_id = $1 AND t.code = '2023-007'`,
      [plan],
    );
    expect(task).toEqual({
      state: 'assigned',
      due_date: '2023-12-20',
      original_due_date: '2023-12-20',
      due_text: 'Trước 20/12/2023',
      priority: 'high',
      field_code: '1',
      source_number: 'MH-01/KH-UBND',
      lead: 'LS-SNV',
      coordinators: 19 + 11,
      components: ['1.2.1', '1.2.2'],
    });
    const [undated] = await par.database.query(
      `SELECT count(*)::int AS tasks FROM task WHERE plan_id = $1 AND due_date IS NULL`,
      [plan],
    );
    expect(undated.tasks).toBe(7);
    const [told] = await par.database.query(
      `SELECT count(*)::int AS told FROM outbox o JOIN task t ON t.id::text = o.payload->>'taskId' WHERE t.plan_id = $1 AND o.topic = 'task.assigned'`,
      [plan],
    );
    expect(told.told).toBe(96);
  });

  it('makes no duplicates of a file that comes twice, as XLSX, without task codes or in its own export', async () => {
    const plan = await newPlan('KH-TWICE');
    await committee.upload(`/plans/${plan}/import`, 'plan.csv', csv);
    const grid = parse(csv);
    const xlsx = await writeXlsxFile(grid.map((line) => line.map((value) => ({ value })))).toBuffer();
    const withoutCodes = await writeXlsxFile(
      grid.map((line) => line.slice(1).map((value) => ({ value }))),
    ).toBuffer();
    const exported = (await committee.get(`/plans/${plan}/export?format=csv`)).text;
    for (const [name, content] of [
      ['plan.csv', csv],
      ['plan.xlsx', xlsx],
      ['plan.xlsx', withoutCodes],
      ['plan.csv', exported],
    ] as const) {
      const answer = await committee.upload(`/plans/${plan}/import`, name, content);
      expect([answer.status, answer.body.summary]).toEqual([200, taken]);
      expect(answer.body.rows.every((row: { codes: string[] }) => row.codes[0] === 'unchanged')).toBe(true);
    }
    expect(await countOf('task', plan)).toBe(96);
    expect(exported.split('\r\n')[1]).toContain(
      'ALL_COMMUNES;ALL_DEPARTMENTS;ALL_DISTRICTS,31/01/2023,1.1.1;1.1.2,high,1',
    );
  });

  it('takes the XLSX form of the file as the CSV form', async () => {
    const plan = await newPlan('KH-XLSX');
    const grid = parse(csv).map((line) => line.map((value) => ({ value })));
    const answer = await committee.upload(
      `/plans/${plan}/import`,
      'plan.xlsx',
      await writeXlsxFile(grid).toBuffer(),
    );
    expect([answer.status, answer.body.summary]).toEqual([200, taken]);
    expect(await countOf('task_component', plan)).toBe(
      parse<{ componentCodes: string }>(csv, { columns: true }).flatMap((row) =>
        row.componentCodes.split(';').filter(Boolean),
      ).length,
    );
  });

  it('has one effect when the request is retried with its key, and refuses the key for another file', async () => {
    const plan = await newPlan('KH-RETRY');
    const keyed = committee.with({ 'idempotency-key': 'import-1' });
    const [first, second] = await Promise.all([
      keyed.upload(`/plans/${plan}/import`, 'plan.csv', csv),
      keyed.upload(`/plans/${plan}/import`, 'plan.csv', csv),
    ]);
    expect(second.body).toEqual(first.body);
    expect(await countOf('task', plan)).toBe(96);
    const other = await keyed.upload(`/plans/${plan}/import`, 'plan.csv', `${csv.toString()}\r\n`);
    expect([other.status, other.body.code]).toEqual([422, 'request.key_reused']);
  });

  it('lets two imports at once into one plan agree on one set of tasks', async () => {
    const plan = await newPlan('KH-RACE');
    const answers = await Promise.all(
      [1, 2].map(() => committee.upload(`/plans/${plan}/import`, 'plan.csv', csv)),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(await countOf('task', plan)).toBe(96);
  });

  it('lets a district assign to its own units only, and does not say whether others exist', async () => {
    const plan = await newPlan('KH-SCOPE');
    const district = await par.signIn('district');
    const answer = await district.upload(`/plans/${plan}/import?dryRun=true`, 'plan.csv', csv);
    expect(answer.body.summary).toEqual({ tasks: 96, accepted: 2, acceptedWithWarning: 0, rejected: 94 });
    expect(answer.body.rows[0]).toMatchObject({ outcome: 'rejected', codes: ['not_found'] });
    const refused = await district.upload(`/plans/${plan}/import`, 'plan.csv', csv);
    expect([refused.status, refused.body.code]).toEqual([422, 'plan.import_rejected']);
    expect(await countOf('task', plan)).toBe(0);
    await committee.upload(`/plans/${plan}/import`, 'plan.csv', csv);
    const exported = (await district.get(`/plans/${plan}/export`)).text.trim().split('\r\n');
    expect(exported).toHaveLength(1 + 2);
  });

  it('is for those who assign tasks', async () => {
    const plan = await newPlan('KH-OFFICER');
    const officer = await par.signIn('officer');
    expect((await officer.upload(`/plans/${plan}/import`, 'plan.csv', csv)).status).toBe(403);
    expect((await par.http.upload(`/plans/${plan}/import`, 'plan.csv', csv)).status).toBe(401);
  });
});
