import type { DataSource } from 'typeorm';

/** Rows that must not be, whatever has happened, as queries of what is wrong with which. */
const never: Record<string, string> = {
  'told and void':
    'SELECT id FROM reminder WHERE told_at IS NOT NULL AND (void_at IS NOT NULL OR failed_at IS NOT NULL)',
  'told twice': `SELECT min(n.id::text) AS id FROM notification n JOIN reminder r ON r.id = n.reminder_id
    GROUP BY r.task_id, r.rule_id, r.revision, n.recipient_id, r.subject_id HAVING count(*) > 1`,
  'two rows for one telling': `SELECT min(id::text) AS id FROM reminder
    GROUP BY task_id, rule_id, revision, recipient_id, subject_id HAVING count(*) > 1`,
  'told, and nothing in the inbox':
    'SELECT r.id FROM reminder r LEFT JOIN notification n ON n.reminder_id = r.id WHERE r.told_at IS NOT NULL AND n.id IS NULL',
  'in the inbox, and not told':
    'SELECT n.id FROM notification n JOIN reminder r ON r.id = n.reminder_id WHERE r.told_at IS NULL',
  'more than one letter of a notification': `SELECT min(id::text) AS id FROM delivery WHERE channel = 'mail'
    GROUP BY notification_id, digest_id HAVING count(*) > 1`,
  'a letter of nothing': `SELECT d.id FROM delivery d LEFT JOIN notification n ON n.id = d.notification_id
    LEFT JOIN digest g ON g.id = d.digest_id WHERE n.id IS NULL AND g.id IS NULL`,
};

/** What must not have been told just now, as the world is just now. `t` is the task, `r` the reminder, `rule` its rule. */
const wrongNow: Record<string, string> = {
  'told of a revision that is not current': `rule.kind = 'deadline' AND r.revision <> t.deadline_revision`,
  'told of a deadline that nobody has to keep': `rule.kind = 'deadline' AND t.state NOT IN ('assigned', 'in_progress', 'returned')`,
  'told of a task that has ended': `rule.kind = 'assigned' AND t.state IN ('submitted', 'accepted', 'cancelled')`,
  'told before its day': 'r.fire_at > $2::timestamptz',
  'told to somebody who was not right': `NOT CASE rule.recipient
     WHEN 'responsible' THEN n.recipient_id = t.responsible_id
     WHEN 'head' THEN EXISTS (SELECT 1 FROM app_user h WHERE h.id = n.recipient_id AND h.is_head AND h.unit_id = t.lead_unit_id)
     WHEN 'assigner' THEN CASE WHEN t.assigned_by IS NULL THEN n.recipient_id IN (SELECT g.user_id FROM role_grant g WHERE g.role = 'committee')
                               ELSE n.recipient_id = t.assigned_by END
     ELSE n.recipient_id IN (SELECT g.user_id FROM role_grant g WHERE g.role = rule.recipient) END`,
};

/** Only once every event has been handed on. */
const neverAtRest: Record<string, string> = {
  'a deadline still waits of a task that has ended': `SELECT r.id FROM reminder r JOIN reminder_rule rule ON rule.id = r.rule_id JOIN task t ON t.id = r.task_id
    WHERE rule.kind = 'deadline' AND t.state IN ('submitted', 'accepted', 'cancelled') AND num_nonnulls(r.told_at, r.failed_at, r.void_at) = 0`,
  'an old revision still waits': `SELECT r.id FROM reminder r JOIN reminder_rule rule ON rule.id = r.rule_id JOIN task t ON t.id = r.task_id
    WHERE rule.kind = 'deadline' AND r.revision <> t.deadline_revision AND num_nonnulls(r.told_at, r.failed_at, r.void_at) = 0`,
};

/** Watches a database and says what is wrong in it. */
export class Invariants {
  private readonly looked = new Set<string>();

  constructor(private readonly database: DataSource) {}

  /** To be asked right after each telling, while the world is as it was when it was told. Empty when all is well. */
  async violations(asOf: Date, { atRest = false } = {}): Promise<string[]> {
    const found: string[] = [];
    const queries = Object.entries({ ...never, ...(atRest ? neverAtRest : {}) }).map(
      ([name, query]) => `SELECT '${name}: ' || id AS line FROM (${query}) AS wrong`,
    );
    for (const { line } of await this.database.query(queries.join(' UNION ALL '))) found.push(line);
    const fresh: { id: string; wrong: string[] }[] = await this.database.query(
      `SELECT n.id, array_remove(ARRAY[${Object.entries(wrongNow)
        .map(([name, is]) => `CASE WHEN ${is} THEN '${name}' END`)
        .join()}], NULL) AS wrong
         FROM notification n JOIN reminder r ON r.id = n.reminder_id JOIN reminder_rule rule ON rule.id = r.rule_id JOIN task t ON t.id = r.task_id
        WHERE n.id <> ALL($1::uuid[])`,
      [[...this.looked], asOf.toISOString()],
    );
    for (const { id, wrong } of fresh) {
      this.looked.add(id);
      found.push(...wrong.map((name) => `${name}: ${id}`));
    }
    return found;
  }
}
