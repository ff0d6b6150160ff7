import { asksHimself, oneTask, overseersOf } from '../derive/recipients';
import { recipientsOfEvent } from '../derive/recipients-of-event';

const holds = (role: string, here = '') => `EXISTS (
    SELECT 1 FROM unit_ancestor a JOIN role_grant g ON g.unit_id = a.ancestor_id
     WHERE a.unit_id = t.lead_unit_id AND g.user_id = me.id AND g.role = ${role} ${here})`;
const isOfficer = holds(`'officer'`, 'AND a.depth = 0');
const assigner = `EXISTS (SELECT 1 FROM app_user u WHERE u.id = t.assigned_by AND u.active AND NOT ${asksHimself}`;

/** SQL: the person `me` is of the kind `kind` to the task `t`. What recipientsOf answers, asked from the person's end: some index look-ups, not all people of a unit. */
export function isRecipient(kind: string): string {
  return `(me.active AND CASE ${kind}
  WHEN 'responsible' THEN t.responsible_id = me.id
    OR (NOT EXISTS (SELECT 1 FROM app_user u WHERE u.id = t.responsible_id AND u.active) AND ${isOfficer})
  WHEN 'head' THEN (me.is_head AND me.unit_id = t.lead_unit_id)
    OR (NOT EXISTS (SELECT 1 FROM app_user u WHERE u.unit_id = t.lead_unit_id AND u.is_head AND u.active) AND ${isOfficer})
  WHEN 'assigner' THEN ${assigner} AND u.id = me.id) OR (NOT ${assigner}) AND ${holds(`'committee'`)})
  WHEN 'committee' THEN ${holds(`'committee'`)}
  WHEN 'leader' THEN ${holds(`'leader'`)}
  ELSE false END)`;
}

/** SQL: the recipient `me` of the reminder `r` is, today, still who the rule in force `rule` means of the task `t`. */
export const stillRecipient = `CASE
  WHEN rule.recipient IN ('addressee', 'giver', 'mentioned')
    THEN EXISTS (SELECT 1 FROM (${recipientsOfEvent('r.subject_id')}) AS c WHERE c.user_id = me.id AND c.kind = rule.recipient)
  WHEN rule.kind <> 'no_progress' THEN ${isRecipient('rule.recipient')}
  ELSE (me.id IS DISTINCT FROM t.responsible_id AND ${isRecipient('rule.recipient')})
    OR EXISTS (SELECT 1 FROM (${overseersOf(oneTask)}) AS c WHERE c.user_id = me.id AND c.kind = 'over_' || rule.recipient) END`;
