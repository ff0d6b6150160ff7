import type { DataSource } from 'typeorm';
import { unitsWhere, type Actor } from '../../platform/access/actor';
import { within } from '../../platform/access/scope';
import type { Day } from '../../platform/clock/day';
import { commonProblem } from '../../platform/errors/common-problems';
import { decodeCursor } from '../../platform/http/cursor';
import { holdsSql, searchParts } from '../finding/search-words';
import { cellSql, DUE_KEY, isOpen, planJson, unitJson } from '../task/task-sql';
import type { CoordinationRow } from './coordination.presenter';
import type { CoordinationSearch } from './coordination.requests';
import { latestNote, noteJson } from './notes.queries';

/** Units shown with each task of a list. */
const LISTED = 10;

/** A coordinating unit `c` of the task `t` in the actor's scope; $2 holds the units of his task.read. */
const ownUnits = `task_coordinator c WHERE c.task_id = t.id AND ${within('c.unit_id', '$2::uuid[]')}`;
const silent = `NOT EXISTS (SELECT 1 FROM coordination_note n WHERE n.task_id = c.task_id AND n.unit_id = c.unit_id)`;

/**
 * The gate of everything a coordinating unit reads: one of the actor's units helps with the task `t`, whoever leads it.
 * Nobody is told of a draft.
 */
const gate = `t.state <> 'draft' AND EXISTS (SELECT 1 FROM ${ownUnits})`;

/** $1 today, $2 and $3 the units of the actor's task.read and task.report, $4 how many units to show. */
function gateParameters(actor: Actor, today: Day, shown: number | null): unknown[] {
  return [today, unitsWhere(actor, 'task.read'), unitsWhere(actor, 'task.report'), shown];
}

const selected = `SELECT t.id, t.code, t.title_vi AS "titleVi", t.title_en AS "titleEn", t.deliverable_vi AS "deliverableVi",
    t.deliverable_en AS "deliverableEn", t.due_date AS "dueDate", t.state, ${cellSql('$1')} AS cell,
    ${planJson} AS plan,
    ${unitJson('u')} AS "leadUnit", helping.*, (${DUE_KEY})::text AS "sortKey"`;

/** The actor's units beside each task. */
const besides = `JOIN plan p ON p.id = t.plan_id JOIN unit u ON u.id = t.lead_unit_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS "unitCount", count(*) FILTER (WHERE ranked.silent AND ${isOpen('t')})::int AS "awaitingCount",
           coalesce(json_agg(ranked.helping ORDER BY ranked.n) FILTER (WHERE $4::int IS NULL OR ranked.n <= $4::int), '[]') AS units
      FROM (SELECT row_number() OVER (ORDER BY note.id IS NOT NULL, cu.name_vi COLLATE vietnamese, cu.id) AS n, note.id IS NULL AS silent,
                   json_build_object('unit', ${unitJson('cu')}, 'latestNote', ${noteJson},
                     'reports', ${within('cu.id', '$3::uuid[]')}) AS helping
              FROM task_coordinator c JOIN unit cu ON cu.id = c.unit_id ${latestNote('c.task_id', 'c.unit_id')}
             WHERE c.task_id = t.id AND ${within('c.unit_id', '$2::uuid[]')}) AS ranked) AS helping`;

/** Up to `limit + 1` tasks that units in the actor's scope help with, by due date. */
export async function listCoordination(
  dataSource: DataSource,
  actor: Actor,
  search: CoordinationSearch,
  today: Day,
): Promise<CoordinationRow[]> {
  const parameters = gateParameters(actor, today, LISTED);
  const conditions = conditionsOf(search, parameters);
  if (search.cursor) {
    parameters.push(...decodeCursor(search.cursor, 2));
    const n = parameters.length;
    conditions.push(`(${DUE_KEY}, t.id) > ($${n - 1}::date, $${n}::uuid)`);
  }
  parameters.push(search.limit + 1);
  // The page first: notes are looked up for its tasks only.
  return dataSource.query(
    `${selected} FROM (SELECT t.* FROM task t WHERE ${conditions.join(' AND ')}
        ORDER BY ${DUE_KEY}, t.id LIMIT $${parameters.length}) AS t ${besides} ORDER BY ${DUE_KEY}, t.id`,
    parameters,
  );
}

export async function countCoordination(
  dataSource: DataSource,
  actor: Actor,
  search: CoordinationSearch,
  today: Day,
): Promise<number> {
  const parameters = gateParameters(actor, today, null);
  const conditions = conditionsOf(search, parameters);
  const [{ count }]: { count: number }[] = await dataSource.query(
    `SELECT count(*)::int AS count FROM task t
      WHERE num_nonnulls($1::date, $3::uuid[], $4::int) > 0 AND ${conditions.join(' AND ')}`,
    parameters,
  );
  return count;
}

/** One such task with all of the actor's units; not found where none of them helps with it. */
export async function readCoordination(
  dataSource: DataSource,
  actor: Actor,
  taskId: string,
  today: Day,
): Promise<CoordinationRow> {
  const [row]: CoordinationRow[] = await dataSource.query(
    `${selected} FROM task t ${besides} WHERE t.id = $5 AND ${gate}`,
    [...gateParameters(actor, today, null), taskId],
  );
  if (!row) throw commonProblem('not_found');
  return row;
}

/** The gate first, then each filter that was given. */
function conditionsOf(search: CoordinationSearch, parameters: unknown[]): string[] {
  const conditions = [gate];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value === undefined) return;
    parameters.push(value);
    conditions.push(condition(`$${parameters.length}`));
  };
  add(search.planId, (p) => `t.plan_id = ${p}`);
  add(search.cell, (p) => `${cellSql('$1')} = ${p}`);
  add(search.dueFrom, (p) => `t.due_date >= ${p}`);
  add(search.dueTo, (p) => `t.due_date <= ${p}`);
  add(
    search.awaitingNote,
    (p) => `(${isOpen('t')} AND EXISTS (SELECT 1 FROM ${ownUnits} AND ${silent})) = ${p}`,
  );
  for (const part of searchParts(search.q ?? '')) add(part, holdsSql);
  return conditions;
}
