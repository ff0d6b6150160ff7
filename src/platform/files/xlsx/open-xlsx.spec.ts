import { partsOf, workbookOf, type SheetSpec } from '../../../../test/support/workbook';
import { zipStored } from '../../../../test/support/zip';
import type { Sheet } from '../sheet';
import { openXlsx } from './open-xlsx';

const LIMITS = { rows: 50_000, columns: 50 };
const SHEET = 'xl/worksheets/sheet1.xml';
const open = (...sheets: SheetSpec[]) => openXlsx(workbookOf(...sheets), LIMITS);
const refused = (code: string) => expect.objectContaining({ code });

/** The first sheet of a workbook of which one part was written otherwise. */
async function withPart(change: (xml: string) => string, part = SHEET, sheet: SheetSpec = { rows: [['a']] }) {
  const parts = partsOf(sheet);
  parts.set(part, Buffer.from(change(parts.get(part)!.toString())));
  return (await openXlsx(zipStored(parts), LIMITS)).read(0);
}
const cells = ({ lines }: Sheet) => lines.map((line) => line.cells);
const body = (xml: string) => (sheet: string) =>
  sheet.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${xml}</sheetData>`);

describe('an XLSX workbook', () => {
  it('names its sheets, and gives merges, hidden rows and formulas of the one that is read', async () => {
    const workbook = await open(
      { name: 'Bìa', rows: [['x']] },
      {
        name: 'Phụ lục & <1>',
        hidden: true,
        rows: [
          ['a', null, 'c'],
          [],
          { hidden: true, cells: [{ formula: 'A1', stored: 7 }, { formula: 'B1' }] },
        ],
        merges: ['A1:B1', 'C1:C3'],
      },
    );
    expect(workbook.sheets).toEqual([
      { name: 'Bìa', hidden: false },
      { name: 'Phụ lục & <1>', hidden: true },
    ]);
    expect(await workbook.read(1)).toEqual({
      name: 'Phụ lục & <1>',
      lines: [
        { row: 1, cells: ['a', '', 'c'], hidden: false, formulas: [] },
        { row: 3, cells: ['7'], hidden: true, formulas: [0, 1] },
      ],
      merges: [
        { top: 1, bottom: 1, left: 0, right: 1 },
        { top: 1, bottom: 3, left: 2, right: 2 },
      ],
    });
  });

  it('shows no more of a sheet than is asked for', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => [`dòng ${n}`]);
    const workbook = await open({ rows });
    expect((await workbook.peek(0, 3)).map((line) => line.cells[0])).toEqual(['dòng 0', 'dòng 1', 'dòng 2']);
    expect((await workbook.read(0)).lines).toHaveLength(20_000);
  });

  it.each<[string, string, string]>([
    ['a day', '<c r="A1" s="1"><v>45107.99</v></c>', '2023-06-30'],
    ['a month', '<c r="A1" s="2"><v>45078</v></c>', '06/2023'],
    ['an ISO day', '<c r="A1" t="d"><v>2023-06-30T00:00:00</v></c>', '2023-06-30'],
    ['a number with 15 digits', '<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', 'true'],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    [
      'runs of text',
      '<c r="A1" t="inlineStr"><is><r><t>Sở </t></r><r><t>Nội vụ</t></r><rPh><t>x</t></rPh></is></c>',
      'Sở Nội vụ',
    ],
    ['CDATA', '<c r="A1" t="str"><v><![CDATA[a<b&c>]]></v></c>', 'a<b&c>'],
    ['references', '<c r="A1" t="str"><v>&lt;&#7897;&#x1ED9;&amp;amp;</v></c>', '<ộộ&amp;'],
    ['stored signs', '<c r="A1" t="str"><v>a_x000D_\nb_x005F_x0041_</v></c>', 'a\nb_x0041_'],
    ['breaks of word processors', '<c r="A1" t="str"><v>a_x000B_b\u2028c</v></c>', 'a\nb\nc'],
    ['cells without places', '<c t="str"><v>a</v></c><c t="str"><v>b</v></c>', 'a,b'],
    ['a mark inside an attribute', '<c r="A1" t="str" note="a>b"><v>x</v></c>', 'x'],
  ])('reads %s', async (_, xml, text) => {
    expect(cells(await withPart(body(`<row>${xml}</row>`)))).toEqual([text.split(',')]);
  });

  it('counts days from 1904 where the workbook says so', async () => {
    const sheet = await withPart(
      (xml) => xml.replace('<workbookPr/>', '<workbookPr date1904="1"/>'),
      'xl/workbook.xml',
      {
        rows: [[{ day: '2023-06-30' }]],
      },
    );
    expect(cells(sheet)).toEqual([['2027-07-01']]);
  });

  it('reads names with a prefix, and letters cut by the pieces in which it is unpacked', async () => {
    const prefixed = await withPart((xml) => xml.replace(/<(\/?)([a-z])/gi, '<$1x:$2'));
    expect(cells(prefixed)).toEqual([['a']]);
    const long = Array.from({ length: 3_000 }, (_, n) => [
      `Cơ quan chủ trì số ${n} được giao nhiệm vụ`.repeat(2),
    ]);
    expect(cells(await (await open({ rows: long })).read(0))).toEqual(long);
  });

  it.each<[string, (xml: string) => string, string]>([
    [
      'a document type',
      (xml) => xml.replace('<worksheet', '<!DOCTYPE w [<!ENTITY a "b">]><worksheet'),
      'file.unreadable',
    ],
    ['an end before its end', (xml) => xml.slice(0, -20), 'file.unreadable'],
    ['a text that is not there', body('<row><c t="s"><v>9</v></c></row>'), 'file.unreadable'],
    ['a number that is none', body('<row><c><v>x</v></c></row>'), 'file.unreadable'],
    ['rows out of order', body('<row r="2"/><row r="1"/>'), 'file.unreadable'],
    ['a row beyond every sheet', body('<row r="2000000000"/>'), 'file.unreadable'],
    ['a column beyond every sheet', body('<row><c r="ZZZ1"><v>1</v></c></row>'), 'file.unreadable'],
    ['more columns than allowed', body('<row><c r="AY1"><v>1</v></c></row>'), 'file.too_many_columns'],
    ['more rows than allowed', body('<row><c><v>1</v></c></row>'.repeat(50_001)), 'file.too_many_rows'],
    ['a run without end', body(`<row><c t="str"><v>${'x'.repeat(2_000_000)}`), 'file.unreadable'],
  ])('refuses %s', async (_, change, code) => {
    await expect(withPart(change)).rejects.toEqual(refused(code));
  });

  it('refuses bytes that are no UTF-8', async () => {
    const parts = partsOf({ rows: [['a']] });
    parts.set(SHEET, Buffer.concat([parts.get(SHEET)!, Buffer.from([0xff, 0xfe])]));
    await expect((await openXlsx(zipStored(parts), LIMITS)).read(0)).rejects.toEqual(
      refused('file.unreadable'),
    );
  });
});
