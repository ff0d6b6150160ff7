import type { DataSource } from 'typeorm';
import { unitsWhere, type Actor } from '../../platform/access/actor';
import type { Day } from '../../platform/clock/day';
import { prepared } from '../../platform/database/prepared';
import { decodeCursor } from '../../platform/http/cursor';
import type { TaskItem, TaskRow } from './task.presenter';
import { filterConditions, itemColumns, itemJoins, taskConditions } from './task.queries';
import { DUE_KEY } from './task-sql';
import type { TaskSearch, TaskSort } from './task.requests';
import { patternSql, searchParts } from '../finding/search-words';
import { draftsOnlyWhereAssigning } from './readable';

/** So many tasks are looked at in the order of the list before its filters are given to the other indexes. */
const CANDIDATES = 2000;

interface Sort {
  /** Of the task `t`; never null. */
  key: string;
  type: string;
  direction: 'ASC' | 'DESC';
}

const sorts: Record<TaskSort, Sort> = {
  due: { key: DUE_KEY, type: 'date', direction: 'ASC' },
  '-due': { key: DUE_KEY, type: 'date', direction: 'DESC' },
  code: { key: 't.code', type: 'text', direction: 'ASC' },
  // Longer titles that begin alike follow each other by id; an index takes no longer ones.
  title: {
    key: 'left(t.title_vi, 150) COLLATE vietnamese',
    type: 'text COLLATE vietnamese',
    direction: 'ASC',
  },
};

/** An SQL statement in the making: its text names values by their place in `values`. */
interface Statement {
  text: string;
  values: unknown[];
}

/**
 * Up to `limit + 1` tasks in scope that match, in the asked order; each row carries its sort key. First the list is
 * walked in its order: what most lists show is found at once, however many tasks there are. When the filters leave too
 * little of what was walked, they are rare there, and the planner finds their tasks by other indexes (decision 0027).
 */
export async function listTasks(
  reader: DataSource,
  actor: Actor,
  search: TaskSearch,
  today: Day,
): Promise<TaskRow<TaskItem>[]> {
  if (unitsWhere(actor, 'task.read').length === 0) return [];
  // What waits for one person is little among all, and its ids are at hand: there is nothing to walk for.
  if (search.relation !== 'waiting_for_me') {
    const walk = walkStatement(actor, search, today);
    const rows = await prepared<TaskRow<TaskItem>>(reader, walk.text, walk.values);
    if (rows.length > search.limit || !(await goesOn(reader, actor, search, today))) return rows;
  }
  const gather = gatherStatement(actor, search, today);
  return reader.query(gather.text, gather.values);
}

/** The page as far as the first candidates give it. */
export function walkStatement(actor: Actor, search: TaskSearch, today: Day): Statement {
  const values: unknown[] = [today];
  const { direction } = sorts[search.sort];
  const { q, ...others } = search;
  const { within: _narrowed, ...narrowed } = others;
  const conditions = isByDue(search)
    ? [draftsOnlyWhereAssigning(actor, values), ...filterConditions(actor, narrowed, values)]
    : taskConditions(actor, others, values);
  // Folded once by the SELECT, not once a candidate.
  const words = searchParts(q ?? '').map(
    (part) => `t.search LIKE (SELECT ${patternSql(`$${values.push(part)}`)})`,
  );
  const judged = [...conditions, ...words].map((condition) => `(${condition}) IS TRUE`);
  // IS TRUE and OFFSET 0 keep the planner from beginning elsewhere: each candidate is looked up and judged in turn.
  const page = `SELECT w.key, w.id FROM (${candidates(actor, search, today, values)} LIMIT ${CANDIDATES}) w
    CROSS JOIN LATERAL (SELECT * FROM task WHERE task.id = w.id OFFSET 0) t
    WHERE ${judged.join(' AND ')} ORDER BY w.key ${direction}, w.id ${direction} LIMIT ${search.limit + 1}`;
  return { text: inFull(page, direction), values };
}

