import type { Change } from '../../platform/change/change';
import type { Day } from '../../platform/clock/day';
import { readable } from '../task/readable';
import { countTasks, taskConditions } from '../task/task.queries';
import type { TaskFilter } from '../task/task.requests';
import { bulkProblem } from './bulk.problems';
import { MOST_TASKS } from './bulk.requests';

/** A task that the actor can find, locked until the change ends. */
export interface LockedTask {
  id: string;
  code: string;
}

/**
 * Those of the tasks that are in scope. All requests lock in the order of ids, so that none waits for another in a
 * circle; `parts` locks what was handed down from them in the same sweep, for an act that reaches it.
 */
export async function lockTasks(change: Change, ids: string[], parts: boolean): Promise<LockedTask[]> {
  const parameters: unknown[] = [ids];
  const conditions = [`t.id = ANY($1::uuid[])`, readable(change.caller.actor, parameters)];
  if (parts) await lockParts(change, ids);
  return lockWhere(change, conditions, parameters);
}

/** What the filter matches now; what ceases to match before it is locked is left out. */
export async function lockMatching(
  change: Change,
  filter: TaskFilter,
  parts: boolean,
): Promise<LockedTask[]> {
  const { manager, today, caller } = change;
  const parameters: unknown[] = [today];
  const conditions = [`$1::date IS NOT NULL`, ...taskConditions(caller.actor, filter, parameters)];
  const matching: { id: string }[] = await manager.query(
    `SELECT t.id FROM task t WHERE ${conditions.join(' AND ')} LIMIT ${MOST_TASKS + 1}`,
    parameters,
  );
  if (matching.length > MOST_TASKS) {
    const count = await countTasks(manager, caller.actor, filter, today);
    throw bulkProblem('bulk.too_many', { count, most: MOST_TASKS });
  }
  const ids = matching.map(({ id }) => id);
  if (parts) await lockParts(change, ids);
  parameters.push(ids);
  return lockWhere(change, [`t.id = ANY($${parameters.length}::uuid[])`, ...conditions], parameters);
}

async function lockParts(change: Change, ids: string[]): Promise<void> {
  const parameters: unknown[] = [ids];
  await change.manager.query(
    `WITH RECURSIVE family AS (
       SELECT t.id FROM task t WHERE t.id = ANY($1::uuid[]) AND ${readable(change.caller.actor, parameters)}
       UNION SELECT part.id FROM family f JOIN task part ON part.parent_id = f.id AND part.handed_down)
     SELECT 1 FROM task t WHERE t.id IN (SELECT id FROM family) ORDER BY t.id FOR UPDATE OF t`,
    parameters,
  );
}

/** The request that waits for a decision, if there is one. */
export async function waitingExtension(change: Change, taskId: string) {
  const [extension]: { id: string; requestedDueDate: Day }[] = await change.manager.query(
    'SELECT id, requested_due_date AS "requestedDueDate" FROM extension WHERE task_id = $1 AND decided_at IS NULL',
    [taskId],
  );
  return extension;
}

function lockWhere(change: Change, conditions: string[], parameters: unknown[]): Promise<LockedTask[]> {
  return change.manager.query(
    `SELECT t.id, t.code FROM task t WHERE ${conditions.join(' AND ')} ORDER BY t.id FOR UPDATE OF t`,
    parameters,
  );
}
