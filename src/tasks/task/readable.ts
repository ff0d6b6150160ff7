import type { Actor } from '../../platform/access/actor';
import { withinScope } from '../../platform/access/scope';

/**
 * The gate of every read of a task `t`: led by a unit in the actor's scope, and, while it is a draft, only for those
 * who assign there; nobody else is told of a draft.
 */
export function readable(actor: Actor, parameters: unknown[]): string {
  const inScope = withinScope(actor, 'task.read', 't.lead_unit_id', parameters);
  return `(${inScope} AND (t.state <> 'draft' OR ${withinScope(actor, 'task.assign', 't.lead_unit_id', parameters)}))`;
}
