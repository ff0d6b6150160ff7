import type { DataSource, EntityManager } from 'typeorm';
import { withinScope } from '../../platform/access/scope';
import type { Actor } from '../../platform/access/actor';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor';
import type { PageRequest } from '../../platform/http/fields';
import { nameJson, unitJson } from '../task/task-sql';
import type { CoordinatingUnit, CoordinationNoteOfUnit } from './coordination.presenter';
import type { TaskNotesSearch } from './coordination.requests';

/** The newest note of a unit on a task as `note`, with its writer `b`. */
export const latestNote = (taskId: string, unitId: string) => `LEFT JOIN LATERAL (
    SELECT n.* FROM coordination_note n WHERE n.task_id = ${taskId} AND n.unit_id = ${unitId} ORDER BY n.id DESC LIMIT 1) AS note ON true
  LEFT JOIN app_user b ON b.id = note.by_user_id`;

/** `note` as a CoordinationNote, or null. */
export const noteJson = `CASE WHEN note.id IS NOT NULL THEN json_build_object('id', note.id,
    'at', to_char(note.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', ${nameJson('b')},
    'percent', note.percent, 'text', note.text) END`;

const noteColumns = `n.id, n.at, ${nameJson('b')} AS by, n.percent, n.text, ${unitJson('u')} AS unit`;
const noteTables = `coordination_note n JOIN unit u ON u.id = n.unit_id LEFT JOIN app_user b ON b.id = n.by_user_id`;

/** A page of what the units in the actor's scope, as far as they still help, have said of a task. */
export function ownNotes(
  dataSource: DataSource,
  actor: Actor,
  taskId: string,
  page: PageRequest,
): Promise<Page<CoordinationNoteOfUnit>> {
  const parameters: unknown[] = [taskId];
  const condition = `EXISTS (SELECT 1 FROM task_coordinator c WHERE c.task_id = n.task_id AND c.unit_id = n.unit_id)
    AND ${withinScope(actor, 'task.read', 'n.unit_id', parameters)}`;
  return pageOfNotes(dataSource, page, condition, parameters);
}

/** A page of what all units, or one of them, have said of a task. Whether it is the actor's to read is asked before. */
export function notesOfTask(
  dataSource: DataSource,
  taskId: string,
  search: TaskNotesSearch,
): Promise<Page<CoordinationNoteOfUnit>> {
  return pageOfNotes(dataSource, search, '($2::uuid IS NULL OR n.unit_id = $2)', [
    taskId,
    search.unitId ?? null,
  ]);
}

/** Newest first; $1 is the task. */
async function pageOfNotes(
  dataSource: DataSource,
  { limit, cursor, count }: PageRequest,
  condition: string,
  parameters: unknown[],
): Promise<Page<CoordinationNoteOfUnit>> {
  const where = `n.task_id = $1 AND ${condition}`;
  const n = parameters.length;
  const rows: CoordinationNoteOfUnit[] = await dataSource.query(
    `SELECT ${noteColumns} FROM ${noteTables} WHERE ${where} AND ($${n + 1}::uuid IS NULL OR n.id < $${n + 1})
      ORDER BY n.id DESC LIMIT $${n + 2}`,
    [...parameters, cursor ? decodeCursor(cursor, 1)[0] : null, limit + 1],
  );
  const total = count ? await countNotes(dataSource, where, parameters) : undefined;
  return toPage(
    rows,
    limit,
    (row) => [row.id],
    (row) => row,
    total,
  );
}

async function countNotes(dataSource: DataSource, where: string, parameters: unknown[]): Promise<number> {
  const [{ count }]: { count: number }[] = await dataSource.query(
    `SELECT count(*)::int AS count FROM coordination_note n WHERE ${where}`,
    parameters,
  );
  return count;
}

export async function readNote(manager: EntityManager, noteId: string): Promise<CoordinationNoteOfUnit> {
  const [note]: CoordinationNoteOfUnit[] = await manager.query(
    `SELECT ${noteColumns} FROM ${noteTables} WHERE n.id = $1`,
    [noteId],
  );
  return note;
}

/** Those who help with a task and those who once did and said something. */
const everHelping = `(SELECT unit_id FROM task_coordinator WHERE task_id = $1
  UNION SELECT unit_id FROM coordination_note WHERE task_id = $1) AS ever`;

/** A page of the units that help, or helped, with a task, by name. */
export async function coordinatingUnits(
  dataSource: DataSource,
  taskId: string,
  { limit, cursor, count }: PageRequest,
): Promise<Page<CoordinatingUnit>> {
  const after = cursor ? decodeCursor(cursor, 2) : [null, null];
  const rows: CoordinatingUnit[] = await dataSource.query(
    `SELECT ${unitJson('u')} AS unit, c.unit_id IS NOT NULL AS coordinates, ${noteJson} AS "latestNote",
            (SELECT count(*)::int FROM coordination_note n WHERE n.task_id = $1 AND n.unit_id = u.id) AS "noteCount"
       FROM ${everHelping} JOIN unit u ON u.id = ever.unit_id
       LEFT JOIN task_coordinator c ON c.task_id = $1 AND c.unit_id = u.id ${latestNote('$1', 'u.id')}
      WHERE $3::text IS NULL OR (u.name_vi COLLATE vietnamese, u.id) > ($3::text COLLATE vietnamese, $4::uuid)
      ORDER BY u.name_vi COLLATE vietnamese, u.id LIMIT $2`,
    [taskId, limit + 1, ...after],
  );
  const total = count ? await countUnits(dataSource, taskId) : undefined;
  return toPage(
    rows,
    limit,
    ({ unit }) => [unit.nameVi, unit.id],
    (row) => row,
    total,
  );
}

async function countUnits(dataSource: DataSource, taskId: string): Promise<number> {
  const [{ count }]: { count: number }[] = await dataSource.query(
    `SELECT count(*)::int AS count FROM ${everHelping}`,
    [taskId],
  );
  return count;
}
