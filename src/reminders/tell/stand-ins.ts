import type { EntityManager } from 'typeorm';
import type { Day } from '../../platform/clock/day';
import { waiting } from '../reminder';
import { deputyChain, standsIn } from './deputy-chain';
import { stillRecipient } from './is-recipient';
import { personColumns, personJoins, type Person } from './person';

/** Who is told instead of an absent person. */
export interface StandIn {
  reminderId: string;
  person: Person;
  /** He hears, or has heard, of the same event himself or for somebody else: he is not told a second time. */
  hearsAnyway: boolean;
}

/**
 * The deputies who are told instead of the recipients of these reminders: the first in the chain of deputies, of three at
 * most, who is not away himself. He must be active and may read the task; else there is nobody, and the absent person is told.
 * Who stands in a circle is away, so a circle gives nobody. The caller holds the tasks: no other lane tells of them meanwhile.
 */
export function standInsOf(manager: EntityManager, reminderIds: string[], today: Day): Promise<StandIn[]> {
  return manager.query(statement, [reminderIds, today]);
}

const sameEvent = (other: string) =>
  `${other}.task_id = mine.task_id AND ${other}.rule_id = mine.rule_id AND ${other}.revision = mine.revision AND ${other}.subject_id = mine.subject_id`;

const statement = `
WITH RECURSIVE ${deputyChain(
  `SELECT r.id AS asked, r.task_id, r.recipient_id AS person, $2::date AS day FROM reminder r WHERE r.id = ANY($1::uuid[])`,
)}
SELECT mine.id AS "reminderId", ${personColumns('$2::date')} AS person,
       (EXISTS (SELECT 1 FROM reminder r WHERE ${sameEvent('r')} AND r.recipient_id = me.id AND ${waiting} AND ${stillRecipient})
        OR EXISTS (SELECT 1 FROM reminder r JOIN notification n ON n.reminder_id = r.id
                    WHERE ${sameEvent('r')} AND r.told_at IS NOT NULL AND n.recipient_id = me.id)) AS "hearsAnyway"
  FROM chain c
  JOIN reminder mine ON mine.id = c.asked
  JOIN task t ON t.id = mine.task_id
  JOIN LATERAL (SELECT * FROM rules_of(t.plan_id, t.priority) AS of_task WHERE of_task.id = mine.rule_id) AS rule ON true
  ${personJoins('c.person')}
 WHERE ${standsIn}`;
