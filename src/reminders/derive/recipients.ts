import type { RuleKind } from '../reminder';

/** Who is told of a task: five by what they are to it, the others because an event names them (recipients-of-event.ts). */
export const recipientKinds = [
  'responsible',
  'head',
  'committee',
  'leader',
  'assigner',
  'addressee',
  'giver',
  'mentioned',
] as const;
export type RecipientKind = (typeof recipientKinds)[number];

const ofTask: readonly RecipientKind[] = ['responsible', 'head', 'committee', 'leader', 'assigner'];

/** Whom a rule of a kind may tell: only an event that names a person can have that person told, a mention nobody else. */
export function recipientsFor(kind: RuleKind): readonly RecipientKind[] {
  if (kind === 'mentioned') return ['mentioned'];
  if (kind === 'direction_given') return [...ofTask, 'addressee'];
  return kind === 'direction_answered' ? [...ofTask, 'giver'] : ofTask;
}

/** The person row `u` handed the part `t` down, and it is his own submission or request that waits: he may not decide on it. */
const asksHimself = `(t.handed_down AND (EXISTS (SELECT 1 FROM submission s WHERE s.task_id = t.id AND s.decided_at IS NULL AND s.by_user_id = u.id)
       OR EXISTS (SELECT 1 FROM extension x WHERE x.task_id = t.id AND x.decided_at IS NULL AND x.by_user_id = u.id)))`;

/**
 * The people of a task as an SQL query of `kind` and `user_id`, to stand in a LATERAL join or a subquery beside a row `t`
 * (id, handed_down, lead_unit_id, responsible_id, assigned_by): some index look-ups for each task, whatever the planner guesses.
 * Only active people; where nobody fits, the next in line does: no active responsible → the officers of the lead unit;
 * no head → the officers; assigner gone, or the one who asks → the committee.
 */
export const recipientsOfTask = `
  WITH named AS (
    SELECT 'responsible' AS kind, u.id AS user_id FROM app_user u WHERE u.id = t.responsible_id AND u.active
    UNION ALL
    SELECT 'head', u.id FROM app_user u WHERE u.unit_id = t.lead_unit_id AND u.is_head AND u.active
    UNION ALL
    SELECT 'assigner', u.id FROM app_user u WHERE u.id = t.assigned_by AND u.active AND NOT ${asksHimself}
  ),
  holder AS (
    SELECT g.role, g.user_id
      FROM unit_ancestor a
      JOIN role_grant g ON g.unit_id = a.ancestor_id
      JOIN app_user u ON u.id = g.user_id AND u.active
     WHERE a.unit_id = t.lead_unit_id AND (g.role IN ('committee', 'leader') OR (g.role = 'officer' AND a.depth = 0))
  )
  SELECT kind, user_id FROM named
  UNION
  SELECT role, user_id FROM holder WHERE role <> 'officer'
  UNION
  SELECT next.kind, h.user_id
    FROM holder h
    JOIN (VALUES ('officer', 'responsible'), ('officer', 'head'), ('committee', 'assigner')) AS next (role, kind) ON next.role = h.role
   WHERE next.kind NOT IN (SELECT kind FROM named)`;
