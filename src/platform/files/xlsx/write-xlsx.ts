import { daysBetween, type Day } from '../../clock/day';
import { harmless } from '../csv';
import { zipped } from '../zip-writer';
import { styleNumber, stylesXml, type CellStyle } from './cell-styles';

/** A sheet as a person prints it. */
export interface PrintedSheet {
  name: string;
  /** Widths of the columns, in characters. */
  widths: number[];
  /** Rows that stay in view, up to and with the head of the table. */
  frozenRows: number;
  /** First and last row of the head, printed on every page. */
  headRows: [number, number];
  /** The rows below the head can be filtered and sorted by it. */
  filter?: boolean;
}

export interface PrintedRow {
  cells: PrintedCell[];
  /** In points; without it the program that opens the file chooses. */
  height?: number;
}

/** `across` is the number of columns that the cell takes. Text that looks like a formula is made harmless. */
export interface PrintedCell {
  /** A number stays one; a day is one too (`dayNumber`). */
  text: string | number;
  style: CellStyle;
  across?: number;
}

/** A day as spreadsheets count it, to be shown by the style `day`. */
export function dayNumber(day: Day): number {
  return daysBetween('1899-12-30', day);
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Longest text of a cell. */
export const CELL_MAX = 32_767;

/** An XLSX workbook of one sheet, written while its rows are made: memory does not grow with their number. */
export function writeXlsx(sheet: PrintedSheet, rows: AsyncIterable<PrintedRow>): AsyncGenerator<Buffer> {
  return zipped([
    { name: '[Content_Types].xml', text: [DECLARATION, contentTypes] },
    { name: '_rels/.rels', text: [DECLARATION, relations(['officeDocument', 'xl/workbook.xml'])] },
    { name: 'xl/workbook.xml', text: [DECLARATION, workbookXml(sheet)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [DECLARATION, relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'])],
    },
    { name: 'xl/styles.xml', text: [DECLARATION, stylesXml()] },
    { name: 'xl/worksheets/sheet1.xml', text: sheetXml(sheet, rows) },
  ]);
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`;

function relations(...targets: [type: string, target: string][]): string {
  const lines = targets.map(
    ([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}

function workbookXml({ name, headRows: [from, to] }: PrintedSheet): string {
  const quoted = `'${name.replace(/'/g, "''")}'!$${from}:$${to}`;
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets>` +
    `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${escaped(quoted)}</definedName></definedNames></workbook>`
  );
}

/** Rows handed on at a time. */
const ROWS_AT_A_TIME = 200;

async function* sheetXml(sheet: PrintedSheet, rows: AsyncIterable<PrintedRow>): AsyncGenerator<string> {
  const merges: string[] = [];
  yield `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${viewXml(sheet)}<sheetData>`;
  let [row, waiting] = [0, ''];
  for await (const each of rows) {
    waiting += rowXml(each, ++row, merges);
    if (row % ROWS_AT_A_TIME !== 0) continue;
    yield waiting;
    waiting = '';
  }
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  yield `${waiting}</sheetData>${filterXml(sheet, row)}${merged && `<mergeCells count="${merges.length}">${merged}</mergeCells>`}`;
  yield (
    '<pageMargins left="0.5" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>'
  );
}

function filterXml({ filter, widths, headRows: [, head] }: PrintedSheet, last: number): string {
  return filter ? `<autoFilter ref="A${head}:${letters(widths.length - 1)}${last}"/>` : '';
}

function viewXml({ widths, frozenRows }: PrintedSheet): string {
  const pane = `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const columns = widths.map(
    (width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols>`;
}

function rowXml({ cells, height }: PrintedRow, row: number, merges: string[]): string {
  let [xml, column] = ['', 0];
  for (const { text, style, across = 1 } of cells) {
    if (across > 1) merges.push(`${letters(column)}${row}:${letters(column + across - 1)}${row}`);
    // Each cell of a merge has the border.
    for (let n = 0; n < across; n++)
      xml += cellXml(n === 0 ? text : '', style, `${letters(column + n)}${row}`);
    column += across;
  }
  const high = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${row}"${high}>${xml}</row>`;
}

function cellXml(text: string | number, style: CellStyle, place: string): string {
  const start = `<c r="${place}" s="${styleNumber(style)}"`;
  if (text === '') return `${start}/>`;
  if (typeof text === 'number') return `${start}><v>${text}</v></c>`;
  const shown = harmless(text.slice(0, CELL_MAX - 1));
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(shown)}</t></is></c>`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** What XML cannot hold is left out; what spreadsheets would read as such a sign (`_x0041_`) is kept as it is. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/_x(?=[\dA-F]{4}_)/gi, '_x005F_x')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
