import type { DataSource } from 'typeorm';

/** A number from 0 to `n` − 1 that a task keeps from run to run. */
const by = (n: number, salt: string) => `abs(hashtext(t.code || '${salt}')) % ${n}`;
const officer = (salt: string) =>
  `(SELECT u.id FROM app_user u WHERE u.username LIKE 'officer-%' ORDER BY hashtext(u.username || t.code || '${salt}') LIMIT 1)`;

/** An officer of the unit that leads the task, where it has one, for every second task; any officer for the others. */
const ownOfficer = (salt: string) =>
  `coalesce((SELECT u.id FROM app_user u WHERE u.unit_id = t.lead_unit_id AND u.username LIKE 'officer-%' AND ${by(2, `${salt} himself`)} = 0 LIMIT 1), ${officer(salt)})`;

/** The tasks of the sample province in every state and relation: SQL alone, so no rule of the application has a say. */
export async function stirTasks(database: DataSource): Promise<void> {
  const statements = [
    `INSERT INTO task (id, plan_id, parent_id, handed_down, code, title_vi, lead_unit_id, state, due_date, original_due_date, assigned_on, assigned_by, changed_at)
     SELECT gen_random_uuid(), t.plan_id, t.id, true, t.code || '-HD', 'Phần việc Đào tạo 50％ ' || t.title_vi, t.lead_unit_id, 'assigned',
            t.due_date, t.due_date, t.assigned_on, ${officer('hands down')}, t.changed_at FROM task t WHERE ${by(2, 'part')} = 0`,
    `UPDATE task t SET state = (ARRAY['draft', 'assigned', 'in_progress', 'returned', 'cancelled'])[1 + ${by(5, 'state')}], submitted_on = NULL
      WHERE ${by(2, 'stirred')} = 0 OR (t.handed_down AND ${by(3, 'stirred')} = 0)`,
    `UPDATE task t SET state = 'submitted', submitted_on = coalesce(t.assigned_on, '2023-06-01')
      WHERE t.state IN ('accepted', 'assigned') AND (t.handed_down OR ${by(3, 'submitted')} = 0)`,
    `UPDATE submission SET decided_at = at WHERE decided_at IS NULL`,
    `INSERT INTO submission (id, task_id, at, by_user_id, counts_on)
     SELECT gen_random_uuid(), t.id, t.changed_at, ${ownOfficer('submits')}, t.submitted_on FROM task t WHERE t.state = 'submitted'`,
    `UPDATE task t SET priority = (ARRAY['high', 'normal', 'low'])[1 + ${by(3, 'priority')}], assigned_by = CASE ${by(3, 'assigner')}
       WHEN 0 THEN (SELECT id FROM app_user WHERE username = 'committee') WHEN 1 THEN ${officer('assigns')} END`,
    `UPDATE task t SET responsible_id = (SELECT u.id FROM app_user u WHERE u.unit_id = t.lead_unit_id AND u.username LIKE 'officer-%' LIMIT 1)
      WHERE ${by(2, 'responsible')} = 0`,
    `INSERT INTO extension (id, task_id, at, by_user_id, reason, due_date_before, requested_due_date)
     SELECT gen_random_uuid(), t.id, t.changed_at, ${ownOfficer('extends')}, 'chờ số liệu', t.due_date, t.due_date + 10 FROM task t
      WHERE t.due_date IS NOT NULL AND (${by(4, 'extends')} = 0 OR t.handed_down) AND NOT EXISTS (SELECT 1 FROM extension x WHERE x.task_id = t.id AND x.decided_at IS NULL)`,
    `INSERT INTO direction (id, task_id, at, text, addressee_id, answered_at, answer)
     SELECT gen_random_uuid(), t.id, t.changed_at, 'đẩy nhanh tiến độ', ${ownOfficer('answers')}, a.at, CASE WHEN a.at IS NOT NULL THEN 'đã rõ' END
       FROM task t CROSS JOIN LATERAL (SELECT CASE WHEN ${by(2, 'answered')} = 0 THEN t.changed_at END AS at) a WHERE ${by(2, 'direction')} = 0`,
    `INSERT INTO evidence (id, task_id, at, title) SELECT gen_random_uuid(), t.id, t.changed_at, 'Báo cáo' FROM task t WHERE ${by(6, 'evidence')} = 0`,
  ];
  for (const statement of statements) await database.query(statement);
}
