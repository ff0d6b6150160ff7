import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { withinScope } from '../../platform/access/scope';
import type { Day } from '../../platform/clock/day';
import { decodeCursor } from '../../platform/http/cursor';
import type { PageRequest } from '../../platform/http/fields';
import { readable } from '../task/readable';
import { nameJson } from '../task/task-sql';
import type { DirectionRow } from './directions.presenter';
import type { DirectionSearch } from './directions.requests';

type Reader = DataSource | EntityManager;

/** Those that ask for an answer first, by its day. The index `direction_answer_by` has the same words. */
const answerDay = `coalesce(d.answer_by, 'infinity'::date)`;
const overdue = (today: string) =>
  `(d.answered_at IS NULL AND d.answer_by IS NOT NULL AND d.answer_by < ${today}::date)`;

/** The gate: directions on tasks one may read, and those given to oneself, which show no more of their task than its name. */
export function visible(actor: Actor, parameters: unknown[]): string {
  const mine = `d.addressee_id = $${parameters.push(actor.userId)}`;
  return `(${mine} OR ${readable(actor, parameters)})`;
}

/** The addressee, and whoever reports for the lead unit. */
export function mayAnswer(actor: Actor, parameters: unknown[]): string {
  const mine = `d.addressee_id IS NOT DISTINCT FROM $${parameters.push(actor.userId)}`;
  return `(${mine} OR ${withinScope(actor, 'task.report', 't.lead_unit_id', parameters)})`;
}

/** What is visible in two parts that have nothing in common: each is found by an index of its own, both at once by none. */
function halves(actor: Actor, parameters: unknown[]): string[] {
  const inScope = readable(actor, parameters);
  return [inScope, `d.addressee_id = $${parameters.push(actor.userId)} AND NOT ${inScope}`];
}

/** Up to `limit + 1` directions of one task, newest first. The caller has made sure that the task may be read. */
export function directionsOf(
  reader: Reader,
  actor: Actor,
  today: Day,
  taskId: string,
  page: PageRequest,
): Promise<DirectionRow[]> {
  const parameters: unknown[] = [today, taskId, page.limit + 1];
  const before = page.cursor ? `AND d.id < $${parameters.push(decodeCursor(page.cursor, 1)[0])}::uuid` : '';
  return reader.query(
    `${selected(actor, parameters)} WHERE d.task_id = $2 ${before} ORDER BY d.id DESC LIMIT $3`,
    parameters,
  );
}

/** Up to `limit + 1` directions the actor may see, by the day of the answer. */
export function searchDirections(
  reader: Reader,
  actor: Actor,
  today: Day,
  search: DirectionSearch,
): Promise<DirectionRow[]> {
  const parameters: unknown[] = [today, search.limit + 1];
  const filters = conditionsOf(actor, search, parameters);
  if (search.cursor) {
    const [day, id] = decodeCursor(search.cursor, 2);
    filters.push(`(${answerDay}, d.id) > ($${parameters.push(day)}::date, $${parameters.push(id)}::uuid)`);
  }
  const pages = halves(actor, parameters).map(
    (half) =>
      `(${selected(actor, parameters)} WHERE ${[half, ...filters].join(' AND ')} ORDER BY ${answerDay}, d.id LIMIT $2)`,
  );
  return reader.query(
    `SELECT x.* FROM (${pages.join(' UNION ALL ')}) AS x ORDER BY x."sortKey"::date, x.id LIMIT $2`,
    parameters,
  );
}

export async function countDirections(
  reader: Reader,
  actor: Actor,
  today: Day,
  search: DirectionSearch,
): Promise<number> {
  const parameters: unknown[] = [today];
  const filters = conditionsOf(actor, search, parameters);
  const counts = halves(actor, parameters).map(
    (half) =>
      `(SELECT count(*) FROM direction d JOIN task t ON t.id = d.task_id WHERE ${[half, ...filters].join(' AND ')})`,
  );
  const [{ count }]: { count: number }[] = await reader.query(
    `SELECT (${counts.join(' + ')})::int AS count WHERE $1::date IS NOT NULL`,
    parameters,
  );
  return count;
}

export async function readDirection(
  reader: Reader,
  actor: Actor,
  today: Day,
  id: string,
): Promise<DirectionRow> {
  const parameters: unknown[] = [today, id];
  const [row]: DirectionRow[] = await reader.query(
    `${selected(actor, parameters)} WHERE d.id = $2`,
    parameters,
  );
  return row;
}

/** Each filter that was given. `parameters[0]` is today. */
function conditionsOf(actor: Actor, search: DirectionSearch, parameters: unknown[]): string[] {
  const conditions: string[] = [];
  if (search.unanswered !== undefined) conditions.push(`(d.answered_at IS NULL) = ${search.unanswered}`);
  if (search.overdue !== undefined) conditions.push(`${overdue('$1')} = ${search.overdue}`);
  if (search.mine || search.as) conditions.push(mineAs(actor, search.as, parameters));
  return conditions;
}

function mineAs(actor: Actor, side: DirectionSearch['as'], parameters: unknown[]): string {
  const me = `$${parameters.push(actor.userId)}`;
  const given = `d.by_user_id = ${me}`;
  if (side === 'giver') return given;
  const reports = withinScope(actor, 'task.report', 't.lead_unit_id', parameters);
  const asked = `d.addressee_id = ${me} OR (d.addressee_id IS NULL AND ${reports})`;
  return side === 'addressee' ? `(${asked})` : `(${asked} OR ${given})`;
}

/** The columns of a DirectionRow and what they need joined; `parameters[0]` is today. */
function selected(actor: Actor, parameters: unknown[]): string {
  return `SELECT d.id, d.at, ${nameJson('g')} AS by, d.text, ${nameJson('a')} AS addressee,
            d.document_number AS "documentNumber", d.document_date AS "documentDate", d.answer_by AS "answerBy",
            d.answered_at AS "answeredAt", ${nameJson('w')} AS "answeredBy", d.answer AS "answerText",
            ${overdue('$1')} AS overdue, ${mayAnswer(actor, parameters)} AS "mayAnswer", ${answerDay}::text AS "sortKey",
            json_build_object('id', t.id, 'code', t.code, 'titleVi', t.title_vi, 'titleEn', t.title_en, 'state', t.state,
              'version', t.version, 'leadUnit', json_build_object('id', u.id, 'code', u.code, 'nameVi', u.name_vi, 'nameEn', u.name_en)) AS task
       FROM direction d JOIN task t ON t.id = d.task_id JOIN unit u ON u.id = t.lead_unit_id
       LEFT JOIN app_user g ON g.id = d.by_user_id
       LEFT JOIN app_user a ON a.id = d.addressee_id
       LEFT JOIN app_user w ON w.id = d.answered_by`;
}
