import { roles } from '../../platform/access/roles';

/** An auditor changes nothing, so he neither acts for others nor is told of anything to do. */
const acting = roles
  .filter((role) => role !== 'auditor')
  .map((role) => `'${role}'`)
  .join(', ');

/**
 * SQL: true where `deputy` may stand in for `person` (expressions of their ids): he is active and holds a role, other than the
 * auditor's, over the person's own unit and over every unit where the person holds one. So whatever the person is told of, the
 * deputy may read too (decision 0032).
 */
export function mayStandIn(deputy: string, person: string): string {
  return `(EXISTS (SELECT 1 FROM app_user d WHERE d.id = ${deputy} AND d.active) AND NOT EXISTS (
    SELECT 1 FROM (
      SELECT own.unit_id FROM app_user own WHERE own.id = ${person}
      UNION
      SELECT held.unit_id FROM role_grant held WHERE held.user_id = ${person} AND held.role IN (${acting})) AS needed
     WHERE NOT EXISTS (
      SELECT 1 FROM unit_ancestor up JOIN role_grant over ON over.unit_id = up.ancestor_id
       WHERE up.unit_id = needed.unit_id AND over.user_id = ${deputy} AND over.role IN (${acting}))))`;
}
