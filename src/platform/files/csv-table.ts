import { CsvError, parse } from 'csv-parse/sync';
import { fileProblem } from './file-problems';
import { cleanText } from '../text/clean-text';
import type { TableLine } from './table';

const RECORD_LIMIT = 1_000_000;
/** Empty lines among them: a file of nothing but line breaks must not keep the process busy. */
const LINE_LIMIT = 200_000;

/**
 * The lines of a CSV file (RFC 4180; also bare LF) that hold anything. The header decides between comma and semicolon.
 * 413 `file.too_many_rows` beyond `most` of them; `limit` is what the refusal names.
 */
export function readCsv(content: Buffer, most: number, limit: number): TableLine[] {
  const text = decode(content);
  const lines: TableLine[] = [];
  let row = 0;
  const take = (record: string[]): null => {
    const cells = record.map(cleanText);
    if (++row > LINE_LIMIT) throw fileProblem('file.too_many_rows', { limit: LINE_LIMIT });
    if (cells.some((cell) => cell !== '')) lines.push({ row, cells });
    if (lines.length > most) throw fileProblem('file.too_many_rows', { limit });
    return null;
  };
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      max_record_size: RECORD_LIMIT,
      on_record: take,
    });
    return lines;
  } catch (error) {
    if (error instanceof CsvError)
      throw fileProblem('file.unreadable_line', { line: Number(error.lines ?? 1) });
    throw error;
  }
}

function decode(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw fileProblem('file.encoding');
  }
}

/** Counted on the first line that holds anything, outside quotes. */
function delimiterOf(text: string): ',' | ';' {
  const start = text.search(/\S/);
  const head = text
    .slice(start < 0 ? 0 : start)
    .slice(0, 10_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]/, 1)[0];
  const count = (mark: string) => head.split(mark).length;
  return count(';') > count(',') ? ';' : ',';
}
