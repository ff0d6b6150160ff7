import { setImmediate } from 'node:timers/promises';
import type { Locale } from '../../../platform/errors/problem';
import type { NewTask } from '../../task/create-tasks';
import type { AppendixItem } from './appendix-items';
import { fieldNamed } from './group-heading';
import type { AppendixSheet } from './pick-sheet';
import {
  presentGroup,
  presentHeader,
  presentNote,
  presentTaskRow,
  type PlanImportRow,
} from './plan-import.presenter';
import { SheetReader, type Appendix } from './sheet-reader';

export interface SheetReading {
  rows: PlanImportRow[];
  /** What is to be written: the rows that are new, when none is rejected. */
  tasks: NewTask[];
}

const LINES_AT_A_TIME = 100;

/** Reads the lines of an appendix one by one, in the order of the file; other requests are served in between. */
export async function readSheet(
  sheet: AppendixSheet,
  items: AppendixItem[],
  appendix: Appendix,
  locale: Locale,
): Promise<SheetReading> {
  const reader = new SheetReader(sheet.head, appendix);
  const joined = joinedInto(items);
  const header = presentHeader(sheet, locale);
  const rows: PlanImportRow[] = header ? [header] : [];
  const given = new Set(items.map((item) => (item.kind === 'task' ? item.line.cells.taskRef : undefined)));
  reader.skipNumbers(given, appendix.planYear);
  for (const [n, item] of items.entries()) {
    if (n % LINES_AT_A_TIME === 0) await setImmediate();
    if (item.kind === 'note') rows.push(presentNote(item.row, item.reason, item.into, locale));
    else if (item.kind === 'task') {
      const line = reader.read(item, joined.get(item.line.row) ?? []);
      rows.push(presentTaskRow(item.line.row, line, locale));
    } else {
      const { title, field } = item.heading;
      if (!item.sub) reader.field = fieldNamed(title, appendix.fields) ?? field;
      rows.push(presentGroup(item.row, title, reader.field));
    }
  }
  return { rows, tasks: reader.tasks };
}

/** The rows whose text was added to a task's, by the task's row. */
function joinedInto(items: AppendixItem[]): Map<number, number[]> {
  const joined = new Map<number, number[]>();
  for (const item of items) {
    if (item.kind !== 'note' || item.reason !== 'joined' || item.into === undefined) continue;
    joined.set(item.into, [...(joined.get(item.into) ?? []), item.row]);
  }
  return joined;
}
