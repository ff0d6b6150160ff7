import type { Actor } from './actor';
import { unitsWhere } from './actor';
import type { Permission } from './roles';

/**
 * The gate as SQL: true where `unitColumn` lies in the subtree of a unit in which the actor holds `permission`.
 * `parameters` is the statement's list; the actor's units are appended to it.
 */
export function withinScope(
  actor: Actor,
  permission: Permission,
  unitColumn: string,
  parameters: unknown[],
): string {
  parameters.push(unitsWhere(actor, permission));
  return within(unitColumn, `$${parameters.length}::uuid[]`);
}

/** True where `unitColumn` is one of `ancestors` (an SQL uuid[] expression) or lies below one of them. */
export function within(unitColumn: string, ancestors: string): string {
  return `${unitColumn} IN (SELECT a.unit_id FROM unit_ancestor a WHERE a.ancestor_id = ANY(${ancestors}))`;
}
