import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What administrators are told about the system itself, and when each recurring job last ended well. */
export class Alarms1700000000019 implements MigrationInterface {
  name = 'Alarms1700000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE timetable_run
  -- When it last ended well, within half a minute: what runs every two seconds does not write every time.
  ADD ended_at timestamptz,
  -- Since when it has been asked for without a pause (no worker, no database).
  ADD asked_since timestamptz NOT NULL DEFAULT now(),
  ADD period_seconds int NOT NULL DEFAULT 86400;

-- Keyed jobs that stood in the queue's memory without a place in its lists, and were made free to run again.
CREATE TABLE job_freed (job text PRIMARY KEY, times int NOT NULL, last_at timestamptz NOT NULL);

CREATE TABLE alarm (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  -- What was last seen: how many, since when.
  detail jsonb NOT NULL,
  begun_at timestamptz NOT NULL,
  -- It is over when its cause has not been seen for some minutes.
  last_seen_at timestamptz NOT NULL,
  ended_at timestamptz
);
-- One alarm of a kind at a time.
CREATE UNIQUE INDEX alarm_open ON alarm (kind) WHERE ended_at IS NULL;
CREATE INDEX alarm_order ON alarm (begun_at, id);

CREATE INDEX digest_created ON digest (created_at);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX digest_created;
DROP TABLE alarm, job_freed;
ALTER TABLE timetable_run DROP period_seconds, DROP asked_since, DROP ended_at;`);
  }
}
