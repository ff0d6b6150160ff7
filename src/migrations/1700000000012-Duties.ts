import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recurring duties. The key of `duty_task` is the promise "created once": one task per duty, unit and period. */
export class Duties1700000000012 implements MigrationInterface {
  name = 'Duties1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE duty (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  -- par_report: the report year from 15/12 to 14/12 with its first quarter, six months, third quarter and year.
  rhythm text NOT NULL CHECK (rhythm IN ('par_report', 'monthly', 'quarterly', 'half_yearly', 'yearly')),
  title_vi text NOT NULL CHECK (title_vi <> ''),
  title_en text,
  deliverable_vi text,
  deliverable_en text,
  priority text NOT NULL DEFAULT 'normal' CHECK (priority IN ('high', 'normal', 'low')),
  field_code text,
  evidence_required boolean NOT NULL DEFAULT false,
  -- Days after the last day of the period by which the work is due; negative where it is wanted before the period ends.
  due_after_days int NOT NULL CHECK (due_after_days BETWEEN -31 AND 366),
  -- The task is made so many days before it is due.
  lead_days int NOT NULL CHECK (lead_days BETWEEN 1 AND 366),
  starts_on date NOT NULL,
  ends_on date,
  created_by uuid REFERENCES app_user,
  -- The day from which tasks may have to be made; null when there is nothing more to make.
  look_on date DEFAULT '-infinity',
  version int NOT NULL DEFAULT 1,
  CHECK (ends_on IS NULL OR starts_on <= ends_on)
);
CREATE INDEX duty_plan ON duty (plan_id, id);
CREATE INDEX duty_look ON duty (look_on, id);

CREATE TABLE duty_unit (
  duty_id uuid NOT NULL REFERENCES duty ON DELETE CASCADE,
  unit_id uuid NOT NULL REFERENCES unit,
  responsible_id uuid REFERENCES app_user,
  PRIMARY KEY (duty_id, unit_id)
);

CREATE TABLE duty_component (
  duty_id uuid NOT NULL REFERENCES duty ON DELETE CASCADE,
  component_id uuid NOT NULL REFERENCES node,
  PRIMARY KEY (duty_id, component_id)
);

CREATE TABLE duty_task (
  duty_id uuid NOT NULL REFERENCES duty,
  unit_id uuid NOT NULL REFERENCES unit,
  period_from date NOT NULL,
  period_to date NOT NULL,
  task_id uuid NOT NULL UNIQUE REFERENCES task,
  PRIMARY KEY (duty_id, unit_id, period_from, period_to)
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE duty_task, duty_component, duty_unit, duty;');
  }
}
