import type { EntityManager } from 'typeorm';
import { recipientsOfEvent } from '../derive/recipients-of-event';
import { personalKinds } from '../reminder';
import type { Void } from './decide';

/** Marks what is not told any more. The word of a person is not lost with its first recipient: who stands in his place by now is told. */
export async function setAside(manager: EntityManager, voids: readonly Void[], moment: Date): Promise<void> {
  if (voids.length === 0) return;
  await manager.query(
    `UPDATE reminder r SET void_at = now(), void_reason = v.reason FROM unnest($1::uuid[], $2::text[]) AS v (id, reason) WHERE r.id = v.id`,
    [voids.map(({ facts }) => facts.id), voids.map(({ reason }) => reason)],
  );
  const passedOn = voids
    .filter(({ facts, reason }) => reason === 'recipient_changed' && personalKinds.includes(facts.kind))
    .map(({ facts }) => facts.id);
  if (passedOn.length > 0) await manager.query(handOn, [passedOn, moment]);
}

/** Due at once, and by the earlier of both clocks: one that runs ahead must not delay the telling. */
const handOn = `
INSERT INTO reminder (id, task_id, rule_id, revision, recipient_id, subject_id, fire_on, fire_at, created_at)
SELECT DISTINCT ON (r.task_id, r.rule_id, r.revision, c.user_id, r.subject_id)
       uuid_v7(), r.task_id, r.rule_id, r.revision, c.user_id, r.subject_id, local_day(least($2, now())), least($2, now()), now()
  FROM reminder r
  JOIN task t ON t.id = r.task_id
  JOIN LATERAL (SELECT * FROM rules_of(t.plan_id, t.priority) AS of_task WHERE of_task.id = r.rule_id) AS rule ON rule.active
 CROSS JOIN LATERAL (${recipientsOfEvent('r.subject_id')}) AS c
 WHERE r.id = ANY($1::uuid[]) AND c.kind = rule.recipient
 ORDER BY r.task_id, r.rule_id, r.revision, c.user_id, r.subject_id
ON CONFLICT (task_id, rule_id, revision, recipient_id, subject_id) DO NOTHING`;
