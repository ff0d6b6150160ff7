import { uuidv7 } from 'uuidv7';
import type { HttpClient } from '../../test/support/http-client';
import { openPar, type Par } from '../../test/support/par';

const reports = ['status', 'units', 'components', 'people', 'overdue', 'gaps', 'forecast'];

/** A day on which LS-SNV and others have tasks done, overdue and in term. */
const day = '2023-09-15';

describe('an officer of one department', () => {
  let par: Par;
  let officer: HttpClient;
  let leader: HttpClient;
  const units: Record<string, string> = {};
  let planId: string;

  beforeAll(async () => {
    par = await openPar('sample');
    officer = await par.signIn('officer-snv');
    leader = await par.signIn('leader');
    [{ id: planId }] = await par.database.query("SELECT id FROM plan WHERE code = 'KH-2023'");
    for (const { code, id } of await par.database.query(
      "SELECT code, id FROM unit WHERE valid_from < '2023-01-01' OR valid_from IS NULL",
    )) {
      units[code] = id;
    }
  });

  afterAll(() => par.close());

  const read = async (http: HttpClient, report: string, query = '') =>
    (await http.get(`/reports/${report}?asOf=${day}&planId=${planId}${query}`)).body;

  it('reads of the own department what a leader reads when asking for that department', async () => {
    const within = `&within=${units['LS-SNV']}`;
    for (const report of ['status', 'units', 'people']) {
      const own = await read(officer, report);
      expect(own).toEqual(await read(leader, report, within));
      expect((own.cells ?? own.total.cells).all).toBeGreaterThan(0);
      expect((own.cells ?? own.total.cells).all).toBeLessThan((await read(leader, 'status')).cells.all);
    }
  });

  it('sees only own tasks in lists, and counts only own tasks under components', async () => {
    expect(
      (await read(officer, 'units')).items.map(({ unit }: { unit: { code: string } }) => unit.code),
    ).toEqual(['LS-SNV']);
    const overdue = await read(officer, 'overdue');
    expect(overdue.items.length).toBeGreaterThan(0);
    expect(overdue.items.length).toBeLessThan((await read(leader, 'overdue')).items.length);
    for (const { task } of overdue.items) expect(task.leadUnit.code).toBe('LS-SNV');
    const { total } = await read(officer, 'components');
    expect(total.cells).toEqual((await read(officer, 'status')).cells);
  });

  it('is told no points of the whole plan, and why', async () => {
    const { items, notes } = await read(officer, 'components');
    const told = items.flatMap(({ points, forecast, pointsAtStake }: Record<string, object | null>) => [
      points,
      ...Object.values(forecast!),
      pointsAtStake,
    ]);
    expect(new Set(told)).toEqual(new Set([null]));
    expect(notes.map(({ vi }: { vi: string }) => vi).join()).toContain('trên toàn kế hoạch');
    expect(await read(officer, 'forecast')).toMatchObject({ low: null, likely: null, high: null });
    expect((await read(officer, 'overdue')).items[0].pointsAtStake).toBeNull();
    expect((await read(officer, 'gaps')).doneButFlat).toEqual([]);
  });

  it('finds gaps only in the components that the own department answers for', async () => {
    const all = (await read(leader, 'gaps')).lostWithoutTask.map(
      ({ component }: { component: { code: string } }) => component.code,
    );
    const own = (await read(officer, 'gaps')).lostWithoutTask.map(
      ({ component }: { component: { code: string } }) => component.code,
    );
    const owned: { code: string }[] = await par.database.query(
      "SELECT code FROM node WHERE level = 'component' AND owner_unit_code = 'LS-SNV' AND code = ANY($1)",
      [all],
    );
    expect([...own].sort()).toEqual(owned.map(({ code }) => code).sort());
    expect(own.length).toBeLessThan(all.length);
  });

  it.each(reports)('does not find another department, plan or index in %s', async (report) => {
    for (const query of [
      `within=${units['LS-STP']}`,
      `within=${units['20']}`,
      `planId=${uuidv7()}`,
      'index=NO_INDEX',
    ]) {
      const answer = await officer.get(`/reports/${report}?asOf=${day}&${query}`);
      expect([query, answer.status, answer.body.code]).toEqual([query, 404, 'not_found']);
    }
  });

  it.each(reports)('is held to the same scope in the file of %s', async (report) => {
    const file = await officer.get(`/reports/${report}?asOf=${day}&planId=${planId}&format=csv`);
    expect(file.status).toBe(200);
    const others: { name_vi: string; code: string }[] = await par.database.query(
      `SELECT name_vi, code FROM unit WHERE code LIKE 'LS-%' AND code <> 'LS-SNV' AND name_vi NOT LIKE '%Nội vụ%'`,
    );
    for (const { name_vi: name, code } of others) {
      expect(file.text).not.toContain(`,${code},`);
      expect(file.text).not.toContain(`,${name},`);
    }
    const theirs: { code: string }[] = await par.database.query(
      `SELECT t.code FROM task t JOIN unit u ON u.id = t.lead_unit_id WHERE u.code <> 'LS-SNV' AND t.plan_id = $1`,
      [planId],
    );
    for (const { code } of theirs) expect(file.text).not.toContain(code);
  });

  it('cannot read any report without signing in', async () => {
    for (const report of reports) expect((await par.http.get(`/reports/${report}`)).status).toBe(401);
  });
});
