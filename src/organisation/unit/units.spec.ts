import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson } from '../../../test/support/people';
import { systemCaller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { importUnits } from '../organisation.api';

const file = JSON.parse(readFileSync(join(__dirname, '../../../data/units.json'), 'utf8'));
const codes = (answer: { body: { items: { code: string }[] } }) => answer.body.items.map(({ code }) => code);

describe('units', () => {
  let par: Par;
  let admin: HttpClient;
  let officer: HttpClient;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    par = await openPar('empty');
    par.clock.set('2023-06-30');
    await new Changes(par.database).run(systemCaller(par.clock.now(), 'test'), (change) =>
      importUnits(change, file),
    );
    const rows: { code: string; id: string }[] = await par.database.query(
      `SELECT code, id FROM unit WHERE valid_from IS NULL`,
    );
    for (const { code, id } of rows) ids[code] = id;
    await addPerson(par, { username: 'admin', unitId: ids['20'], role: 'admin' });
    await addPerson(par, { username: 'officer', unitId: ids['LS-SNV'], role: 'officer' });
    await addPerson(par, { username: 'district-admin', unitId: ids['180'], role: 'admin' });
    [admin, officer] = await Promise.all(['admin', 'officer'].map((name) => par.signIn(name)));
  });

  afterAll(() => par.close());

  it('are those of the day that is asked for', async () => {
    const count = async (query: string) =>
      (await officer.get(`/units?limit=1&count=true&${query}`)).body.count;
    expect(await count('level=commune')).toBe(200);
    expect(await count('level=commune&asOf=2024-12-01')).toBe(194);
    expect(await count('level=commune&asOf=2025-07-01')).toBe(65);
    expect(await count('level=department&asOf=2025-03-01')).toBe(15);
    expect(await count(`parentId=${ids['180']}`)).toBe(22);
    expect(await count(`within=${ids['180']}`)).toBe(23);
  });

  it('come in Vietnamese order, page by page, each once', async () => {
    const names: string[] = [];
    let cursor: string | null = '';
    do {
      const page: { items: { nameVi: string }[]; nextCursor: string | null } = (
        await officer.get(`/units?limit=90${cursor ? `&cursor=${cursor}` : ''}`)
      ).body;
      names.push(...page.items.map(({ nameVi }) => nameVi));
      cursor = page.nextCursor;
    } while (cursor);
    const [{ total }] = await par.database.query(
      `SELECT count(*)::int AS total FROM unit WHERE valid_from IS NULL`,
    );
    expect(names.length).toBe(total);
    expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare));
    expect((await officer.get('/units?cursor=bm90IG91cnM')).body.errors[0].path).toBe('cursor');
  });

  it('are found by part of a name, alias or code, without diacritics, and by nothing else', async () => {
    expect(codes(await officer.get('/units?q=so%20noi%20vu'))).toEqual(['LS-SNV']);
    expect(codes(await officer.get('/units?q=skhdt'))).toEqual(['LS-SKHDT']);
    expect(codes(await officer.get(`/units?q=${encodeURIComponent('Đồng Đăng')}&level=department`))).toEqual([
      'LS-BQLKKTCK',
    ]);
    expect(codes(await officer.get('/units?q=%25'))).toEqual([]);
    expect(codes(await officer.get('/units?q=_'))).toEqual([]);
  });

  it('show what stands above them and what they went into', async () => {
    const unit = (await officer.get(`/units/${ids['LS-TTPVHCC']}`)).body;
    expect(unit).toMatchObject({
      parent: { code: 'LS-VPUBND' },
      abilities: { update: false, addChild: false },
    });
    expect(unit.ancestors.map(({ code }: { code: string }) => code)).toEqual(['20', 'LS-VPUBND']);
    const { successors } = (await officer.get(`/units/${ids['06622']}`)).body;
    expect(
      successors.map((one: { unit: { code: string }; partial: boolean }) => [one.unit.code, one.partial]),
    ).toEqual([
      ['06613', true],
      ['06625', true],
    ]);
    expect((await officer.get('/units/018f0000-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await officer.get('/units/x')).status).toBe(404);
  });

  it('are added under a unit in scope, where they fit, with a code that is free then', async () => {
    const unit = {
      code: 'LS-PCCHC',
      nameVi: 'Phòng Cải cách hành chính',
      nameEn: 'PAR Division',
      level: 'office',
    };
    const add = (fields: object, by = admin) =>
      by.post('/units', { ...unit, parentId: ids['LS-SNV'], ...fields });
    const refused = async (fields: object, status: number, path: string, by = admin) => {
      const answer = await add(fields, by);
      expect([answer.status, answer.body.errors[0]?.path]).toEqual([status, path]);
    };
    expect((await add({}, officer)).status).toBe(403);
    await refused({}, 400, 'parentId', await par.signIn('district-admin'));
    await refused({ level: 'commune', validTo: '2024-01-01' }, 400, 'level');
    await refused({}, 400, 'parentId'); // Sở Nội vụ of 2023 ends on 28 February 2025, the new unit would not.
    await refused({ validFrom: '2024-01-02', validTo: '2024-01-01' }, 400, 'validTo');
    await refused({ code: 'LS-STP', validTo: '2024-01-01' }, 409, 'code');
    const added = await add({
      aliases: [' Phòng  CCHC ', 'Phòng CCHC'],
      validFrom: '2023-07-01',
      validTo: '2025-02-28',
    });
    expect([added.status, added.headers.etag]).toEqual([201, '"1"']);
    expect(added.body).toMatchObject({
      ...unit,
      aliases: ['Phòng CCHC'],
      parent: { code: 'LS-SNV' },
      abilities: { update: true },
    });
    expect(codes(await officer.get('/units?q=phong%20cchc'))).toEqual([]);
    expect(codes(await officer.get('/units?q=phong%20cchc&asOf=2023-07-01'))).toEqual(['LS-PCCHC']);
  });

  it('are changed by who read the latest version, and end no earlier than what is below them', async () => {
    const patch = (id: string, version: number, body: object, by = admin) =>
      by.with({ 'if-match': `"${version}"` }).patch(`/units/${id}`, body);
    expect((await admin.patch(`/units/${ids['180']}`, { nameEn: 'X' })).status).toBe(428);
    const renamed = await patch(ids['180'], 1, { aliases: ['UBND huyện Tràng Định', 'Tràng Định'] });
    expect([renamed.status, renamed.body.version, renamed.body.nameVi]).toEqual([200, 2, 'Huyện Tràng Định']);
    expect((await patch(ids['180'], 1, { nameEn: 'X' })).status).toBe(412);
    expect((await patch(ids['178'], 1, { nameEn: 'X' }, await par.signIn('district-admin'))).status).toBe(
      403,
    );
    const early = await patch(ids['180'], 2, { validTo: '2024-01-01' });
    expect([early.status, early.body.code]).toEqual([409, 'unit.children_outlive']);
    const clash = await patch(ids['LS-STC'], 1, { validTo: null });
    expect([clash.status, clash.body.errors[0].path]).toEqual([409, 'validTo']);
    const [entry] = await par.database.query(
      `SELECT act, changes FROM journal_entry WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`,
      [ids['180']],
    );
    expect(entry).toEqual({
      act: 'unit.changed',
      changes: { aliases: [['UBND huyện Tràng Định'], ['UBND huyện Tràng Định', 'Tràng Định']] },
    });
  });

  it('have groups by which plans name many at once', async () => {
    const { items } = (await officer.get('/unit-groups')).body;
    expect(items.map(({ keyword }: { keyword: string }) => keyword)).toEqual([
      'ALL_COMMUNES',
      'ALL_DEPARTMENTS',
      'ALL_DISTRICTS',
    ]);
  });
});
