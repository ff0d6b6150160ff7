import { parse } from 'csv-parse/sync';
import { addPlan, addTask, changeTask } from '../../../test/support/factories';
import type { HttpClient } from '../../../test/support/http-client';
import { addPerson, addUnit } from '../../../test/support/people';
import { openPar, type Par } from '../../../test/support/par';

describe('the report by person', () => {
  let par: Par;
  let leader: HttpClient;
  let headOfHome: HttpClient;
  let before: unknown;

  const read = async (client: HttpClient, asOf: string) =>
    (await client.get(`/reports/people?asOf=${asOf}`)).body;
  const unitsOf = async (client: HttpClient, asOf: string) =>
    Object.fromEntries(
      (await read(client, asOf)).items.map(({ person, leadUnits }: any) => [
        person?.displayName ?? 'nobody',
        leadUnits.map(({ code }: any) => code),
      ]),
    );

  beforeAll(async () => {
    par = await openPar('empty');
    const { database } = par;
    const province = await addUnit(database, '20');
    const [home, next] = [await addUnit(database, 'A', province), await addUnit(database, 'B', province)];
    await addPerson(par, { username: 'leader', unitId: province, role: 'leader' });
    await addPerson(par, { username: 'head', unitId: home, role: 'officer' });
    const mover = await addPerson(par, { username: 'mover', unitId: home });
    [leader, headOfHome] = [await par.signIn('leader'), await par.signIn('head')];
    const plan_id = await addPlan(database, province, { code: 'KH' });
    const task = (code: string, lead_unit_id: string, responsible_id: string | null) =>
      addTask(database, '2023-01-10', {
        plan_id,
        lead_unit_id,
        code,
        due_date: '2023-12-31',
        responsible_id,
      });
    await task('1', home, mover);
    const moved = await task('2', home, mover);
    await task('3', next, null);
    before = await read(leader, '2023-06-30');
    await database.query('UPDATE app_user SET unit_id = $2 WHERE id = $1', [mover, next]);
    await changeTask(database, moved, '2023-09-01', { lead_unit_id: next });
  });

  afterAll(() => par.close());

  it('does not change for a past day when the person moves to another unit', async () => {
    expect(await unitsOf(leader, '2023-06-30')).toEqual({ mover: ['A'], nobody: [] });
    expect(await read(leader, '2023-06-30')).toEqual(before);
  });

  it('names every unit that led the person’s tasks on the day, within the reader’s scope', async () => {
    expect(await unitsOf(leader, '2023-09-01')).toEqual({ mover: ['A', 'B'], nobody: [] });
    expect(await unitsOf(headOfHome, '2023-09-01')).toEqual({ mover: ['A'] });
    const { text } = await leader.get('/reports/people?asOf=2023-09-01&format=csv');
    const rows = parse<Record<string, string>>(text, { columns: true, bom: true });
    expect(rows.map((row) => row['Cơ quan chủ trì']).sort()).toEqual(['', 'Đơn vị A; Đơn vị B']);
  });
});
