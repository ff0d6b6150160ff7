import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cause → solution → responsible, of each component that lost points: what the chairman asks every unit for. */
export class Analyses1700000000021 implements MigrationInterface {
  name = 'Analyses1700000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE analysis (
  id uuid PRIMARY KEY,
  component_id uuid NOT NULL REFERENCES node,
  -- The unit, and the person of it, who answer for what was lost.
  unit_id uuid NOT NULL REFERENCES unit,
  person_id uuid REFERENCES app_user,
  achieved text,
  not_achieved text NOT NULL CHECK (not_achieved <> ''),
  cause text,
  solution text,
  written_by uuid REFERENCES app_user,
  written_at timestamptz NOT NULL,
  agreed_by uuid REFERENCES app_user,
  agreed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  UNIQUE (component_id, unit_id),
  CHECK (agreed_at IS NULL OR (person_id IS NOT NULL AND cause IS NOT NULL AND solution IS NOT NULL))
);
CREATE INDEX analysis_unit ON analysis (unit_id, id);

-- What is done about it.
CREATE TABLE analysis_task (
  analysis_id uuid NOT NULL REFERENCES analysis ON DELETE CASCADE,
  task_id uuid NOT NULL REFERENCES task,
  PRIMARY KEY (analysis_id, task_id)
);
CREATE INDEX analysis_task_task ON analysis_task (task_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE analysis_task, analysis');
  }
}
