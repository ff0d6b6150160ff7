import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Submission needs evidence where the deliverable asks for it; extensions and cancellations are decided by documents. */
export class Decisions1700000000009 implements MigrationInterface {
  name = 'Decisions1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE task ADD evidence_required boolean NOT NULL DEFAULT false;

ALTER TABLE extension
  ADD decision_document_number text,
  ADD decision_document_date date;

CREATE TABLE cancellation (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL UNIQUE REFERENCES task ON DELETE CASCADE,
  at timestamptz NOT NULL,
  by_user_id uuid REFERENCES app_user,
  reason text NOT NULL,
  document_number text,
  document_date date,
  issuer text
);
-- Tasks that were cancelled before: by whom and why is in the journal.
INSERT INTO cancellation (id, task_id, at, by_user_id, reason)
  SELECT DISTINCT ON (t.id) gen_random_uuid(), t.id, j.at, u.id, coalesce(j.note, '')
    FROM task t JOIN journal_entry j ON j.subject_type = 'task' AND j.subject_id = t.id AND j.act = 'task.cancelled'
    LEFT JOIN app_user u ON u.id = j.actor_id
   WHERE t.state = 'cancelled' ORDER BY t.id, j.id DESC;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE cancellation;
ALTER TABLE extension DROP decision_document_number, DROP decision_document_date;
ALTER TABLE task DROP evidence_required;`);
  }
}
