import type { EntityManager } from 'typeorm';
import type { Day } from '../../platform/clock/day';
import type { Locale } from '../../platform/errors/problem';
import { recipientsOfEvent } from '../derive/recipients-of-event';
import { waiting, type RuleKind } from '../reminder';

/** A reminder and the world it speaks of, read while both are held. */
export interface Facts {
  id: string;
  taskId: string;
  /** The extension, direction or comment it is about, else the task. */
  subjectId: string;
  revision: number;
  recipientId: string;
  email: string | null;
  locale: Locale;
  kind: RuleKind;
  ruleActive: boolean;
  /** The recipient is, today, still who the rule means. */
  recipientRight: boolean;
  /** The same person is owed a later word about the same thing. */
  superseded: boolean;
  state: string;
  planClosed: boolean;
  dueDate: Day | null;
  deadlineRevision: number;
  code: string;
  titleVi: string;
  titleEn: string | null;
  unitVi: string;
  unitEn: string;
  responsible: string | null;
  extension: {
    decided: boolean;
    approved: boolean | null;
    requestedDueDate: Day;
    newDueDate: Day | null;
    reason: string;
    decisionReason: string | null;
  } | null;
  direction: {
    by: string | null;
    text: string;
    answerBy: Day | null;
    documentNumber: string | null;
    documentDate: Day | null;
    answer: string | null;
    answeredBy: string | null;
  } | null;
  comment: { by: string | null; text: string } | null;
}

/**
 * Takes a reminder that is due and free, by the database's clock unless `asOf` is given, and holds it and its task until
 * the transaction ends. Null when it is not due, already told, or in another worker's hands.
 */
export async function holdDueReminder(
  manager: EntityManager,
  id: string,
  asOf: string | null,
): Promise<Facts | null> {
  const [held]: { taskId: string }[] = await manager.query(
    `SELECT r.task_id AS "taskId" FROM reminder r
      WHERE r.id = $1 AND ${waiting} AND r.fire_at <= coalesce($2::timestamptz, now()) FOR UPDATE SKIP LOCKED`,
    [id, asOf],
  );
  if (!held) return null;
  await manager.query('SELECT 1 FROM task WHERE id = $1 FOR SHARE', [held.taskId]);
  // A statement of its own: its view of the world begins after the locks.
  const [facts]: Facts[] = await manager.query(
    `SELECT r.id, r.task_id AS "taskId", r.subject_id AS "subjectId", r.revision, r.recipient_id AS "recipientId", me.email, me.locale,
            rule.kind, rule.active AS "ruleActive",
            EXISTS (SELECT 1 FROM (${recipientsOfEvent('r.subject_id')}) AS c WHERE c.user_id = r.recipient_id AND c.kind = rule.recipient) AS "recipientRight",
            EXISTS (SELECT 1 FROM reminder l JOIN reminder_rule later ON later.id = l.rule_id
                     WHERE l.task_id = r.task_id AND l.recipient_id = r.recipient_id AND l.void_at IS NULL AND l.failed_at IS NULL
                       AND CASE WHEN rule.kind = 'deadline'
                         THEN later.kind = 'deadline' AND later.active AND l.revision = r.revision
                          AND later.offset_working_days > rule.offset_working_days AND l.fire_at <= coalesce($2::timestamptz, now())
                         ELSE rule.kind IN ('assigned', 'submitted', 'returned')
                          AND l.rule_id = r.rule_id AND l.revision > r.revision END) AS superseded,
            t.state, p.closed_on IS NOT NULL AS "planClosed", t.due_date AS "dueDate", t.deadline_revision AS "deadlineRevision",
            t.code, t.title_vi AS "titleVi", t.title_en AS "titleEn", u.name_vi AS "unitVi", u.name_en AS "unitEn",
            who.display_name AS responsible,
            CASE WHEN e.id IS NOT NULL THEN json_build_object('decided', e.decided_at IS NOT NULL, 'approved', e.approved,
              'requestedDueDate', e.requested_due_date, 'newDueDate', e.new_due_date, 'reason', e.reason,
              'decisionReason', e.decision_reason) END AS extension,
            CASE WHEN d.id IS NOT NULL THEN json_build_object('by', giver.display_name, 'text', d.text, 'answerBy', d.answer_by,
              'documentNumber', d.document_number, 'documentDate', d.document_date, 'answer', d.answer,
              'answeredBy', answerer.display_name) END AS direction,
            CASE WHEN c.id IS NOT NULL THEN json_build_object('by', writer.display_name, 'text', c.text) END AS comment
       FROM reminder r
       JOIN reminder_rule rule ON rule.id = r.rule_id
       JOIN app_user me ON me.id = r.recipient_id
       JOIN task t ON t.id = r.task_id
       JOIN plan p ON p.id = t.plan_id
       JOIN unit u ON u.id = t.lead_unit_id
       LEFT JOIN app_user who ON who.id = t.responsible_id
       LEFT JOIN extension e ON e.id = r.subject_id
       LEFT JOIN direction d ON d.id = r.subject_id
       LEFT JOIN app_user giver ON giver.id = d.by_user_id
       LEFT JOIN app_user answerer ON answerer.id = d.answered_by
       LEFT JOIN task_comment c ON c.id = r.subject_id
       LEFT JOIN app_user writer ON writer.id = c.by_user_id
      WHERE r.id = $1`,
    [id, asOf],
  );
  return facts;
}
