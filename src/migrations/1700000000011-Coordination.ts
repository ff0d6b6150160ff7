import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parts that a lead unit hands down, and what each coordinating unit says of its own share. */
export class Coordination1700000000011 implements MigrationInterface {
  name = 'Coordination1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Handed down by the parent's lead unit, not assigned by the plan's document; never changes.
ALTER TABLE task ADD handed_down boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT task_handed_down_has_parent CHECK (NOT handed_down OR parent_id IS NOT NULL);

CREATE TABLE coordination_note (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES task ON DELETE CASCADE,
  unit_id uuid NOT NULL REFERENCES unit,
  at timestamptz NOT NULL,
  by_user_id uuid REFERENCES app_user,
  percent smallint NOT NULL CHECK (percent BETWEEN 0 AND 100),
  text text NOT NULL CHECK (text <> '')
);
CREATE INDEX coordination_note_task ON coordination_note (task_id, unit_id, id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE coordination_note;
ALTER TABLE task DROP CONSTRAINT task_handed_down_has_parent, DROP handed_down;`);
  }
}
