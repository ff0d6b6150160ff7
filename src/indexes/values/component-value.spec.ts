import { addPerson, addUnit } from '../../../test/support/people';
import { openPar, type Par } from '../../../test/support/par';
import { loadReferenceIndexes } from '../../../test/support/reference-data';
import type { HttpClient } from '../../../test/support/http-client';
import { latestValues, loadEdition } from '../edition/edition.queries';

describe('the reported value of a component', () => {
  let par: Par;
  let owner: HttpClient;
  let stranger: HttpClient;
  let writer: HttpClient;

  beforeAll(async () => {
    par = await openPar('empty');
    const province = await addUnit(par.database, '20');
    const owning = await addUnit(par.database, 'LS-SNV', province);
    const other = await addUnit(par.database, 'LS-STC', province);
    await addPerson(par, { username: 'noi-vu', unitId: owning, role: 'officer' });
    await addPerson(par, { username: 'tai-chinh', unitId: other, role: 'officer' });
    await addPerson(par, { username: 'thuong-truc', unitId: province, role: 'committee' });
    await loadReferenceIndexes(par.database);
    owner = await par.signIn('noi-vu');
    stranger = await par.signIn('tai-chinh');
    writer = await par.signIn('thuong-truc');
    par.clock.set('2023-09-15');
  });

  afterAll(() => par.close());

  const report = (client: HttpClient, code: string, value: unknown, reportedOn = '2023-09-15') =>
    client.put(`/indexes/PAR_INDEX/editions/2023/components/${code}/value`, {
      value,
      reportedOn,
      note: 'Báo cáo quý III',
    });

  it('is entered by the owner unit or the standing office, by nobody else', async () => {
    expect((await report(par.http, '1.3.2', 80)).status).toBe(401);
    expect(await report(stranger, '1.3.2', 80)).toMatchObject({
      status: 403,
      body: { code: 'component.not_owner' },
    });
    expect(await report(owner, '1.3.2', 80)).toMatchObject({ status: 200, body: { value: 80, points: 0.4 } });
    expect((await report(writer, '1.3.2', 90)).body.points).toBe(0.45);
  });

  it('counts by its day, and not before the day on which it was entered', async () => {
    par.clock.set('2023-06-30');
    await report(writer, '1.6.1', 75, '2023-06-30');
    par.clock.set('2023-09-15');
    await report(writer, '1.6.1', 85, '2023-09-10');
    const set = (await loadEdition(par.database, { code: 'PAR_INDEX', year: 2023 }))!;
    const { id } = set.components.find(({ code }) => code === '1.6.1')!;
    const on = async (day: string) => (await latestValues(par.database, set.id, day)).get(id)?.value;
    const days = ['2023-06-29', '2023-06-30', '2023-09-14', '2023-09-15'];
    expect(await Promise.all(days.map(on))).toEqual([undefined, 75, 75, 85]);
  });

  it('leaves a trail with the value before', async () => {
    await report(owner, '1.1.2', 0);
    await report(owner, '1.1.2', 1);
    const entries = await par.database.query(
      `SELECT changes->'value' AS value FROM journal_entry WHERE act = 'component.value_reported' ORDER BY id DESC LIMIT 1`,
    );
    expect(entries).toEqual([{ value: [0, 1] }]);
  });

  it.each([
    ['yes or no is 0 or 1', '1.1.2', 0.5, '2023-09-15', 400],
    ['a survey is at most 100 per cent', '1.7.1', 101, '2023-09-15', 400],
    ['a manual score is at most the maximum', '5.4.2', 99, '2023-09-15', 400],
    ['nobody reports a day to come', '1.3.2', 80, '2023-09-16', 400],
    ['a value is a number', '1.3.2', 'nhiều', '2023-09-15', 400],
    ['a value is not negative', '1.3.2', -1, '2023-09-15', 400],
    ['components scored by tasks take none', '1.1.1', 1, '2023-09-15', 409],
    ['an unknown component is not found', '9.9.9', 1, '2023-09-15', 404],
  ])('%s', async (_, code, value, day, status) => {
    expect((await report(writer, code, value, day)).status).toBe(status);
  });

  it('has the latest shown with the set', async () => {
    const { body } = await owner.get('/indexes/PAR_INDEX/editions/2023');
    const component = body.fields[0].criteria[2].components[1];
    expect(component).toMatchObject({ code: '1.3.2', value: { value: 90, reportedOn: '2023-09-15' } });
  });
});
