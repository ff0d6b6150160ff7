import { grants, roles, type Permission } from '../../platform/access/roles';

/**
 * The gate of readable.ts seen from the task: true where the person (an SQL expression of the id) may read the task `t`.
 * A test walks people and tasks and finds both gates equal. Whether the person is active is for the caller to ask.
 */
export function readableBy(person: string): string {
  return `EXISTS (SELECT 1 FROM role_grant rg JOIN unit_ancestor ra ON ra.ancestor_id = rg.unit_id
    WHERE rg.user_id = ${person} AND ra.unit_id = t.lead_unit_id AND ${sees('rg.role')})`;
}

/** The ids of all who may read the task `t`, active or not. */
export const readersOfTask = `
  SELECT rg.user_id AS id FROM unit_ancestor ra JOIN role_grant rg ON rg.unit_id = ra.ancestor_id
   WHERE ra.unit_id = t.lead_unit_id AND ${sees('rg.role')}`;

/** Drafts are for those who assign. */
function sees(role: string): string {
  return `${role} IN (${rolesFor('task.read')}) AND (t.state <> 'draft' OR ${role} IN (${rolesFor('task.assign')}))`;
}

function rolesFor(permission: Permission): string {
  return roles
    .filter((role) => grants(role, permission))
    .map((role) => `'${role}'`)
    .join(', ');
}
