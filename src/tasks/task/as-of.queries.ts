import type { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { withinScope } from '../../platform/access/scope';
import type { Day } from '../../platform/clock/day';
import { commonProblem } from '../../platform/errors/common-problems';
import { undoneTo, type DatedChanges } from './as-of';
import { permitted } from './task.policy';
import { presentTask, type TaskDetail } from './task.presenter';
import { partCountsJson, readTask } from './task.queries';
import { cellSql, componentsJson, personJson, unitJson } from './task-sql';

/**
 * A task as it stood at the end of a past day: the present row with the journal undone to that day, its links and
 * its extension requests of that day, and the cells that reports gave for it. Not found before it existed, outside
 * the caller's scope of today, and, where it was a draft then, for those who may not read drafts. Nothing can be
 * done with the past, so it has no abilities.
 */
export async function readTaskAsOf(
  dataSource: DataSource,
  actor: Actor,
  taskId: string,
  day: Day,
  today: Day,
): Promise<TaskDetail> {
  const row = await readTask(dataSource, actor, taskId, today);
  const present = presentTask<TaskDetail>(row, actor);
  const began = await beginningOf(dataSource, taskId);
  if (day < began) throw commonProblem('not_found');
  const undone = undoneTo(day, await changesOf(dataSource, taskId));
  const past: TaskDetail = { ...present, abilities: [] };
  for (const [field, value] of undone) if (field in past) Object.assign(past, { [field]: value });
  if (past.state === 'draft' && !permitted(actor, 'assign', row)) throw commonProblem('not_found');
  const then = (field: string, now: unknown) => (undone.has(field) ? undone.get(field) : now);
  const parameters: unknown[] = [
    ...[taskId, day, past.state, past.dueDate, past.originalDueDate, past.submittedOn],
    then('leadUnitId', present.leadUnit.id),
    then(
      'coordinatingUnitIds',
      present.coordinatingUnits.map(({ id }) => id),
    ),
    then('responsibleId', present.responsible?.id ?? null),
  ];
  const [related]: Partial<TaskDetail>[] = await dataSource.query(
    `SELECT ${cellSql('$2')} AS cell, ${cellSql('$2', 't.original_due_date')} AS "cellByOriginalDueDate",
       ${unitJson('u')} AS "leadUnit", ${personJson} AS responsible,
       (SELECT coalesce(json_agg(${unitJson('cu')} ORDER BY cu.level, cu.name_vi COLLATE vietnamese), '[]')
          FROM unit cu WHERE cu.id = ANY($8::uuid[])) AS "coordinatingUnits",
       (SELECT ${componentsJson} FROM task_component l JOIN node n ON n.id = l.component_id JOIN edition e ON e.id = n.edition_id
         WHERE l.task_id = t.id AND l.valid_from <= $2::date AND l.valid_to > $2::date) AS components,
       EXISTS (SELECT 1 FROM extension x WHERE x.task_id = t.id AND local_day(x.at) <= $2::date
                  AND (x.decided_at IS NULL OR local_day(x.decided_at) > $2::date)) AS "extensionPending",
       (SELECT ${partCountsJson('$2')} FROM task_period t JOIN task part ON part.id = t.task_id
         WHERE part.parent_id = $1 AND t.valid_from <= $2::date AND t.valid_to > $2::date
           AND ${withinScope(actor, 'task.read', 'part.lead_unit_id', parameters)}) AS parts
     FROM (SELECT $1::uuid AS id, $3::text AS state, $4::date AS due_date, $5::date AS original_due_date, $6::date AS submitted_on,
                  $7::uuid AS lead_unit_id, $9::uuid AS responsible_id) t
     JOIN unit u ON u.id = t.lead_unit_id LEFT JOIN app_user r ON r.id = t.responsible_id`,
    parameters,
  );
  const cancellation = past.state === 'cancelled' ? past.cancellation : null;
  return { ...past, ...related, cancellation };
}

/** The day on which the task came into being. */
async function beginningOf(dataSource: DataSource, taskId: string): Promise<Day> {
  const [{ day }]: { day: Day }[] = await dataSource.query(
    'SELECT min(valid_from) AS day FROM task_period WHERE task_id = $1',
    [taskId],
  );
  return day;
}

/** In the order of the changes: the task is locked while each is recorded, so the database's clock tells it. */
async function changesOf(dataSource: DataSource, taskId: string): Promise<DatedChanges[]> {
  return dataSource.query(
    `SELECT local_day(at) AS day, changes FROM journal_entry
      WHERE subject_type = 'task' AND subject_id = $1 AND changes <> '{}' ORDER BY recorded_at, position`,
    [taskId],
  );
}
