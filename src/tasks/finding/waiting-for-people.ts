import { grants, roles, type Permission } from '../../platform/access/roles';
import { isOpen } from '../task/task-sql';

/** What of a task waits for a person: a submission or an extension request to decide on, a direction to answer. */
export type Awaited = 'acceptance' | 'extension' | 'direction';

/**
 * What others have laid before people, for many people at once: the rule of relations.ts seen from the requests. `people` is
 * an SQL query of ids. As an SQL query of person_id, task_id and why (Awaited); whether a person may read the task is for
 * the caller to ask. Of the person's own tasks, not begun or returned, nothing: those wait for nobody else.
 */
export function waitingForPeople(people: string): string {
  return `
  WITH asked AS MATERIALIZED (${people}),
  request AS MATERIALIZED (
    SELECT s.id AS task_id, s.lead_unit_id, s.handed_down, s.parent_id, w.by_user_id, 'acceptance' AS why
      FROM task s LEFT JOIN submission w ON w.task_id = s.id AND w.decided_at IS NULL
     WHERE s.state = 'submitted'
    UNION ALL
    SELECT s.id, s.lead_unit_id, s.handed_down, s.parent_id, x.by_user_id, 'extension'
      FROM extension x JOIN task s ON s.id = x.task_id AND ${isOpen('s')}
     WHERE x.decided_at IS NULL
  ),
  hands_down AS MATERIALIZED (
    SELECT g.user_id, g.unit_id FROM role_grant g WHERE g.user_id IN (TABLE asked) AND g.role IN (${rolesFor('task.hand_down')})
    UNION
    SELECT u.id, u.unit_id FROM app_user u
     WHERE u.id IN (TABLE asked) AND u.is_head AND EXISTS (
       SELECT 1 FROM role_grant g JOIN unit_ancestor a ON a.ancestor_id = g.unit_id AND a.unit_id = u.unit_id
        WHERE g.user_id = u.id AND g.role <> 'auditor')
  )
  SELECT g.user_id AS person_id, q.task_id, q.why
    FROM request q
    JOIN unit_ancestor a ON a.unit_id = q.lead_unit_id
    JOIN role_grant g ON g.unit_id = a.ancestor_id AND g.role IN (${rolesFor('task.decide')}) AND g.user_id IN (TABLE asked)
  UNION
  SELECT h.user_id, q.task_id, q.why
    FROM request q
    JOIN task up ON up.id = q.parent_id
    JOIN unit_ancestor a ON a.unit_id = up.lead_unit_id
    JOIN hands_down h ON h.unit_id = a.ancestor_id
   WHERE q.handed_down AND h.user_id IS DISTINCT FROM q.by_user_id
  UNION
  SELECT d.addressee_id, d.task_id, 'direction'
    FROM direction d WHERE d.addressee_id IN (TABLE asked) AND d.answered_at IS NULL`;
}

function rolesFor(permission: Permission): string {
  return roles
    .filter((role) => grants(role, permission))
    .map((role) => `'${role}'`)
    .join(', ');
}
