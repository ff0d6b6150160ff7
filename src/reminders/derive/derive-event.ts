import type { EntityManager } from 'typeorm';
import { personalKinds, type RuleKind } from '../reminder';
import { recipientsOfEvent } from './recipients-of-event';

export interface TaskEvent {
  kind: Exclude<RuleKind, 'deadline'>;
  taskId: string;
  /** The task's version after the act: the number of this telling. */
  version: number;
  /** The extension, direction or comment it is about, else the task. */
  subjectId: string;
}

/**
 * Inserts the reminders of something that just happened, due at once. An event handed over twice finds its rows
 * already there. `now` is a worker's clock: one that runs ahead must not delay the telling, hence the earlier of both.
 */
export async function deriveEvent(manager: EntityManager, event: TaskEvent, now: Date): Promise<void> {
  await manager.query(
    `INSERT INTO reminder (id, task_id, rule_id, revision, recipient_id, subject_id, fire_on, fire_at, created_at)
     SELECT uuid_v7(), t.id, rule.id, $2, c.user_id, $3, local_day(least($4, now())), least($4, now()), now()
       FROM task t
       JOIN plan p ON p.id = t.plan_id
      CROSS JOIN LATERAL (${recipientsOfEvent('$3')}) AS c
       JOIN LATERAL rules_of(t.plan_id, t.priority) AS rule ON rule.recipient = c.kind AND rule.kind = $5 AND rule.active
      WHERE t.id = $1 AND ($6 OR (t.state NOT IN ('draft', 'accepted', 'cancelled') AND p.closed_on IS NULL))
     ON CONFLICT (task_id, rule_id, revision, recipient_id, subject_id) DO NOTHING`,
    [event.taskId, event.version, event.subjectId, now, event.kind, personalKinds.includes(event.kind)],
  );
}
