import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans, tasks and what happens to them. `task_period` keeps each task's past by day, for reports as of any day. */
export class Tasks1700000000007 implements MigrationInterface {
  name = 'Tasks1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE plan (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('annual_plan', 'directive', 'conclusion_notice', 'other')),
  year int NOT NULL,
  number text,
  symbol text,
  issued_on date NOT NULL,
  issuer_unit_id uuid NOT NULL REFERENCES unit,
  title_vi text NOT NULL,
  title_en text,
  -- The edition whose components the plan's tasks are linked to.
  edition_id uuid REFERENCES edition,
  illustrative boolean NOT NULL DEFAULT false,
  -- A closed plan stays readable and counted; nobody is reminded of it any more.
  closed_on date,
  version int NOT NULL DEFAULT 1
);

CREATE TABLE task (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  parent_id uuid REFERENCES task,
  code text NOT NULL,
  title_vi text NOT NULL CHECK (title_vi <> ''),
  title_en text,
  deliverable_vi text,
  deliverable_en text,
  priority text NOT NULL DEFAULT 'normal' CHECK (priority IN ('high', 'normal', 'low')),
  field_code text,
  source_number text,
  source_date date,
  lead_unit_id uuid NOT NULL REFERENCES unit,
  responsible_id uuid REFERENCES app_user,
  state text NOT NULL CHECK (state IN ('draft', 'assigned', 'in_progress', 'submitted', 'returned', 'accepted', 'cancelled')),
  due_text text,
  due_date date,
  original_due_date date,
  -- Rises with every new due date; reminders of an older revision are void.
  deadline_revision int NOT NULL DEFAULT 1,
  percent smallint NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
  assigned_on date,
  assigned_by uuid REFERENCES app_user,
  -- The day that counts for "on time": the last submission's, or its document's.
  submitted_on date,
  version int NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL,
  search text,
  UNIQUE (plan_id, code),
  CHECK ((due_date IS NULL) = (original_due_date IS NULL)),
  CHECK (state NOT IN ('submitted', 'accepted') OR submitted_on IS NOT NULL)
);
CREATE INDEX task_lead_due ON task (lead_unit_id, due_date, id);
CREATE INDEX task_responsible ON task (responsible_id);
CREATE INDEX task_parent ON task (parent_id);
CREATE INDEX task_open_due ON task (due_date) WHERE state IN ('assigned', 'in_progress', 'submitted', 'returned');
CREATE INDEX task_search ON task USING gin (search gin_trgm_ops);

CREATE TABLE task_coordinator (
  task_id uuid NOT NULL REFERENCES task ON DELETE CASCADE,
  unit_id uuid NOT NULL REFERENCES unit,
  PRIMARY KEY (task_id, unit_id)
);
CREATE INDEX task_coordinator_unit ON task_coordinator (unit_id);

CREATE TABLE task_period (
  task_id uuid NOT NULL REFERENCES task ON DELETE CASCADE,
  valid_from date NOT NULL,
  valid_to date NOT NULL DEFAULT 'infinity',
  plan_id uuid NOT NULL,
  lead_unit_id uuid NOT NULL,
  responsible_id uuid,
  state text NOT NULL,
  due_date date,
  original_due_date date,
  submitted_on date,
  PRIMARY KEY (task_id, valid_from),
  CHECK (valid_from < valid_to)
);
CREATE INDEX task_period_span ON task_period (plan_id, valid_from, valid_to);
CREATE INDEX task_period_unit ON task_period (lead_unit_id, valid_to);

CREATE FUNCTION task_keep_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := fold(concat_ws(' ', NEW.code, NEW.title_vi, NEW.title_en, NEW.deliverable_vi, NEW.source_number));
  RETURN NEW;
END $$;
CREATE TRIGGER task_keep_search BEFORE INSERT OR UPDATE OF code, title_vi, title_en, deliverable_vi, source_number ON task
  FOR EACH ROW EXECUTE FUNCTION task_keep_search();

-- The state at the end of each day. Changes of one day share a row; a clock set back writes into the open row.
CREATE FUNCTION task_keep_period() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE day date := local_day(NEW.changed_at);
DECLARE open_from date;
BEGIN
  SELECT valid_from INTO open_from FROM task_period WHERE task_id = NEW.id AND valid_to = 'infinity';
  IF open_from < day THEN
    UPDATE task_period SET valid_to = day WHERE task_id = NEW.id AND valid_to = 'infinity';
  ELSE
    day := coalesce(open_from, day);
  END IF;
  INSERT INTO task_period AS p (task_id, valid_from, plan_id, lead_unit_id, responsible_id, state, due_date, original_due_date, submitted_on)
  VALUES (NEW.id, day, NEW.plan_id, NEW.lead_unit_id, NEW.responsible_id, NEW.state, NEW.due_date, NEW.original_due_date, NEW.submitted_on)
  ON CONFLICT (task_id, valid_from) DO UPDATE SET plan_id = excluded.plan_id, lead_unit_id = excluded.lead_unit_id,
    responsible_id = excluded.responsible_id, state = excluded.state, due_date = excluded.due_date,
    original_due_date = excluded.original_due_date, submitted_on = excluded.submitted_on;
  RETURN NULL;
