import type { EntityManager } from 'typeorm';
import { prepared } from '../../platform/database/prepared';
import type { Day } from '../../platform/clock/day';
import { ruleInForce } from '../derive/rules-in-force';
import { stillSo } from '../derive/still-so';
import type { RuleKind } from '../reminder';
import { stillRecipient } from './is-recipient';
import { personColumns, personJoins, type Person } from './person';

/** A reminder and the world it speaks of, read while both are held. */
export interface Facts {
  id: string;
  taskId: string;
  ruleId: string;
  /** The submission, extension, direction, comment or progress report it is about, else the task. */
  subjectId: string;
  revision: number;
  recipient: Person;
  kind: RuleKind;
  ruleActive: boolean;
  /** The recipient is, today, still who the rule means. */
  recipientRight: boolean;
  /** What has waited, or been silent, still does and is. */
  stillSo: boolean;
  /** The same person is owed a later word about the same thing, or has had this one in another's stead. */
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
    on: Day;
    by: string | null;
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
  submission: { on: Day; by: string | null; returnedOn: Day | null } | null;
  progress: { on: Day; by: string | null; percent: number; done: string | null } | null;
  assignedOn: Day | null;
}

/** All facts of some reminders that are held with their tasks: one statement, whose view of the world begins after the locks. */
export function factsOf(manager: EntityManager, ids: string[], moment: Date, today: Day): Promise<Facts[]> {
  return prepared<Facts>(manager, statement, [ids, moment, today]);
}

/**
 * SQL: a later word to the same person makes `r` superfluous: a later step of the deadline that is due, or the later of two like events.
 * OFFSET 0, here and below: found by the task, which has few reminders, never by the person, who may have very many.
 */
const overtaken = `EXISTS (
  SELECT 1 FROM (SELECT * FROM reminder o WHERE o.task_id = r.task_id AND o.id <> r.id OFFSET 0) AS l
   CROSS JOIN LATERAL rules_of(t.plan_id, t.priority) AS later
   WHERE later.id = l.rule_id AND l.recipient_id = r.recipient_id AND l.void_at IS NULL AND l.failed_at IS NULL
     AND CASE WHEN rule.kind = 'deadline'
       THEN later.kind = 'deadline' AND later.active AND l.revision = r.revision AND later.step > rule.step AND l.fire_at <= $2::timestamptz
       ELSE rule.kind IN ('assigned', 'submitted', 'returned') AND l.rule_id = r.rule_id AND l.revision > r.revision END)`;

/** SQL: the recipient has had this very word already, standing in for somebody. */
const hadInStead = `r.recipient_id IN (
  SELECT n.recipient_id
    FROM (SELECT o.id FROM reminder o
           WHERE o.task_id = r.task_id AND o.rule_id = r.rule_id AND o.revision = r.revision AND o.subject_id = r.subject_id AND o.id <> r.id OFFSET 0) AS s
    JOIN notification n ON n.reminder_id = s.id OFFSET 0)`;

const nameOf = (id: string) => `(SELECT who.display_name FROM app_user who WHERE who.id = ${id})`;

/** SQL: what reminders of these kinds are about, as JSON; null of others, without looking. */
const subject = (kinds: RuleKind[], json: string, from: string) =>
  `CASE WHEN rule.kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}) THEN (SELECT json_build_object(${json}) FROM ${from} WHERE x.id = r.subject_id) END`;

const extension = subject(
  ['extension_requested', 'extension_decided', 'decision_waits'],
  `'on', local_day(x.at), 'by', ${nameOf('x.by_user_id')}, 'decided', x.decided_at IS NOT NULL, 'approved', x.approved, 'requestedDueDate', x.requested_due_date,
   'newDueDate', x.new_due_date, 'reason', x.reason, 'decisionReason', x.decision_reason`,
  'extension x',
);
const direction = subject(
  ['direction_given', 'direction_answered'],
  `'by', ${nameOf('x.by_user_id')}, 'text', x.text, 'answerBy', x.answer_by, 'documentNumber', x.document_number, 'documentDate', x.document_date,
   'answer', x.answer, 'answeredBy', ${nameOf('x.answered_by')}`,
  'direction x',
);
const comment = subject(['mentioned'], `'by', ${nameOf('x.by_user_id')}, 'text', x.text`, 'task_comment x');
const submission = subject(
  ['acceptance_waits', 'no_progress'],
  `'on', local_day(x.at), 'by', ${nameOf('x.by_user_id')}, 'returnedOn', CASE WHEN x.accepted = false THEN local_day(x.decided_at) END`,
  'submission x',
);
const progress = subject(
  ['no_progress'],
  `'on', local_day(x.at), 'by', ${nameOf('x.by_user_id')}, 'percent', x.percent, 'done', x.done`,
  'progress_update x',
);

const statement = `
SELECT r.id, r.task_id AS "taskId", r.rule_id AS "ruleId", r.subject_id AS "subjectId", r.revision,
       ${personColumns('$3::date')} AS recipient,
       rule.kind, rule.active AS "ruleActive", ${stillRecipient} AS "recipientRight", ${stillSo} AS "stillSo",
       (${overtaken} OR ${hadInStead}) AS superseded,
       t.state, p.closed_on IS NOT NULL AS "planClosed", t.due_date AS "dueDate", t.deadline_revision AS "deadlineRevision",
       t.code, t.title_vi AS "titleVi", t.title_en AS "titleEn", u.name_vi AS "unitVi", u.name_en AS "unitEn",
       t.assigned_on AS "assignedOn", ${nameOf('t.responsible_id')} AS responsible,
       ${extension} AS extension, ${direction} AS direction, ${comment} AS comment, ${submission} AS submission, ${progress} AS progress
  FROM unnest($1::uuid[]) AS held (id)
  JOIN reminder r ON r.id = held.id
  JOIN task t ON t.id = r.task_id
 CROSS JOIN LATERAL (${ruleInForce}) AS rule
  JOIN plan p ON p.id = t.plan_id
  JOIN unit u ON u.id = t.lead_unit_id
  ${personJoins('r.recipient_id')}
 ORDER BY r.fire_at, r.id`;
