import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpClient } from '../../test/support/http-client';
import { openPar, type Par } from '../../test/support/par';
import { addPerson, addUnit } from '../../test/support/people';
import { systemCaller } from '../platform/access/caller';
import { Changes } from '../platform/change/changes';
import { Calendars, importHolidays } from './calendar.api';

const file = JSON.parse(readFileSync(join(__dirname, '../../data/holidays.json'), 'utf8'));

describe('the working calendar', () => {
  let par: Par;
  let admin: HttpClient;
  let officer: HttpClient;

  beforeAll(async () => {
    par = await openPar('empty');
    par.clock.set('2025-01-10');
    const caller = systemCaller(par.clock.now(), 'test');
    const load = () => new Changes(par.database).run(caller, (change) => importHolidays(change, file));
    expect((await load()).map(({ year, version, provisional }) => [year, version, provisional])).toEqual([
      ...[2022, 2023, 2024, 2025, 2026].map((year) => [year, 1, false]),
      [2027, 1, true],
    ]);
    expect(await load()).toEqual([]);
    const province = await addUnit(par.database, '20');
    const department = await addUnit(par.database, 'LS-SNV', province);
    await addPerson(par, { username: 'admin', unitId: province, role: 'admin' });
    await addPerson(par, { username: 'local-admin', unitId: department, role: 'admin' });
    await addPerson(par, { username: 'officer', unitId: department, role: 'officer' });
    await signIn();
  });

  /** Sessions end long before the clock's next day. */
  async function signIn(): Promise<void> {
    [admin, officer] = await Promise.all(['admin', 'officer'].map((name) => par.signIn(name)));
  }

  afterAll(() => par.close());

  it('answers with the n-th working day or the number of working days', async () => {
    const ask = async (query: string) => (await officer.get(`/calendar/working-days?${query}`)).body;
    expect(await ask('from=2025-04-25&add=1')).toEqual({ date: '2025-04-26', provisional: false });
    expect(await ask('from=2025-04-26&add=-1')).toEqual({ date: '2025-04-25', provisional: false });
    expect(await ask('from=2019-04-25&add=0')).toEqual({ date: '2019-04-25', provisional: false });
    expect(await ask('from=2023-01-27&to=2023-01-19')).toEqual({ count: -1, provisional: false });
    expect(await ask('from=2026-12-31&add=1')).toEqual({ date: '2027-01-04', provisional: true });
  });

  it('asks for exactly one of add and to, and for days that exist', async () => {
    for (const query of ['from=2025-04-25', 'from=2025-04-25&add=1&to=2025-04-28']) {
      const answer = await officer.get(`/calendar/working-days?${query}`);
      expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'add']);
    }
    expect((await officer.get('/calendar/working-days?from=2025-02-30&add=1')).body.errors[0].path).toBe(
      'from',
    );
  });

  it('takes days that exist and plain whole numbers only, and names the field', async () => {
    for (const [query, path] of [
      ['from=0000-01-01&add=1', 'from'],
      ...['', '1e2', '0x10', '1.0', ' 1'].map((add) => [`from=2025-04-25&add=${add}`, 'add']),
    ]) {
      const answer = await officer.get(`/calendar/working-days?${encodeURI(query)}`);
      expect([query, answer.status, answer.body.errors?.[0]?.path]).toEqual([query, 400, path]);
    }
    const last = await officer.get('/calendar/working-days?from=9999-12-31&add=1');
    expect([last.status, last.body.title]).toEqual([422, expect.stringContaining(' 10000')]);
  });

  it('asks for the list of days when it is missing', async () => {
    const answer = await admin.put('/calendar/years/2025', {});
    expect(answer.body.errors).toMatchObject([
      { path: 'days', code: 'isArray', message: 'Phải là danh sách.' },
    ]);
  });

  it('takes no name that nobody can see', async () => {
    const day = { date: '2028-01-01', kind: 'holiday', nameVi: '\u200b', nameEn: '\u202e' };
    const answer = await admin.put('/calendar/years/2028', { days: [day] });
    expect(answer.body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
      ['days[0].nameVi', 'minLength'],
      ['days[0].nameEn', 'minLength'],
    ]);
  });

  it('refuses to guess a year it does not know, and says which', async () => {
    const answer = await officer
      .with({ 'accept-language': 'en' })
      .get('/calendar/working-days?from=2027-12-31&add=1');
    expect([answer.status, answer.body.code]).toEqual([422, 'calendar.year_unknown']);
    expect(answer.body.detail).toContain('2028');
  });

  it('is corrected by a new version from today on, and still answers for earlier days as before', async () => {
    const before = await admin.get('/calendar/years/2025');
    expect([before.status, before.headers.etag, before.body.version]).toEqual([200, '"1"', 1]);
    const days = before.body.days.filter(
      (day: { date: string }) => !['2025-04-26', '2025-05-02'].includes(day.date),
    );
    expect((await admin.put('/calendar/years/2025', { days })).status).toBe(428);
    par.clock.set('2025-03-03');
    await signIn();
    const written = await admin.with({ 'if-match': '"1"' }).put('/calendar/years/2025', { days });
    expect([written.status, written.body.version, written.body.effectiveFrom]).toEqual([
      200,
      2,
      '2025-03-03',
    ]);
    expect((await admin.with({ 'if-match': '"1"' }).put('/calendar/years/2025', { days })).status).toBe(412);
    const both = await Promise.all(
      [1, 2].map(() => admin.with({ 'if-match': '"1"' }).put('/calendar/years/2024', { days: [] })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const add = async (asOf: string) =>
      (await officer.get(`/calendar/working-days?from=2025-04-25&add=1&asOf=${asOf}`)).body.date;
    expect([await add('2025-03-02'), await add('2025-03-03'), await add('2020-01-01')]).toEqual([
      ...['2025-04-26', '2025-04-28', '2025-04-26'],
    ]);
    expect((await new Calendars().load(par.database)).addWorkingDays('2025-04-25', 1)).toBe('2025-04-28');
    const [entry] = await par.database.query(
      `SELECT act, changes->'version' AS version FROM journal_entry WHERE act = 'calendar.corrected' AND changes->'year' = '[2025, 2025]'`,
    );
    expect(entry).toEqual({ act: 'calendar.corrected', version: [1, 2] });
    const told = await par.database.query(
      `SELECT count(*)::int AS n FROM outbox WHERE topic = 'calendar.changed' AND payload->>'year' = '2025'`,
    );
    expect(told[0].n).toBe(2);
  });

  it('takes a new year only from an administrator at the top, and only when its days are sound', async () => {
    const day = { date: '2028-01-01', kind: 'holiday', nameVi: 'Tết Dương lịch', nameEn: "New Year's Day" };
    const local = await par.signIn('local-admin');
    expect((await officer.put('/calendar/years/2028', { days: [day] })).status).toBe(403);
    expect((await local.put('/calendar/years/2028', { days: [day] })).status).toBe(403);
    const madeUp = { ...day, date: '2028-01-03', kind: 'made_up', forDate: '2028-01-02' };
    const unsound = await admin.put('/calendar/years/2028', { days: [day, madeUp] });
    expect([unsound.status, unsound.body.errors[0].path]).toEqual([400, 'days[1].forDate']);
    expect((await admin.get('/calendar/years/2028')).status).toBe(404);
    const sound = await admin.put('/calendar/years/2028', {
      provisional: true,
      days: [day, { ...madeUp, forDate: '2028-01-01' }],
    });
    expect(sound.body).toMatchObject({
      year: 2028,
      version: 1,
      provisional: true,
      days: [{ notice: null, forDate: null }, {}],
    });
    const { items } = (await officer.get('/calendar/years')).body;
    expect(items.map(({ year }: { year: number }) => year)).toEqual([
      2022, 2023, 2024, 2025, 2026, 2027, 2028,
    ]);
  });
});
