import { CsvError, parse } from 'csv-parse/sync';
import { fileProblem } from './file-problems';
import type { TableLimits } from './table';

const RECORD_LIMIT = 1_000_000;

/** The cells of a CSV file (RFC 4180; also bare LF), line by line. The header decides between comma and semicolon. */
export function readCsv(content: Buffer, limits: TableLimits): string[][] {
  const text = decode(content);
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      max_record_size: RECORD_LIMIT,
      // One header and one line too many: enough to know that there are too many.
      to: limits.rows + 2,
    });
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
