import type { Merge, SheetLine } from '../../../platform/files/sheet';
import { columnOf, type Column } from './columns';

/** Where the head of a table stands and which of its columns means what. */
export interface Head {
  /** Indexes of its first and last line among the lines of the sheet. */
  first: number;
  last: number;
  /** One column of the sheet for each meaning; more where the head runs over several. */
  columns: Partial<Record<Column, number[]>>;
  /** As the file writes them. */
  names: Partial<Record<Column, string>>;
  unknown: string[];
  /** Two heads that mean the same, when there are. */
  twice: { first: string; header: string } | null;
  /** Columns of the sheet up to the last that has a name. */
  width: number;
}

/** Lines among which the head is looked for: titles and an official document's head stand above it. */
export const HEAD_WITHIN = 60;
const DEEPEST = 3;

/** The head of the task table: the lines that name the task and its lead unit; null when the sheet has none. */
export function findHead(lines: SheetLine[], merges: Merge[]): Head | null {
  for (let depth = 1; depth <= DEEPEST; depth++) {
    for (let first = 0; first + depth <= Math.min(lines.length, HEAD_WITHIN); first++) {
      const head = headAt(lines, merges, first, first + depth - 1);
      if (isWhole(head)) return grown(lines, merges, head);
    }
  }
  return null;
}

/** Of a sheet without such a line, the one that knows most: to say what is missing. */
export function likeliestHead(lines: SheetLine[]): Head | null {
  const heads = lines.slice(0, HEAD_WITHIN).map((_, at) => headAt(lines, [], at, at)!);
  const known = (head: Head) => Object.keys(head.columns).length;
  return heads.reduce<Head | null>((best, head) => (best && known(best) >= known(head) ? best : head), null);
}

function isWhole(head: Head | null): head is Head {
  return head?.columns.titleVi !== undefined && head.columns.leadUnitCode !== undefined;
}

/** Takes in the lines below that the head reaches into, or that only name columns. */
function grown(lines: SheetLine[], merges: Merge[], head: Head): Head {
  const next = lines[head.last + 1];
  const [top, bottom] = [lines[head.first].row, lines[head.last].row];
  if (head.last - head.first >= DEEPEST || next?.row !== bottom + 1) return head;
  const reached = merges.some((merge) => merge.top >= top && merge.top <= bottom && merge.bottom > bottom);
  const named = next.cells.filter((cell) => cell !== '');
  const title = next.cells[head.columns.titleVi![0]] ?? '';
  if (!reached && !(title === '' && named.every((cell) => columnOf(cell)))) return head;
  const taller = headAt(lines, merges, head.first, head.last + 1);
  return isWhole(taller) ? grown(lines, merges, taller) : head;
}

interface NamedColumn {
  column: Column | undefined;
  name: string;
  /** True: the same cell as the column before it. */
  continued: boolean;
}

function headAt(lines: SheetLine[], merges: Merge[], first: number, last: number): Head | null {
  const band = lines.slice(first, last + 1);
  const [top, bottom] = [band[0].row, band[band.length - 1].row];
  if (bottom - top !== last - first) return null;
  const inside = merges.filter((merge) => merge.top >= top && merge.top <= bottom);
  const texts = band.map(({ row, cells }) => withMerges(row, cells, inside, band));
  const width = Math.max(...texts.map((cells) => cells.length));
  const head: Head = { first, last, columns: {}, names: {}, unknown: [], twice: null, width };
  for (let at = 0; at < width; at++) addColumn(head, at, columnAt(texts, at, bottom, inside));
  return head;
}

function addColumn(head: Head, at: number, { column, name, continued }: NamedColumn): void {
  if (!column) {
    if (name !== '' && !continued) head.unknown.push(name);
  } else if (head.columns[column] === undefined) {
    head.columns[column] = [at];
    head.names[column] = name;
  } else if (continued) head.columns[column].push(at);
  else head.twice ??= { first: head.names[column]!, header: name };
}

/** A line with the text of a merge in each of its cells. */
function withMerges(row: number, cells: string[], merges: Merge[], band: SheetLine[]): string[] {
  const filled = [...cells];
  for (const { top, bottom, left, right } of merges) {
    if (row < top || row > bottom) continue;
    const text = band.find((line) => line.row === top)?.cells[left] ?? '';
    for (let at = left; text !== '' && at <= Math.min(right, 100); at++) filled[at] = text;
  }
  return Array.from(filled, (cell) => cell ?? '');
}

function columnAt(texts: string[][], at: number, bottom: number, merges: Merge[]): NamedColumn {
  const stacked = texts.map((cells) => (cells[at] ?? '').replace(/\s+/g, ' ')).filter((text) => text !== '');
  const names = stacked.filter((text, n) => text !== stacked[n - 1]);
  const [upper, lower] = [names[0] ?? '', names[names.length - 1] ?? ''];
  const continued = merges.some(
    (merge) => merge.left < at && at <= merge.right && merge.bottom >= bottom && merge.top <= bottom,
  );
  const shared = merges.some((merge) => merge.left < merge.right && merge.left <= at && at <= merge.right);
  const column = columnOf(names.join(' ')) ?? columnOf(lower) ?? (shared ? undefined : columnOf(upper));
  return { column, name: names.join(' – '), continued };
}
