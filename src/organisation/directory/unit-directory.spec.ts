import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { cloneDatabase } from '../../../test/support/servers';
import { systemCaller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { connect } from '../../platform/database/database';
import { importUnits, type UnitsFile } from '../sample/import-units';
import { UnitDirectory } from './unit-directory';

const file = JSON.parse(readFileSync(join(__dirname, '../../../data/units.json'), 'utf8')) as UnitsFile;
const load = (database: DataSource) =>
  new Changes(database).run(systemCaller(new Date('2023-01-01T02:00:00Z'), 'test'), (change) =>
    importUnits(change, file),
  );

describe('the units of the province', () => {
  let database: DataSource;
  let drop: () => Promise<void>;
  let directory: UnitDirectory;

  beforeAll(async () => {
    const clone = await cloneDatabase('empty');
    drop = clone.drop;
    database = await connect(clone.url);
    expect(await load(database)).toEqual({ units: file.units.length });
    directory = await UnitDirectory.load(database, '2023-06-30');
  });

  afterAll(async () => {
    await database.destroy();
    await drop();
  });

  it('are loaded once, each below the province on its own days', async () => {
    expect(await load(database)).toEqual({ units: 0 });
    const [{ units, below, orphans }] = await database.query(
      `SELECT count(*)::int AS units, count(a.unit_id)::int AS below,
              count(*) FILTER (WHERE u.parent_id IS NULL)::int AS orphans
         FROM unit u LEFT JOIN unit_ancestor a ON a.unit_id = u.id
          AND a.ancestor_id = (SELECT id FROM unit WHERE code = '20')`,
    );
    expect({ units, below, orphans }).toEqual({
      units: file.units.length,
      below: file.units.length,
      orphans: 1,
    });
    const [chain] = await database.query(
      `SELECT array_agg(a.depth ORDER BY a.depth) AS depths FROM unit_ancestor a JOIN unit u ON u.id = a.unit_id WHERE u.code = 'LS-TTPVHCC'`,
    );
    expect(chain.depths).toEqual([0, 1, 2]);
  });

  it('name what they went into, parts as parts, and never themselves', async () => {
    const went = (code: string, day: string) =>
      database.query(
        `SELECT t.code, s.kind, s.partial FROM unit_succession s JOIN unit f ON f.id = s.from_unit_id JOIN unit t ON t.id = s.to_unit_id
          WHERE f.code = $1 AND s.effective_on = $2 ORDER BY t.code`,
        [code, day],
      );
    expect(await went('06622', '2025-07-01')).toEqual([
      { code: '06613', kind: 'split', partial: true },
      { code: '06625', kind: 'split', partial: true },
    ]);
    expect(await went('06007', '2024-12-01')).toEqual([{ code: '05998', kind: 'merge', partial: false }]);
    const [{ selves }] = await database.query(
      'SELECT count(*)::int AS selves FROM unit_succession WHERE from_unit_id = to_unit_id',
    );
    expect(selves).toBe(0);
    const [{ ended }] = await database.query(
      `SELECT count(*)::int AS ended FROM unit u WHERE valid_to IS NOT NULL AND NOT EXISTS (SELECT FROM unit_succession s WHERE s.from_unit_id = u.id)`,
    );
    expect(ended).toBe(0);
  });

  it.each([
    ['LS-SNV', 'LS-SNV'],
    ['  ls-snv ', 'LS-SNV'],
    ['Sở Nội vụ'.normalize('NFD'), 'LS-SNV'],
    ['SỞ  NỘI\nVỤ', 'LS-SNV'],
    ['SKHĐT', 'LS-SKHDT'],
    ['Sở KH & ĐT', 'LS-SKHDT'],
    ['Sở Lao động – Thương binh và Xã hội', 'LS-SLDTBXH'],
    ['Ủy ban nhân dân huyện Tràng Định', '180'],
    ['Uỷ ban nhân dân TP. Lạng Sơn', '178'],
    ['UBND xã Yên Trạch', null],
    ['Department of Home Affairs', 'LS-SNV'],
    ['Xã Hòa Bình, Huyện Hữu Lũng', '06397'],
    ['Xã Hoà Bình (huyện Hữu Lũng)', '06397'],
    ['5977', '05977'],
  ])('are found by %j', (text, code) => {
    const reading = directory.resolve(text);
    const expected = code ?? file.units.find(({ nameVi }) => nameVi === 'Xã Yên Trạch')!.code;
    expect(reading).toMatchObject({ kind: 'unit', unit: { code: expected } });
  });

  it('are as many as are valid on the day when a group is named', () => {
    const members = (text: string, day: string) => {
      const reading = directory.resolve(text, day);
      return reading.kind === 'group' ? [reading.keyword, reading.unitIds.length] : reading;
    };
    expect(members('ALL_DEPARTMENTS', '2023-06-30')).toEqual(['ALL_DEPARTMENTS', 20]);
    expect(members('các sở, ban, ngành', '2025-03-01')).toEqual(['ALL_DEPARTMENTS', 15]);
    expect(members('UBND các huyện, thành phố', '2025-07-01')).toEqual(['ALL_DISTRICTS', 0]);
    expect(members('UBND cấp xã', '2025-07-01')).toEqual(['ALL_COMMUNES', 65]);
  });

  it('are proposed, not guessed, when a name is shared, old or misspelt', () => {
    const shared = directory.resolve('Xã Hòa Bình');
    expect(shared.kind).toBe('ambiguous');
    expect(
      shared.kind === 'ambiguous' && shared.proposals.every(({ nameVi }) => nameVi === 'Xã Hòa Bình'),
    ).toBe(true);
    expect(directory.resolve('Sở Nông nghiệp và Môi trường')).toMatchObject({
      kind: 'not_valid',
      proposals: [{ code: 'LS-SNNMT' }],
    });
    const misspelt = directory.resolve('So Noi vu');
    expect(misspelt).toMatchObject({ kind: 'unknown' });
    expect(misspelt.kind === 'unknown' && misspelt.proposals[0].code).toBe('LS-SNV');
    expect(directory.resolve('không có gì giống').kind).toBe('unknown');
  });

  it('are told apart by day where a code was used again', () => {
    const named = (day: string) => {
      const reading = directory.resolve('06040', day);
      return reading.kind === 'unit' ? reading.unit.nameVi : reading.kind;
    };
    expect([named('2024-11-30'), named('2024-12-01'), named('2025-07-01')]).toEqual([
      'Xã Đại Đồng',
      'Thị trấn Thất Khê',
      'Xã Thất Khê',
    ]);
  });
});
