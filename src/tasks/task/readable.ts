import { unitsWhere, type Actor } from '../../platform/access/actor';
import { withinScope } from '../../platform/access/scope';

/**
 * The gate of every read of a task `t`: led by a unit in the actor's scope, and, while it is a draft, only for those
 * who assign there; nobody else is told of a draft.
 */
export function readable(actor: Actor, parameters: unknown[], t = 't'): string {
  const inScope = withinScope(actor, 'task.read', `${t}.lead_unit_id`, parameters);
  return `(${inScope} AND ${draftsOnlyWhereAssigning(actor, parameters, t)})`;
}

/**
 * A draft's past stays with those who assign: true for them, and for everybody of what did not come before the assignment
 * `a` of task $1; `later` says so of an entry or a comment.
 */
export function notOfDraft(actor: Actor, parameters: unknown[], later: string): string {
  return `(EXISTS (SELECT 1 FROM task t WHERE t.id = $1 AND ${withinScope(actor, 'task.assign', 't.lead_unit_id', parameters)})
    OR NOT EXISTS (SELECT 1 FROM journal_entry a WHERE a.subject_type = 'task' AND a.subject_id = $1 AND a.act = 'task.assigned' AND ${later}))`;
}

/**
 * The half of the gate that is left where the rows come from `task_scope` by the actor's units. Most people assign
 * nowhere, or wherever they read: they are spared a condition that the planner takes for a dear one.
 */
export function draftsOnlyWhereAssigning(actor: Actor, parameters: unknown[], t = 't'): string {
  const assigning = unitsWhere(actor, 'task.assign');
  if (assigning.length === 0) return `${t}.state <> 'draft'`;
  if (unitsWhere(actor, 'task.read').every((unit) => assigning.includes(unit))) return 'true';
  return `(${t}.state <> 'draft' OR EXISTS (SELECT 1 FROM unit_ancestor a
    WHERE a.unit_id = ${t}.lead_unit_id AND a.ancestor_id = ANY($${parameters.push(assigning)}::uuid[])))`;
}
