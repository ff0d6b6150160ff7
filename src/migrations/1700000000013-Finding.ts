import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person's saved views and the private addresses of a person's deadlines; the address is kept as a hash only. */
export class Finding1700000000013 implements MigrationInterface {
  name = 'Finding1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE saved_view (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  name text NOT NULL CHECK (name <> ''),
  -- The filters of a list of tasks, as its address has them.
  filter jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  UNIQUE (user_id, name)
);

-- What one person assigned; without it the few tasks of one are looked for among all.
CREATE INDEX task_assigned_by ON task (assigned_by) WHERE assigned_by IS NOT NULL;

CREATE TABLE deadline_feed (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  name text NOT NULL CHECK (name <> ''),
  secret_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  read_on date,
  revoked_at timestamptz
);
CREATE INDEX deadline_feed_user ON deadline_feed (user_id, id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX task_assigned_by; DROP TABLE deadline_feed, saved_view;');
  }
}
