import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What administrators are told about the system itself, and when each recurring job last ended well. */
export class Alarms1700000000019 implements MigrationInterface {
  name = 'Alarms1700000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE timetable_run ADD ended_at timestamptz;

CREATE TABLE alarm (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  detail jsonb NOT NULL,
  begun_at timestamptz NOT NULL,
  ended_at timestamptz
);
-- One alarm of a kind at a time.
CREATE UNIQUE INDEX alarm_open ON alarm (kind) WHERE ended_at IS NULL;
CREATE INDEX alarm_order ON alarm (begun_at, id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE alarm; ALTER TABLE timetable_run DROP ended_at;');
  }
}
