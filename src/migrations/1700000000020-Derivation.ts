import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The night's derivation goes by days: it remembers the last one, and finds what a day concerns by index (decision 0030). */
export class Derivation1700000000020 implements MigrationInterface {
  name = 'Derivation1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE reminder_reconcile
  -- The last day whose rows a night has derived.
  ADD derived_through date,
  -- One worker derives at a time; of one that died the others take over from here on.
  ADD working_until timestamptz;
-- New kinds of rules: everything once.
UPDATE reminder_reconcile SET asked = asked + 1;

-- Silence is counted from the last progress report, return or assignment.
CREATE INDEX progress_update_day ON progress_update (local_day(at), task_id);
CREATE INDEX submission_returned_day ON submission (local_day(decided_at), task_id) WHERE accepted = false;
CREATE INDEX task_assigned_day ON task (assigned_on, id) WHERE state IN ('assigned', 'in_progress', 'returned');
-- What waits to be decided, by the day from which it waits.
CREATE INDEX submission_waits ON submission (local_day(at), task_id) WHERE decided_at IS NULL;
CREATE INDEX extension_waits ON extension (local_day(at), task_id) WHERE decided_at IS NULL;
-- Rows whose recipient had gone when they were to be told: the next night tells whoever stands in his place.
CREATE INDEX reminder_handed_on ON reminder (void_at) WHERE void_reason = 'recipient_changed';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX progress_update_day, submission_returned_day, task_assigned_day, submission_waits, extension_waits, reminder_handed_on;
ALTER TABLE reminder_reconcile DROP derived_through, DROP working_until;`);
  }
}
