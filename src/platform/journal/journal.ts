import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '../access/caller';
import { prepared } from '../database/prepared';

/** field → [before, after]; days and moments as strings, ids as strings. */
export type FieldChanges = Record<string, [unknown, unknown]>;

/** One line of the trail: who did what to which thing, and what it changed. */
export interface JournalEntry {
  /** `task.submitted`, `unit.renamed` … */
  act: string;
  subjectType: string;
  subjectId: string;
  /** The unit whose people may read the entry; null is for administrators at the top. */
  unitId: string | null;
  changes?: FieldChanges;
  note?: string | null;
}

/** Appends entries; the database chains them by hash (see the Journal migration) and refuses change or removal. */
export async function writeJournal(
  manager: EntityManager,
  caller: Caller,
  entries: JournalEntry[],
): Promise<void> {
  for (let start = 0; start < entries.length; start += AT_A_TIME) {
    const slice = entries.slice(start, start + AT_A_TIME);
    const rows = slice.map((entry) => ({ id: uuidv7(), changes: {}, note: null, ...entry }));
    await prepared(
      manager,
      `INSERT INTO journal_entry (id, at, actor_id, actor_name, act, subject_type, subject_id, unit_id, changes, note, request_id)
     SELECT e.id, $1, $2, $3, e.act, e."subjectType", e."subjectId", e."unitId", e.changes, e.note, $4
       FROM jsonb_to_recordset($5::jsonb) AS e(id uuid, act text, "subjectType" text, "subjectId" uuid, "unitId" uuid, changes jsonb, note text)
      ORDER BY e.id`,
      [caller.now, caller.actor.userId, caller.actor.name, caller.requestId, JSON.stringify(rows)],
    );
  }
}

/** Entries in one statement: an import records tens of thousands. */
const AT_A_TIME = 1_000;

/** The fields of `after` that differ from `before`, as journal changes. */
export function changesBetween<T extends object>(before: Partial<T>, after: Partial<T>): FieldChanges {
  const changes: FieldChanges = {};
  for (const field of Object.keys(after) as (keyof T & string)[]) {
    const [old, fresh] = [before[field] ?? null, after[field] ?? null];
    if (JSON.stringify(old) !== JSON.stringify(fresh)) changes[field] = [old, fresh];
  }
  return changes;
}
