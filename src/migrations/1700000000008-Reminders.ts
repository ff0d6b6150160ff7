import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rules → reminders → notifications → deliveries. The key of `reminder` is the promise "told once": one telling per
 * task, rule, revision of the deadline and recipient (and, of a task's extensions and directions, per one of them).
 */
export class Reminders1700000000008 implements MigrationInterface {
  name = 'Reminders1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE reminder_rule (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name_vi text NOT NULL,
  name_en text NOT NULL,
  -- deadline: offset in working days from the due date; the others follow an event of the task.
  kind text NOT NULL CHECK (kind IN ('deadline', 'assigned', 'submitted', 'returned', 'extension_requested', 'extension_decided', 'direction_given')),
  offset_working_days int CHECK (offset_working_days BETWEEN -60 AND 60),
  recipient text NOT NULL CHECK (recipient IN ('responsible', 'head', 'committee', 'leader', 'assigner')),
  active boolean NOT NULL DEFAULT true,
  version int NOT NULL DEFAULT 1,
  CHECK ((kind = 'deadline') = (offset_working_days IS NOT NULL))
);

INSERT INTO reminder_rule (id, code, name_vi, name_en, kind, offset_working_days, recipient) VALUES
  ('01890000-0000-7000-8000-000000000001', 'due_in_7', 'Còn 7 ngày làm việc', '7 working days left', 'deadline', -7, 'responsible'),
  ('01890000-0000-7000-8000-000000000002', 'due_in_3', 'Còn 3 ngày làm việc', '3 working days left', 'deadline', -3, 'responsible'),
  ('01890000-0000-7000-8000-000000000003', 'due_in_1', 'Còn 1 ngày làm việc', '1 working day left', 'deadline', -1, 'responsible'),
  ('01890000-0000-7000-8000-000000000004', 'due_today', 'Đến hạn hôm nay', 'Due today', 'deadline', 0, 'responsible'),
  ('01890000-0000-7000-8000-000000000005', 'overdue_1', 'Quá hạn 1 ngày làm việc: báo người chịu trách nhiệm', '1 working day overdue: the responsible individual', 'deadline', 1, 'responsible'),
  ('01890000-0000-7000-8000-000000000006', 'overdue_3', 'Quá hạn 3 ngày làm việc: báo thủ trưởng đơn vị', '3 working days overdue: the head of the unit', 'deadline', 3, 'head'),
  ('01890000-0000-7000-8000-000000000007', 'overdue_7', 'Quá hạn 7 ngày làm việc: báo Ban Chỉ đạo', '7 working days overdue: the steering committee', 'deadline', 7, 'committee'),
  ('01890000-0000-7000-8000-000000000008', 'overdue_15', 'Quá hạn 15 ngày làm việc: báo lãnh đạo', '15 working days overdue: the leader', 'deadline', 15, 'leader'),
  ('01890000-0000-7000-8000-000000000009', 'assigned', 'Được giao nhiệm vụ', 'A task is assigned', 'assigned', NULL, 'responsible'),
  ('01890000-0000-7000-8000-00000000000a', 'submitted', 'Có báo cáo hoàn thành chờ xác nhận', 'A submission awaits acceptance', 'submitted', NULL, 'assigner'),
  ('01890000-0000-7000-8000-00000000000b', 'returned', 'Báo cáo hoàn thành bị trả lại', 'A submission is returned', 'returned', NULL, 'responsible'),
  ('01890000-0000-7000-8000-00000000000c', 'extension_requested', 'Có đề nghị gia hạn', 'An extension is requested', 'extension_requested', NULL, 'assigner'),
  ('01890000-0000-7000-8000-00000000000d', 'extension_decided', 'Đề nghị gia hạn đã được quyết định', 'An extension is decided', 'extension_decided', NULL, 'responsible'),
  ('01890000-0000-7000-8000-00000000000e', 'direction_given', 'Có ý kiến chỉ đạo, đôn đốc', 'A direction is given', 'direction_given', NULL, 'responsible');

-- Ids made inside set-based statements: the moment first (RFC 9562, version 7), so that indexes grow at their end.
CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0')
       || '7' || substr(random.hex, 14, 3) || substr(random.hex, 17))::uuid
    FROM (SELECT replace(gen_random_uuid()::text, '-', '') AS hex) AS random
