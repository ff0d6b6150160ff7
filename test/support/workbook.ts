import { zipStored } from './zip';

/** A cell as a spreadsheet program stores it; a plain value is a text or a number. */
export type CellSpec =
  | string
  | number
  | null
  | { day: string; format?: 'day' | 'month' }
  | { formula: string; stored?: string | number }
  | { error: string }
  | { rich: string[] };

export interface SheetSpec {
  name?: string;
  hidden?: boolean;
  rows: (CellSpec[] | { hidden: true; cells: CellSpec[] })[];
  /** "A1:C1" … */
  merges?: string[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** An XLSX file written by hand, with what a writer library cannot make: several sheets, merges, hidden rows, formulas. */
export function workbookOf(...sheets: SheetSpec[]): Buffer {
  return zipStored(partsOf(...sheets));
}

export function partsOf(...sheets: SheetSpec[]): Map<string, Buffer> {
  const texts: string[] = [];
  const shared = (text: string) => texts.push(text) - 1;
  const ids = sheets.map((_, n) => n + 1);
  const parts: [string, string][] = [
    ['_rels/.rels', relations([['r1', 'officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr/><sheets>${sheets
        .map(
          ({ name = `Sheet${ids[0]}`, hidden }, n) =>
            `<sheet name="${escaped(name)}" sheetId="${ids[n]}"${hidden ? ' state="hidden"' : ''} r:id="s${ids[n]}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...ids.map((id): [string, string, string] => [`s${id}`, 'worksheet', `worksheets/sheet${id}.xml`]),
        ['t1', 'sharedStrings', 'sharedStrings.xml'],
        ['t2', 'styles', '/xl/styles.xml'],
      ]),
    ],
    ...sheets.map((sheet, n): [string, string] => [
      `xl/worksheets/sheet${ids[n]}.xml`,
      sheetOf(sheet, shared),
    ]),
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/></numFmts>` +
        `<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>` +
        `<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="17"/></cellXfs></styleSheet>`,
    ],
  ];
  const strings = texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('');
  parts.push(['xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${strings}</sst>`]);
  return new Map(parts.map(([name, xml]) => [name, Buffer.from(`<?xml version="1.0"?>${xml}`)]));
}

function sheetOf({ rows, merges = [] }: SheetSpec, shared: (text: string) => number): string {
  const lines = rows.map((row, r) => {
    const { cells, hidden } = Array.isArray(row) ? { cells: row, hidden: false } : row;
    const shown = cells.map((cell, c) => cellOf(cell, `${letters(c)}${r + 1}`, shared)).join('');
    return `<row r="${r + 1}"${hidden ? ' hidden="1"' : ''}>${shown}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
}

function cellOf(cell: CellSpec, place: string, shared: (text: string) => number): string {
  if (cell === null) return `<c r="${place}" s="1"/>`;
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${place}" t="s"><v>${shared(cell)}</v></c>`;
  if ('error' in cell) return `<c r="${place}" t="e"><v>${cell.error}</v></c>`;
  if ('rich' in cell) {
    const runs = cell.rich.map((text) => `<r><rPr><b/></rPr><t>${escaped(text)}</t></r>`).join('');
    return `<c r="${place}" t="inlineStr"><is>${runs}</is></c>`;
  }
  if ('day' in cell) {
    const serial = Date.parse(`${cell.day}T00:00:00Z`) / 86_400_000 + 25_569;
    return `<c r="${place}" s="${cell.format === 'month' ? 2 : 1}"><v>${serial}</v></c>`;
  }
  const value = cell.stored === undefined ? '' : `<v>${escaped(String(cell.stored))}</v>`;
  return `<c r="${place}"${typeof cell.stored === 'string' ? ' t="str"' : ''}><f>${escaped(cell.formula)}</f>${value}</c>`;
}

function relations(rows: [id: string, type: string, target: string][]): string {
  const lines = rows.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${lines.join('')}</Relationships>`;
}

function letters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
