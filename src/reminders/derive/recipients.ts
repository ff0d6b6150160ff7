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
  if (kind === 'no_progress') return ['head', 'committee', 'leader', 'assigner'];
  if (kind === 'acceptance_waits' || kind === 'decision_waits') return ['assigner', 'committee', 'leader'];
  if (kind === 'direction_given') return [...ofTask, 'addressee'];
  return kind === 'direction_answered' ? [...ofTask, 'giver'] : ofTask;
}

/** The person row `u` handed the part `t` down, and it is his own submission or request that waits: he may not decide on it. */
export const asksHimself = `(t.handed_down AND (EXISTS (SELECT 1 FROM submission s WHERE s.task_id = t.id AND s.decided_at IS NULL AND s.by_user_id = u.id)
       OR EXISTS (SELECT 1 FROM extension x WHERE x.task_id = t.id AND x.decided_at IS NULL AND x.by_user_id = u.id)))`;

/**
 * The people of tasks, as an SQL query of task_id, kind and user_id. `tasks` is a FROM item called `t` (id, handed_down,
 * lead_unit_id, responsible_id, assigned_by). A unit is looked up once, however many of the tasks it leads. Only active
 * people; where nobody fits, the next in line does: no active responsible → the officers of the lead unit; no head → the
 * officers; assigner gone, or the one who asks → the committee. `wanted` is an SQL list of the kinds that are needed.
 */
export function recipientsOf(tasks: string, wanted?: string): string {
  const needed = (kind: string) => (wanted ? `AND ${kind} IN (${wanted})` : '');
  return `
  WITH of_tasks AS MATERIALIZED (SELECT id, handed_down, lead_unit_id, responsible_id, assigned_by FROM ${tasks}),
  lead AS MATERIALIZED (SELECT DISTINCT lead_unit_id AS unit_id FROM of_tasks),
  holder AS MATERIALIZED (
    SELECT lead.unit_id, g.role AS kind, g.user_id
      FROM lead
      JOIN unit_ancestor a ON a.unit_id = lead.unit_id
      JOIN role_grant g ON g.unit_id = a.ancestor_id
      JOIN app_user u ON u.id = g.user_id AND u.active
     WHERE (g.role = 'officer' AND a.depth = 0) OR (g.role = 'leader' ${needed(`'leader'`)})
        OR (g.role = 'committee' ${wanted ? `AND ('committee' IN (${wanted}) OR 'assigner' IN (${wanted}))` : ''})
    UNION
    SELECT lead.unit_id, 'head', u.id FROM lead JOIN app_user u ON u.unit_id = lead.unit_id AND u.is_head AND u.active
  ),
  named AS MATERIALIZED (
    SELECT t.id AS task_id, 'responsible' AS kind, u.id AS user_id FROM of_tasks t JOIN app_user u ON u.id = t.responsible_id AND u.active
    UNION ALL
    SELECT t.id, 'assigner', u.id FROM of_tasks t JOIN app_user u ON u.id = t.assigned_by AND u.active AND NOT ${asksHimself}
  )
  SELECT task_id, kind, user_id FROM named WHERE true ${needed('kind')}
  UNION ALL
  SELECT t.id, h.kind, h.user_id FROM of_tasks t JOIN holder h ON h.unit_id = t.lead_unit_id AND h.kind <> 'officer' ${needed('h.kind')}
  UNION ALL
  SELECT t.id, 'head', o.user_id
    FROM of_tasks t
    JOIN holder o ON o.unit_id = t.lead_unit_id AND o.kind = 'officer'
   WHERE NOT EXISTS (SELECT 1 FROM holder h WHERE h.unit_id = o.unit_id AND h.kind = 'head') ${needed(`'head'`)}
  UNION ALL
  SELECT t.id, next.kind, h.user_id
    FROM of_tasks t
    JOIN holder h ON h.unit_id = t.lead_unit_id
    JOIN (VALUES ('officer', 'responsible'), ('committee', 'assigner')) AS next (role, kind) ON next.role = h.kind ${needed('next.kind')}
   WHERE NOT EXISTS (SELECT 1 FROM named n WHERE n.task_id = t.id AND n.kind = next.kind)`;
}

/** The row `t` of a query outside, as a FROM item for the queries of this file inside it. */
export const oneTask = `(SELECT t.id, t.handed_down, t.lead_unit_id, t.responsible_id, t.assigned_by) AS t`;

/** The people of one task `t`, as an SQL query of `kind` and `user_id` to stand in a LATERAL join or a subquery beside it. */
export const recipientsOfTask = `SELECT kind, user_id FROM (${recipientsOf(oneTask)}) AS people`;

/**
 * Who is told of a task's silence, as an SQL query like recipientsOf: of each kind those who are not the responsible
 * individual himself. Where that leaves nobody, who stands above: head → committee → leader, assigner → committee.
 * The kinds are called `over_head` and so on, so that both queries can be asked together.
 */
export function overseersOf(tasks: string): string {
  return `
  SELECT over.task_id, 'over_' || over.kind AS kind, over.user_id
    FROM (SELECT p.task_id, line.kind, p.user_id, line.place, min(line.place) OVER (PARTITION BY p.task_id, line.kind) AS first
            FROM (${recipientsOf(tasks)}) AS p
            JOIN ${tasks} ON t.id = p.task_id
            JOIN (VALUES ('head', 'head', 1), ('head', 'committee', 2), ('head', 'leader', 3), ('committee', 'committee', 1), ('committee', 'leader', 2),
                         ('leader', 'leader', 1), ('assigner', 'assigner', 1), ('assigner', 'committee', 2), ('assigner', 'leader', 3)) AS line (kind, told, place)
              ON line.told = p.kind
           WHERE p.user_id IS DISTINCT FROM t.responsible_id) AS over
   WHERE over.place = over.first`;
}
