import type { FastifyReply } from 'fastify';
import { stringify } from 'csv-stringify/sync';

export interface CsvColumn<Row> {
  header: string;
  value: (row: Row) => string | number | boolean | null | undefined;
}

/** CSV that spreadsheets open directly: UTF-8 with byte order mark, CRLF, text that looks like a formula made harmless. */
export function toCsv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  return headOf(columns) + linesOf(columns, rows);
}

/** The same, of rows that come page by page. */
export async function* csvPages<Row>(
  columns: readonly CsvColumn<Row>[],
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  yield headOf(columns);
  for await (const rows of pages) yield linesOf(columns, rows);
}

function headOf<Row>(columns: readonly CsvColumn<Row>[]): string {
  return stringify([columns.map(({ header }) => harmless(header))], { bom: true, record_delimiter: '\r\n' });
}

function linesOf<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map(({ value }) => cellOf(value(row))));
  return stringify(lines, { record_delimiter: '\r\n' });
}

function cellOf(value: string | number | boolean | null | undefined): string {
  if (typeof value === 'string') return harmless(value);
  return value === null || value === undefined ? '' : String(value);
}

/** A leading = + - @, tab or line break would make a spreadsheet compute the text; an apostrophe makes it text. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** Names the answer a file to keep; return `content` from the controller (`@Res({ passthrough: true })`). */
export function asDownload<Content extends Buffer | string>(
  reply: FastifyReply,
  fileName: string,
  contentType: string,
  content: Content,
): Content {
  void reply.header('content-type', contentType).header('content-disposition', dispositionOf(fileName));
  return content;
}

export const CSV_TYPE = 'text/csv; charset=utf-8';

/** `attachment` with a plain name for old programs and the full one by RFC 5987; nothing in it can break the header. */
export function dispositionOf(fileName: string): string {
  const safe = fileName
    .normalize('NFC')
    .replace(/[/\\]/g, '-')
    .slice(0, 200)
    .replace(/\p{Cs}/gu, '_');
  const plain = safe.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  const ascii = plain.replace(/[^\w.\- ]/g, '_');
  const encoded = encodeURIComponent(safe).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
