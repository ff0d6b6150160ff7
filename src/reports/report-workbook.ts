import { isDay, showDay } from '../platform/clock/day';
import type { Locale } from '../platform/errors/problem';
import { dayNumber, writeXlsx, type PrintedCell, type PrintedRow } from '../platform/files/xlsx/write-xlsx';
import type { ReportNote } from './reports.presenter';
import type { ReportColumn, ReportTable } from './table';

/** Characters of the narrowest and of the widest column. */
const [NARROW, WIDE] = [9, 60];

/** A report as a workbook: title, remarks, a head that stays in view and filters, numbers and days as such. */
export function reportWorkbook<Row>(
  { name, columns, rows }: ReportTable<Row>,
  remarks: readonly ReportNote[],
  locale: Locale,
): AsyncGenerator<Buffer> {
  const across = columns.length;
  const title = name.replace(/\d{4}-\d{2}-\d{2}/g, (day) => showDay(day));
  const above: PrintedRow[] = [
    { cells: [{ text: title, style: 'title', across }], height: 24 },
    ...remarks.map((note) => ({
      cells: [{ text: note[locale], style: 'remark' as const, across }],
      height: 32,
    })),
  ];
  const columnsSeen = columns.map((column) => lookOf(column, rows));
  const head = above.length + 1;
  const sheet = {
    name: { vi: 'Báo cáo', en: 'Report' }[locale],
    widths: columnsSeen.map(({ width }) => width),
    frozenRows: head,
    headRows: [head, head] as [number, number],
    filter: true,
  };
  return writeXlsx(sheet, printed());

  async function* printed(): AsyncGenerator<PrintedRow> {
    yield* above;
    yield { cells: columns.map(({ header }) => ({ text: header, style: 'head' })) };
    for (const row of rows)
      yield { cells: columns.map(({ value }, n) => cellOf(value(row), columnsSeen[n].style)) };
  }
}

interface Look {
  style: 'text' | 'whole' | 'decimal' | 'day';
  width: number;
}

/** A column of numbers shows two decimals in every row or in none. */
function lookOf<Row>({ header, value, kind }: ReportColumn<Row>, rows: readonly Row[]): Look {
  const values = rows.map(value).filter((each) => each !== null && each !== undefined);
  const numbers = values.length > 0 && values.every((each) => typeof each === 'number');
  const style = kind ?? (!numbers ? 'text' : values.every(Number.isInteger) ? 'whole' : 'decimal');
  const longest = values.reduce<number>((most, each) => Math.max(most, String(each).length), NARROW);
  const word = Math.max(...header.split(' ').map(({ length }) => length));
  return { style, width: Math.min(WIDE, Math.max(longest, word, header.length / 3) + 2) };
}

function cellOf(value: string | number | boolean | null | undefined, style: Look['style']): PrintedCell {
  if (value === null || value === undefined) return { text: '', style };
  if (typeof value === 'number') return { text: value, style };
  if (style === 'day' && isDay(value)) return { text: dayNumber(value), style };
  return { text: String(value), style: 'text' };
}
