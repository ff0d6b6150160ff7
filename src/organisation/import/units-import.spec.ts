import writeXlsxFile from 'write-excel-file/node';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson, addUnit } from '../../../test/support/people';

const HEAD = 'code,nameVi,nameEn,level,parentCode,validFrom,validTo,aliases';

describe('units from a file', () => {
  let par: Par;
  let admin: HttpClient;

  beforeAll(async () => {
    par = await openPar('empty');
    par.clock.set('2025-07-01');
    const province = await addUnit(par.database, '20');
    await addUnit(par.database, 'LS-SNV', province);
    await addPerson(par, { username: 'admin', unitId: province, role: 'admin' });
    await addPerson(par, {
      username: 'snv',
      unitId: await addUnit(par.database, 'LS-STP', province),
      role: 'admin',
    });
    admin = await par.signIn('admin');
  });

  afterAll(() => par.close());

  const send = (lines: string[], query = '', by = admin) =>
    by.upload(`/units/import${query}`, 'đơn vị.csv', [HEAD, ...lines].join('\r\n'));
  it('have no level that only every object knows, and no days that no calendar here holds', async () => {
    const answer = await send(
      ['Z1,Phòng Một,Office One,constructor,20,,,', 'Z2,Sở Hai,Department Two,department,20,0000-01-01,,'],
      '?dryRun=true',
    );
    expect(answer.body.rows.map(({ codes }: { codes: string[] }) => codes)).toEqual([
      ['unit.level_unknown'],
      ['unit.day_unreadable'],
    ]);
  });

  const units = async () => (await par.database.query('SELECT count(*)::int AS n FROM unit'))[0].n as number;

  it('are checked first, then taken, with parents later in the file and days as people write them', async () => {
    const lines = [
      '06001,Xã Đoàn Kết,,commune,D1,01/12/2024,30/6/2025,UBND xã Đoàn Kết;Đoàn Kết',
      'D1,Huyện Mới,New District,district,20,2020-01-01,2025-06-30,',
    ];
    const before = await units();
    const dry = await send(lines, '?dryRun=true');
    expect([dry.status, await units()]).toEqual([200, before]);
    const taken = await send(lines);
    expect(taken.body).toEqual(dry.body);
    expect(taken.body.summary).toEqual({ rows: 2, accepted: 1, acceptedWithWarning: 1, rejected: 0 });
    expect(taken.body.rows[0]).toMatchObject({
      row: 2,
      kind: 'unit',
      outcome: 'accepted_with_warning',
      codes: ['unit.name_en_missing'],
      normalised: {
        code: '06001',
        validFrom: '2024-12-01',
        validTo: '2025-06-30',
        aliases: ['UBND xã Đoàn Kết', 'Đoàn Kết'],
      },
    });
    const [{ depths }] = await par.database.query(
      `SELECT array_agg(a.depth ORDER BY a.depth) AS depths FROM unit_ancestor a JOIN unit u ON u.id = a.unit_id WHERE u.code = '06001'`,
    );
    expect(depths).toEqual([0, 1, 2]);
    const acts = await par.database.query(
      `SELECT count(*)::int AS n FROM journal_entry WHERE act = 'unit.created'`,
    );
    expect(acts[0].n).toBe(2);
  });

  it('are all left out when one line is wrong, and every line says why', async () => {
    const before = await units();
    const answer = await send([
      'OK,Tổ chức tốt,Sound body,body,20,,,',
      'LS-SNV,Sở Nội vụ,Home Affairs,department,20,2024-01-01,,',
      'B,Phòng B,Division B,office,NOWHERE,,,',
      'C,Xã C,Commune C,commune,LS-SNV,,,',
      'E,Đơn vị E,Unit E,sở lớn,20,31/02/2025,,',
      'F1,Vòng 1,Circle 1,office,F2,,,',
      'F2,Vòng 2,Circle 2,office,F1,,,',
      'G,Đơn vị G,Unit G,body,20,2025-02-01,2025-01-01,',
      'H,,Unit H,body,20,,,',
      'H,Đơn vị H,Unit H,body,20,,,',
      'K,Xã K,Commune K,commune,D1,2025-01-01,,',
    ]);
    expect([answer.status, answer.body.code, await units()]).toEqual([422, 'unit.import_rejected', before]);
    expect(answer.body.summary).toEqual({ rows: 11, accepted: 1, acceptedWithWarning: 0, rejected: 10 });
    expect(answer.body.rows.map(({ codes }: { codes: string[] }) => codes)).toEqual([
      [],
      ['unit.code_taken'],
      ['unit.parent_unknown'],
      ['unit.level_under_parent'],
      ['unit.level_unknown', 'unit.day_unreadable'],
      ['unit.parent_circle'],
      ['unit.parent_circle'],
      ['unit.period_empty'],
      ['unit.cell_empty', 'unit.code_taken'],
      ['unit.code_taken'],
      ['unit.parent_period'],
    ]);
    expect(answer.body.rows[1].message).toContain('LS-SNV');
  });

  it('are taken from a workbook with Vietnamese heads, under parents in scope only', async () => {
    const workbook = await writeXlsxFile([
      ['Mã đơn vị', 'Tên đơn vị', 'Cấp', 'Mã đơn vị cấp trên', 'Hiệu lực từ'],
      [
        'P1',
        'Phòng Tổ chức',
        'phòng',
        'LS-STP',
        { value: new Date(Date.UTC(2025, 6, 1)), type: Date, format: 'dd/mm/yyyy' },
      ],
    ]).toBuffer();
    const local = await par.signIn('snv');
    const taken = await local.upload('/units/import', 'a.xlsx', workbook);
    expect(taken.body.rows[0]).toMatchObject({ normalised: { level: 'office', validFrom: '2025-07-01' } });
    const outside = await send(['P2,Phòng 2,Division 2,office,LS-SNV,,,'], '', local);
    expect(outside.body.rows[0].codes).toEqual(['unit.parent_unknown']);
  });

  it('are refused as a whole when columns are missing or unknown', async () => {
    const missing = await admin.upload('/units/import', 'a.csv', 'code,nameVi,level\nX,X,body');
    expect([missing.status, missing.body.errors[0].code]).toEqual([400, 'unit.column_missing']);
    const unknown = await admin.upload('/units/import', 'a.csv', `${HEAD},colour\nX,X,X,body,20,,,,red`);
    expect([unknown.status, unknown.body.errors[0].code]).toEqual([400, 'unit.column_unknown']);
    expect((await admin.post('/units/import', {})).body.code).toBe('file.missing');
  });

  it('are taken once however often the same request comes, and another file is another request', async () => {
    const keyed = admin.with({ 'idempotency-key': 'import-1' });
    const first = await send(['Z,Đơn vị Z,Unit Z,body,20,,,'], '', keyed);
    const again = await send(['Z,Đơn vị Z,Unit Z,body,20,,,'], '', keyed);
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect((await send(['Y,Đơn vị Y,Unit Y,body,20,,,'], '', keyed)).body.code).toBe('request.key_reused');
  });
});
