import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules that count weeks without progress and days of waiting, and exceptions from a rule by plan and priority. */
export class Rules1700000000015 implements MigrationInterface {
  name = 'Rules1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE reminder_rule
  ADD weeks int CHECK (weeks BETWEEN 1 AND 52),
  -- Rules that came with the system are switched off, never removed.
  ADD own boolean NOT NULL DEFAULT false,
  DROP CONSTRAINT reminder_rule_kind_check,
  DROP CONSTRAINT reminder_rule_check,
  ADD CONSTRAINT reminder_rule_kind_check CHECK (kind IN ('deadline', 'assigned', 'submitted', 'returned', 'extension_requested',
    'extension_decided', 'direction_given', 'direction_answered', 'mentioned', 'no_progress', 'acceptance_waits', 'decision_waits')),
  ADD CONSTRAINT reminder_rule_days CHECK ((kind IN ('deadline', 'acceptance_waits', 'decision_waits')) = (offset_working_days IS NOT NULL)),
  ADD CONSTRAINT reminder_rule_waits CHECK (kind = 'deadline' OR offset_working_days > 0),
  ADD CONSTRAINT reminder_rule_weeks CHECK ((kind = 'no_progress') = (weeks IS NOT NULL));

INSERT INTO reminder_rule (id, code, name_vi, name_en, kind, offset_working_days, weeks, recipient) VALUES
  ('01890000-0000-7000-8000-000000000011', 'no_progress_4', '4 tuần không cập nhật tiến độ: báo thủ trưởng đơn vị', '4 weeks without progress: the head of the unit', 'no_progress', NULL, 4, 'head'),
  ('01890000-0000-7000-8000-000000000012', 'acceptance_waits_3', 'Báo cáo hoàn thành chờ xác nhận quá 3 ngày làm việc', 'A submission has awaited acceptance for 3 working days', 'acceptance_waits', 3, NULL, 'assigner'),
  ('01890000-0000-7000-8000-000000000013', 'decision_waits_3', 'Đề nghị gia hạn chờ quyết định quá 3 ngày làm việc', 'An extension has awaited its decision for 3 working days', 'decision_waits', 3, NULL, 'assigner');

-- What differs from a rule for a plan, a priority or a priority of a plan; an empty column is as the rule says.
CREATE TABLE reminder_rule_exception (
  id uuid PRIMARY KEY,
  rule_id uuid NOT NULL REFERENCES reminder_rule ON DELETE CASCADE,
  plan_id uuid REFERENCES plan,
  priority text CHECK (priority IN ('high', 'normal', 'low')),
  active boolean,
  offset_working_days int CHECK (offset_working_days BETWEEN -60 AND 60),
  weeks int CHECK (weeks BETWEEN 1 AND 52),
  recipient text CHECK (recipient IN ('responsible', 'head', 'committee', 'leader', 'assigner', 'addressee', 'giver', 'mentioned')),
  version int NOT NULL DEFAULT 1,
  UNIQUE NULLS NOT DISTINCT (rule_id, plan_id, priority),
  CHECK (num_nonnulls(plan_id, priority) > 0),
  CHECK (num_nonnulls(active, offset_working_days, weeks, recipient) > 0)
);
CREATE INDEX reminder_rule_exception_plan ON reminder_rule_exception (plan_id);

-- The rules as they hold for the tasks of a plan and priority: of several exceptions the narrowest counts, the plan's before the priority's.
CREATE FUNCTION rules_of(plan uuid, task_priority text)
RETURNS TABLE (id uuid, code text, kind text, active boolean, step int, weeks int, recipient text) LANGUAGE sql STABLE AS $$
  SELECT r.id, r.code, r.kind, coalesce(x.active, r.active), coalesce(x.offset_working_days, r.offset_working_days),
         coalesce(x.weeks, r.weeks), coalesce(x.recipient, r.recipient)
    FROM reminder_rule r
    LEFT JOIN LATERAL (
      SELECT e.* FROM reminder_rule_exception e
       WHERE e.rule_id = r.id AND (e.plan_id IS NULL OR e.plan_id = plan) AND (e.priority IS NULL OR e.priority = task_priority)
       ORDER BY e.plan_id NULLS LAST, e.priority NULLS LAST LIMIT 1) x ON true
$$;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION rules_of;
DROP TABLE reminder_rule_exception;
DELETE FROM reminder_rule WHERE kind IN ('no_progress', 'acceptance_waits', 'decision_waits') OR own;
ALTER TABLE reminder_rule
  DROP CONSTRAINT reminder_rule_days,
  DROP CONSTRAINT reminder_rule_waits,
  DROP CONSTRAINT reminder_rule_weeks,
  DROP CONSTRAINT reminder_rule_kind_check,
  ADD CONSTRAINT reminder_rule_kind_check CHECK (kind IN ('deadline', 'assigned', 'submitted', 'returned', 'extension_requested',
    'extension_decided', 'direction_given', 'direction_answered', 'mentioned')),
  ADD CONSTRAINT reminder_rule_check CHECK ((kind = 'deadline') = (offset_working_days IS NOT NULL)),
  DROP own,
  DROP weeks;`);
  }
}
