import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A direction has an addressee, a day to answer by and an answer; a comment may mention people. Both are told. */
export class Directions1700000000010 implements MigrationInterface {
  name = 'Directions1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE direction
  ADD addressee_id uuid REFERENCES app_user,
  ADD document_number text,
  ADD document_date date,
  ADD answer_by date,
  ADD answered_at timestamptz,
  ADD answered_by uuid REFERENCES app_user,
  ADD answer text,
  ADD CONSTRAINT direction_answer_whole CHECK ((answered_at IS NULL) = (answer IS NULL));
CREATE INDEX direction_addressee ON direction (addressee_id, id);
CREATE INDEX direction_giver ON direction (by_user_id, id);
-- Those that wait for an answer, the most urgent first.
CREATE INDEX direction_answer_by ON direction ((coalesce(answer_by, 'infinity'::date)), id) WHERE answered_at IS NULL;

CREATE TABLE task_comment_mention (
  comment_id uuid NOT NULL REFERENCES task_comment ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES app_user,
  PRIMARY KEY (comment_id, user_id)
);
CREATE INDEX task_comment_mention_user ON task_comment_mention (user_id);

ALTER TABLE reminder_rule
  DROP CONSTRAINT reminder_rule_kind_check,
  DROP CONSTRAINT reminder_rule_recipient_check,
  ADD CONSTRAINT reminder_rule_kind_check CHECK (kind IN ('deadline', 'assigned', 'submitted', 'returned', 'extension_requested',
    'extension_decided', 'direction_given', 'direction_answered', 'mentioned')),
  ADD CONSTRAINT reminder_rule_recipient_check CHECK (recipient IN ('responsible', 'head', 'committee', 'leader', 'assigner',
    'addressee', 'giver', 'mentioned'));
UPDATE reminder_rule SET recipient = 'addressee' WHERE code = 'direction_given';
INSERT INTO reminder_rule (id, code, name_vi, name_en, kind, offset_working_days, recipient) VALUES
  ('01890000-0000-7000-8000-00000000000f', 'direction_answered', 'Ý kiến chỉ đạo, đôn đốc đã được trả lời', 'A direction is answered', 'direction_answered', NULL, 'giver'),
  ('01890000-0000-7000-8000-000000000010', 'mentioned', 'Được nhắc đến trong trao đổi', 'Mentioned in a comment', 'mentioned', NULL, 'mentioned');
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DELETE FROM reminder_rule WHERE code IN ('direction_answered', 'mentioned');
UPDATE reminder_rule SET recipient = 'responsible' WHERE code = 'direction_given';
ALTER TABLE reminder_rule
  DROP CONSTRAINT reminder_rule_kind_check,
  DROP CONSTRAINT reminder_rule_recipient_check,
  ADD CONSTRAINT reminder_rule_kind_check CHECK (kind IN ('deadline', 'assigned', 'submitted', 'returned', 'extension_requested',
    'extension_decided', 'direction_given')),
  ADD CONSTRAINT reminder_rule_recipient_check CHECK (recipient IN ('responsible', 'head', 'committee', 'leader', 'assigner'));
DROP TABLE task_comment_mention;
DROP INDEX direction_giver;
ALTER TABLE direction DROP CONSTRAINT direction_answer_whole, DROP addressee_id, DROP document_number, DROP document_date,
  DROP answer_by, DROP answered_at, DROP answered_by, DROP answer;`);
  }
}