END $$;
CREATE TRIGGER task_new_period AFTER INSERT ON task FOR EACH ROW EXECUTE FUNCTION task_keep_period();
CREATE TRIGGER task_changed_period AFTER UPDATE ON task FOR EACH ROW
  WHEN ((OLD.plan_id, OLD.lead_unit_id, OLD.responsible_id, OLD.state, OLD.due_date, OLD.original_due_date, OLD.submitted_on)
     IS DISTINCT FROM (NEW.plan_id, NEW.lead_unit_id, NEW.responsible_id, NEW.state, NEW.due_date, NEW.original_due_date, NEW.submitted_on))
  EXECUTE FUNCTION task_keep_period();

CREATE TABLE task_component (
  task_id uuid NOT NULL REFERENCES task ON DELETE CASCADE,
  component_id uuid NOT NULL REFERENCES node,
  valid_from date NOT NULL,
  valid_to date NOT NULL DEFAULT 'infinity',
  PRIMARY KEY (task_id, component_id, valid_from)
);
CREATE UNIQUE INDEX task_component_once ON task_component (task_id, component_id) WHERE valid_to = 'infinity';
CREATE INDEX task_component_component ON task_component (component_id, task_id);

CREATE TABLE progress_update (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES task ON DELETE CASCADE,
  at timestamptz NOT NULL,
  by_user_id uuid REFERENCES app_user,
  percent smallint NOT NULL CHECK (percent BETWEEN 0 AND 100),
  done text,
  obstacle text
);
CREATE INDEX progress_update_task ON progress_update (task_id, id);

CREATE TABLE evidence (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES task ON DELETE CASCADE,
  at timestamptz NOT NULL,
  by_user_id uuid REFERENCES app_user,
  title text NOT NULL,
  document_number text,
  document_date date,
  issuer text,
  page text,
  -- The file, when there is one: its sha256 names it in the file store, the name is only shown.
  file_hash text CHECK (file_hash ~ '^[0-9a-f]{64}$'),
  file_name text,
  file_size int CHECK (file_size > 0),
  media_type text,
  CHECK (num_nonnulls(file_hash, file_name, file_size, media_type) IN (0, 4))
);
CREATE INDEX evidence_task ON evidence (task_id, id);
CREATE INDEX evidence_file ON evidence (file_hash) WHERE file_hash IS NOT NULL;

CREATE TABLE submission (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES task ON DELETE CASCADE,
  at timestamptz NOT NULL,
  by_user_id uuid REFERENCES app_user,
  note text,
  document_number text,
  document_date date,
  -- The day that counts: the document's where given, else the day of submission.
  counts_on date NOT NULL,
  decided_at timestamptz,
  decided_by uuid REFERENCES app_user,
  accepted boolean,
  reason text
);
CREATE UNIQUE INDEX submission_undecided ON submission (task_id) WHERE decided_at IS NULL;
CREATE INDEX submission_task ON submission (task_id, id);

CREATE TABLE extension (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES task ON DELETE CASCADE,
  at timestamptz NOT NULL,
  by_user_id uuid REFERENCES app_user,
  reason text NOT NULL,
  due_date_before date NOT NULL,
  requested_due_date date NOT NULL,
  decided_at timestamptz,
  decided_by uuid REFERENCES app_user,
  approved boolean,
  new_due_date date,
  decision_reason text,
  CHECK (approved IS NOT TRUE OR new_due_date IS NOT NULL)
);
CREATE UNIQUE INDEX extension_undecided ON extension (task_id) WHERE decided_at IS NULL;
CREATE INDEX extension_task ON extension (task_id, id);

CREATE TABLE direction (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES task ON DELETE CASCADE,
  at timestamptz NOT NULL,
  by_user_id uuid REFERENCES app_user,
  text text NOT NULL
);
CREATE INDEX direction_task ON direction (task_id, id);

CREATE TABLE task_comment (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES task ON DELETE CASCADE,
  at timestamptz NOT NULL,
  by_user_id uuid REFERENCES app_user,
  text text NOT NULL CHECK (text <> '')
);
CREATE INDEX task_comment_task ON task_comment (task_id, at, id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE task_comment, direction, extension, submission, evidence, progress_update, task_component, task_period, task_coordinator, task, plan;
DROP FUNCTION task_keep_search();
DROP FUNCTION task_keep_period();`);
  }
}
