import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes, their editions as versioned data, and published results. Unknown points stay null. */
export class Indexes1700000000006 implements MigrationInterface {
  name = 'Indexes1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE index (
  code text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  name_vi text NOT NULL,
  name_en text NOT NULL,
  -- How a result's score is printed: per cent of the maximum, or points.
  unit text NOT NULL CHECK (unit IN ('percent', 'points')),
  position int NOT NULL DEFAULT 0
);

CREATE TABLE edition (
  id uuid PRIMARY KEY,
  index_code text NOT NULL REFERENCES index,
  year int NOT NULL CHECK (year BETWEEN 1990 AND 2200),
  name_vi text NOT NULL,
  name_en text NOT NULL,
  decision text,
  -- Not an official annex; label_* say so wherever it shows.
  illustrative boolean NOT NULL DEFAULT false,
  label_vi text,
  label_en text,
  -- {fields, criteria, components, maxPoints, byMethod}: what the sums must be where the decision says so.
  totals jsonb NOT NULL DEFAULT '{}',
  -- The year whose scores stand in node.baseline_score.
  baseline_year int,
  published_at timestamptz,
  version int NOT NULL DEFAULT 1,
  UNIQUE (index_code, year)
);

CREATE TABLE node (
  id uuid PRIMARY KEY,
  edition_id uuid NOT NULL REFERENCES edition ON DELETE CASCADE,
  parent_id uuid REFERENCES node ON DELETE CASCADE,
  level text NOT NULL CHECK (level IN ('field', 'criterion', 'component')),
  code text NOT NULL,
  position int NOT NULL,
  name_vi text NOT NULL,
  name_en text NOT NULL,
  max_points numeric(9, 4) CHECK (max_points >= 0),
  -- appraisal, survey_leaders, survey_citizens; null where unknown.
  method text,
  -- {type, …parameters}; only components have one.
  rule jsonb,
  -- linked_tasks, reported_value or survey.
  source text CHECK (source IN ('linked_tasks', 'reported_value', 'survey')),
  task_measure text CHECK (task_measure IN ('done', 'done_on_time')),
  task_scope text CHECK (task_scope IN ('linked', 'plan')),
  quantity jsonb,
  owner_unit_code text,
  baseline_score numeric(9, 4) CHECK (baseline_score >= 0),
  UNIQUE (edition_id, code)
);
CREATE INDEX node_parent ON node (parent_id);

CREATE FUNCTION node_refuse_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM edition WHERE id IN (NEW.edition_id, OLD.edition_id) AND published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a published edition is frozen';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER node_frozen BEFORE INSERT OR UPDATE OR DELETE ON node FOR EACH ROW EXECUTE FUNCTION node_refuse_frozen();

CREATE FUNCTION edition_refuse_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a published edition is frozen'; END $$;
CREATE TRIGGER edition_frozen BEFORE UPDATE OR DELETE ON edition FOR EACH ROW WHEN (OLD.published_at IS NOT NULL)
  EXECUTE FUNCTION edition_refuse_frozen();

-- The value of a component that tasks do not give: reported by its owner, or a survey's outcome. The latest by day counts.
-- A report of a past day does not know what was entered after it, whatever day the value is of.
CREATE TABLE component_value (
  id uuid PRIMARY KEY,
  component_id uuid NOT NULL REFERENCES node,
  value numeric(14, 4) NOT NULL,
  reported_on date NOT NULL,
  entered_at timestamptz NOT NULL,
  reported_by uuid,
  note text
);
CREATE INDEX component_value_latest ON component_value (component_id, reported_on DESC, id DESC);

CREATE TABLE result (
  id uuid PRIMARY KEY,
  index_code text NOT NULL REFERENCES index,
  year int NOT NULL,
  node_code text,
  subject_name text NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('province', 'department', 'district', 'commune', 'aggregate')),
  -- Code of a unit of ours, where the subject is one.
  subject_code text,
  score numeric(9, 4),
  unit_of_measure text NOT NULL,
  rank int CHECK (rank > 0),
  ranked_of int CHECK (ranked_of > 0),
  note text,
  provenance jsonb NOT NULL DEFAULT '{}',
  CHECK (rank IS NULL OR ranked_of IS NULL OR rank <= ranked_of)
);
CREATE UNIQUE INDEX result_once ON result (index_code, year, coalesce(node_code, ''), subject_name);

-- Changes that were published where the ranks or scores themselves were not.
CREATE TABLE published_change (
  id uuid PRIMARY KEY,
  index_code text NOT NULL REFERENCES index,
  node_code text,
  subject_name text NOT NULL,
  subject_code text,
  from_year int NOT NULL,
  to_year int NOT NULL,
  score_change numeric(9, 4),
  rank_change int,
  provenance jsonb NOT NULL DEFAULT '{}'
);
CREATE UNIQUE INDEX published_change_once
  ON published_change (index_code, from_year, to_year, coalesce(node_code, ''), subject_name);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE published_change, result, component_value, node, edition, index CASCADE;
DROP FUNCTION node_refuse_frozen();
DROP FUNCTION edition_refuse_frozen();`);
  }
}
