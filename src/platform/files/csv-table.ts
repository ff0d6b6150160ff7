import { CsvError, parse } from 'csv-parse/sync';
import { cleanText } from '../text/clean-text';
import { fileProblem } from './file-problems';
import { mostLines, type SheetLimits, type SheetLine, type Workbook } from './sheet';

const RECORD_LIMIT = 1_000_000;
/** Empty lines among them: a file of nothing but line breaks must not keep the process busy. */
const LINE_LIMIT = 200_000;

/** A CSV file (RFC 4180; also bare LF) of comma, semicolon or tab as a workbook of one sheet. */
export function openCsv(content: Buffer, limits: SheetLimits): Workbook {
  const lines = linesOf(content, limits);
  return {
    sheets: [{ name: '', hidden: false }],
    peek: (_, count) => Promise.resolve(lines.slice(0, count)),
    read: () => Promise.resolve({ name: '', lines, merges: [] }),
  };
}

function linesOf(content: Buffer, limits: SheetLimits): SheetLine[] {
  const text = decode(content);
  const lines: SheetLine[] = [];
  let row = 0;
  const take = (record: string[]): null => {
    const cells = record.map(cleanText);
    if (++row > LINE_LIMIT) throw fileProblem('file.too_many_rows', { limit: LINE_LIMIT });
    cells.length = cells.findLastIndex((cell) => cell !== '') + 1;
    if (cells.length > 0) lines.push({ row, cells, hidden: false, formulas: [] });
    if (cells.length > limits.columns) throw fileProblem('file.too_many_columns', { limit: limits.columns });
    if (lines.length > mostLines(limits)) throw fileProblem('file.too_many_rows', { limit: limits.rows });
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

/** UTF-8, or the UTF-16 in which spreadsheets save "Unicode text". */
function decode(content: Buffer): string {
  const wide = content[0] === 0xff && content[1] === 0xfe;
  try {
    return new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(content);
  } catch {
    throw fileProblem('file.encoding');
  }
}

/** Enough of a file to see how its lines are built. */
const SAMPLE = { characters: 100_000, lines: 60 };

/**
 * The mark that stands equally often in most lines, outside quotes. Titles above a table hold commas of their own, and
 * so do lists of units; but the lines of one table all have as many separators.
 */
function delimiterOf(text: string): ',' | ';' | '\t' {
  const lines = text
    .slice(0, SAMPLE.characters)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => /\S/.test(line))
    .slice(0, SAMPLE.lines);
  const scored = ([',', ';', '\t'] as const).map((mark) => {
    const counts = lines.map((line) => line.split(mark).length - 1).filter((count) => count > 0);
    const alike = counts.map((count) => counts.filter((other) => other === count).length);
    return { mark, score: Math.max(0, ...alike), most: Math.max(0, ...counts) };
  });
  return scored.sort((a, b) => b.score - a.score || b.most - a.most)[0].mark;
}
