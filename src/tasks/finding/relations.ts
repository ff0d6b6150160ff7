import type { Actor } from '../../platform/access/actor';
import { within, withinScope } from '../../platform/access/scope';
import { isOpen } from '../task/task-sql';

/** How a task stands to the person who asks. */
export const relations = ['mine', 'my_unit', 'assigned_by_me', 'waiting_for_me'] as const;
export type Relation = (typeof relations)[number];

/**
 * True where task `t` stands to the actor in this way. It narrows and never widens: the statement has the gate
 * `readable` besides. `parameters` is the statement's list. The condition leads to the tasks; with `ofEach` it is
 * one that is asked of very many tasks.
 */
export function relatedSql(actor: Actor, relation: Relation, parameters: unknown[], ofEach = false): string {
  const me = () => `$${parameters.push(actor.userId)}::uuid`;
  switch (relation) {
    case 'mine':
      return `t.responsible_id = ${me()}`;
    case 'my_unit':
      return within('t.lead_unit_id', `ARRAY[$${parameters.push(actor.unitId)}::uuid]`);
    case 'assigned_by_me':
      return `t.assigned_by = ${me()}`;
    case 'waiting_for_me':
      return ofEach
        ? `t.id IN (${waitingSql(actor, parameters, me())})`
        : `t.id = ANY (ARRAY(${waitingSql(actor, parameters, me())}))`;
  }
}

/**
 * What cannot go on until this very person acts (decision 0025):
 * - a submission that he may accept or return, an extension request of an open task that he may decide: by task.decide
 *   over the lead unit, or because the part was handed down where he hands down, unless he sent it himself;
 * - a task he is the responsible individual of, assigned and not begun, or returned;
 * - a direction addressed to him and not answered, which can be answered in any state of its task.
 * The ids of all of it: each part has an index of its own, and `OR` would use none. Requests are few and open tasks
 * many: OFFSET 0 keeps the planner from beginning with the tasks.
 */
function waitingSql(actor: Actor, parameters: unknown[], me: string): string {
  const decides = withinScope(actor, 'task.decide', 's.lead_unit_id', parameters);
  const handsDown = withinScope(actor, 'task.hand_down', 'up.lead_unit_id', parameters);
  const mayDecide = (own: string) =>
    `(${decides} OR (s.handed_down AND NOT ${own} AND EXISTS (SELECT 1 FROM task up WHERE up.id = s.parent_id AND ${handsDown})))`;
  const submittedIt = `EXISTS (SELECT 1 FROM submission w WHERE w.task_id = s.id AND w.decided_at IS NULL AND w.by_user_id = ${me})`;
  return `
    SELECT s.id FROM task s WHERE s.state = 'submitted' AND ${mayDecide(submittedIt)}
    UNION ALL
    SELECT s.id FROM (SELECT t.id, t.state, t.lead_unit_id, t.handed_down, t.parent_id, x.by_user_id
                        FROM extension x CROSS JOIN LATERAL (SELECT * FROM task WHERE task.id = x.task_id OFFSET 0) t
                       WHERE x.decided_at IS NULL OFFSET 0) s
     WHERE ${isOpen('s')} AND ${mayDecide(`coalesce(s.by_user_id = ${me}, false)`)}
    UNION ALL
    SELECT s.id FROM task s WHERE s.responsible_id = ${me} AND s.state IN ('assigned', 'returned')
    UNION ALL
    SELECT d.task_id FROM direction d WHERE d.addressee_id = ${me} AND d.answered_at IS NULL`;
}