$$;

CREATE TABLE reminder (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES task,
  rule_id uuid NOT NULL REFERENCES reminder_rule,
  -- deadline rules: the revision of the deadline; event rules: the number of the event (the task's version then).
  revision int NOT NULL,
  recipient_id uuid NOT NULL REFERENCES app_user,
  -- What is told of: the task itself, or its extension or direction.
  subject_id uuid NOT NULL,
  fire_on date NOT NULL,
  fire_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  told_at timestamptz,
  -- Tries that broke, and when the next may be made.
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  failed_at timestamptz,
  failure_reason text,
  -- No longer to be told (extended, done, cancelled, another person); kept for the trail.
  void_at timestamptz,
  void_reason text,
  UNIQUE (task_id, rule_id, revision, recipient_id, subject_id),
  CHECK (num_nonnulls(told_at, failed_at) <= 1),
  CHECK ((failed_at IS NULL) = (failure_reason IS NULL)),
  CHECK (void_at IS NULL OR num_nonnulls(told_at, failed_at) = 0),
  CHECK ((void_at IS NULL) = (void_reason IS NULL))
);
CREATE INDEX reminder_due ON reminder (fire_at, id) WHERE told_at IS NULL AND failed_at IS NULL AND void_at IS NULL;
CREATE INDEX reminder_recipient ON reminder (recipient_id, fire_at);
CREATE INDEX reminder_order ON reminder (fire_at, id);
CREATE INDEX reminder_told ON reminder (told_at) WHERE told_at IS NOT NULL;
CREATE INDEX reminder_failed ON reminder (failed_at) WHERE failed_at IS NOT NULL;

-- One row: how often a derivation of everything was asked for, up to which asking it was done, and when it last began.
-- It stands here and not in the queue, so that an emptied Redis forgets nothing.
CREATE TABLE reminder_reconcile (
  one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
  asked int NOT NULL DEFAULT 1,
  done int NOT NULL DEFAULT 0,
  begun_at timestamptz
);
INSERT INTO reminder_reconcile DEFAULT VALUES;

CREATE TABLE notification (
  id uuid PRIMARY KEY,
  recipient_id uuid NOT NULL REFERENCES app_user,
  reminder_id uuid UNIQUE REFERENCES reminder,
  task_id uuid REFERENCES task,
  kind text NOT NULL,
  title_vi text NOT NULL,
  title_en text NOT NULL,
  body_vi text NOT NULL,
  body_en text NOT NULL,
  created_at timestamptz NOT NULL,
  read_at timestamptz
);
CREATE INDEX notification_inbox ON notification (recipient_id, id DESC);
CREATE INDEX notification_unread ON notification (recipient_id) WHERE read_at IS NULL;

CREATE TABLE delivery (
  id uuid PRIMARY KEY,
  notification_id uuid NOT NULL REFERENCES notification,
  channel text NOT NULL CHECK (channel IN ('mail')),
  address text NOT NULL,
  message_id text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  sent_at timestamptz,
  sent_to text,
  failed_at timestamptz,
  failure_reason text,
  UNIQUE (notification_id, channel),
  CHECK (num_nonnulls(sent_at, failed_at) <= 1)
);
CREATE INDEX delivery_waiting ON delivery (next_attempt_at) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX delivery_failed ON delivery (failed_at) WHERE failed_at IS NOT NULL;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE delivery, notification, reminder_reconcile, reminder, reminder_rule;
DROP FUNCTION uuid_v7();`);
  }
}
