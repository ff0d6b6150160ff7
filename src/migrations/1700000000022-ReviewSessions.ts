import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A leader's review of what is overdue: the list as it stood when the session began, and what he decided on each item. */
export class ReviewSessions1700000000022 implements MigrationInterface {
  name = 'ReviewSessions1700000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE review_session (
  id uuid PRIMARY KEY,
  -- Tasks led by this unit and every unit below it, of one plan where one is named.
  unit_id uuid NOT NULL REFERENCES unit,
  plan_id uuid REFERENCES plan,
  held_on date NOT NULL,
  opened_by uuid REFERENCES app_user,
  opened_at timestamptz NOT NULL,
  concluded_by uuid REFERENCES app_user,
  concluded_at timestamptz,
  version int NOT NULL DEFAULT 1
);
CREATE INDEX review_session_unit ON review_session (unit_id, id);

CREATE TABLE review_item (
  session_id uuid NOT NULL REFERENCES review_session ON DELETE CASCADE,
  position int NOT NULL,
  task_id uuid NOT NULL REFERENCES task,
  -- As the overdue report said when the session began.
  due_date date NOT NULL,
  days_late int NOT NULL,
  working_days_late int,
  points_at_stake numeric,
  decision text CHECK (decision IN ('urge', 'extend', 'reassign', 'accept_explanation')),
  text text,
  answer_by date,
  new_due_date date,
  new_responsible_id uuid REFERENCES app_user,
  -- What the conclusion made of the decision: done, or why not.
  outcome text CHECK (outcome IN ('directed', 'extended', 'reassigned', 'noted', 'refused')),
  refusal_vi text,
  refusal_en text,
  PRIMARY KEY (session_id, task_id),
  UNIQUE (session_id, position),
  CHECK (decision IS NOT NULL OR num_nonnulls(text, answer_by, new_due_date, new_responsible_id) = 0),
  CHECK ((outcome = 'refused') = (refusal_vi IS NOT NULL) OR outcome IS NULL)
);
CREATE INDEX review_item_task ON review_item (task_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE review_item, review_session');
  }
}