/** The same page from all tasks that match, by whatever indexes the planner thinks best for these very values. */
function gatherStatement(actor: Actor, search: TaskSearch, today: Day): Statement {
  const values: unknown[] = [today];
  const { key, direction } = sorts[search.sort];
  const conditions = [...taskConditions(actor, search, values), ...after(search, key, 't.id', values)];
  const found = `SELECT ${key} AS key, t.id FROM task t WHERE ${conditions.join(' AND ')}`;
  // The walk in the order of code or title has just failed: OFFSET 0 keeps the planner from trying it again.
  const page = `SELECT key, id FROM (${found} ${isByDue(search) ? '' : 'OFFSET 0'}) f
    ORDER BY key ${direction}, id ${direction} LIMIT ${search.limit + 1}`;
  return { text: inFull(page, direction), values };
}

/** The rows of a page of (key, id), with all that a list shows. */
function inFull(page: string, direction: string): string {
  return `SELECT ${itemColumns('$1')}, k.key::text AS "sortKey" FROM (${page}) k JOIN task t ON t.id = k.id ${itemJoins}
    ORDER BY k.key ${direction}, k.id ${direction}`;
}

/** True where there are more candidates than a walk takes. */
async function goesOn(reader: DataSource, actor: Actor, search: TaskSearch, today: Day): Promise<boolean> {
  const values: unknown[] = [];
  const text = `SELECT 1 FROM (${candidates(actor, search, today, values)} OFFSET ${CANDIDATES} LIMIT 1) w`;
  return (await prepared(reader, text, values)).length > 0;
}

function isByDue({ sort }: TaskSearch): boolean {
  return sort === 'due' || sort === '-due';
}

/** (key, id) after the cursor in the order of the list: of the tasks in scope by due date, of all tasks otherwise. */
function candidates(actor: Actor, search: TaskSearch, today: Day, values: unknown[]): string {
  const { key, direction } = sorts[search.sort];
  const order = `ORDER BY key ${direction}, id ${direction}`;
  if (!isByDue(search)) {
    // A plan's codes have an index of their own.
    const ofPlan = search.sort === 'code' ? given(search.planId, values, 't.plan_id =') : [];
    const conditions = [...ofPlan, ...after(search, key, 't.id', values)];
    return `SELECT ${key} AS key, t.id FROM task t ${where(conditions)} ${order}`;
  }
  const bounds = [
    ...given(search.dueFrom, values, 's.due_key >='),
    ...given(search.dueTo, values, 's.due_key <='),
    ...after(search, 's.due_key', 's.task_id', values),
    // What is in term begins today, among the few that are open.
    ...(search.cell === 'inTerm' ? given(today, values, 's.due_key >=') : []),
    ...(search.cell === 'overdue' ? given(today, values, 's.due_key <') : []),
  ];
  const branches = scopeUnits(actor, search, values).map(
    (unit) =>
      `SELECT s.due_key AS key, s.task_id AS id FROM task_scope s ${where([`s.unit_id = ${unit}`, ...bounds])} ${order}`,
  );
  if (branches.length === 1) return branches[0];
  const heads = branches.map((branch) => `(${branch} LIMIT ${CANDIDATES + 1})`);
  return `SELECT key, id FROM (${heads.join(' UNION ')}) b ${order}`;
}

/** The units in whose subtrees to look, as SQL: the actor's, or for a narrower list the lower of the two. */
function scopeUnits(actor: Actor, { within, leadUnitId }: TaskSearch, values: unknown[]): string[] {
  const units = unitsWhere(actor, 'task.read');
  const narrow = within ?? leadUnitId;
  if (narrow === undefined) return units.map((unit) => `$${values.push(unit)}`);
  if (units.includes(narrow)) return [`$${values.push(narrow)}`];
  const n = values.push(narrow);
  return units.map((unit) => {
    const u = values.push(unit);
    return `(SELECT a.unit_id FROM unit_ancestor a WHERE (a.unit_id = $${n} AND a.ancestor_id = $${u}) OR (a.unit_id = $${u} AND a.ancestor_id = $${n}))`;
  });
}

function after(search: TaskSearch, key: string, id: string, values: unknown[]): string[] {
  if (!search.cursor) return [];
  const [sortKey, taskId] = decodeCursor(search.cursor, 2);
  const { type, direction } = sorts[search.sort];
  const [k, i] = [values.push(sortKey), values.push(taskId)];
  return [`(${key}, ${id}) ${direction === 'ASC' ? '>' : '<'} ($${k}::${type}, $${i}::uuid)`];
}

function given(value: unknown, values: unknown[], condition: string): string[] {
  return value === undefined ? [] : [`${condition} $${values.push(value)}`];
}

function where(conditions: string[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
}
