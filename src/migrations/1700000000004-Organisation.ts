import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Units and their succession. A row is a unit in one period of validity (both ends inclusive, null is open): codes are
 * reused by the statistics office, so a code alone names nothing. `unit_ancestor` holds each unit and all above it.
 */
export class Organisation1700000000004 implements MigrationInterface {
  name = 'Organisation1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE unit (
  id uuid PRIMARY KEY,
  code text NOT NULL CHECK (code <> ''),
  gso_code text,
  name_vi text NOT NULL CHECK (name_vi <> ''),
  name_en text NOT NULL CHECK (name_en <> ''),
  aliases text[] NOT NULL DEFAULT '{}',
  level text NOT NULL CHECK (level IN ('province', 'department', 'office', 'body', 'district', 'commune')),
  subtype text,
  parent_id uuid REFERENCES unit,
  valid_from date,
  valid_to date,
  version int NOT NULL DEFAULT 1,
  search text,
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to),
  CONSTRAINT unit_code_once_at_a_time EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
CREATE INDEX unit_parent ON unit (parent_id);
CREATE INDEX unit_search ON unit USING gin (search gin_trgm_ops);

CREATE TABLE unit_ancestor (
  unit_id uuid NOT NULL REFERENCES unit ON DELETE CASCADE,
  ancestor_id uuid NOT NULL REFERENCES unit ON DELETE CASCADE,
  depth smallint NOT NULL,
  PRIMARY KEY (ancestor_id, unit_id)
);
CREATE INDEX unit_ancestor_unit ON unit_ancestor (unit_id, ancestor_id);

CREATE FUNCTION unit_keep_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := fold(concat_ws(' ', NEW.code, NEW.name_vi, NEW.name_en, array_to_string(NEW.aliases, ' ')));
  RETURN NEW;
END $$;
CREATE TRIGGER unit_keep_search BEFORE INSERT OR UPDATE ON unit FOR EACH ROW EXECUTE FUNCTION unit_keep_search();

-- A unit that moves takes its whole subtree along.
CREATE FUNCTION unit_keep_ancestors() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM unit_ancestor a USING unit_ancestor below
     WHERE below.ancestor_id = NEW.id AND a.unit_id = below.unit_id
       AND a.ancestor_id NOT IN (SELECT unit_id FROM unit_ancestor WHERE ancestor_id = NEW.id);
  ELSE
    INSERT INTO unit_ancestor VALUES (NEW.id, NEW.id, 0);
  END IF;
  INSERT INTO unit_ancestor (unit_id, ancestor_id, depth)
  SELECT below.unit_id, above.ancestor_id, below.depth + above.depth + 1
    FROM unit_ancestor below, unit_ancestor above
   WHERE below.ancestor_id = NEW.id AND above.unit_id = NEW.parent_id;
  RETURN NULL;
END $$;
CREATE TRIGGER unit_new_ancestors AFTER INSERT ON unit FOR EACH ROW EXECUTE FUNCTION unit_keep_ancestors();
CREATE TRIGGER unit_moved_ancestors AFTER UPDATE OF parent_id ON unit FOR EACH ROW
  WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION unit_keep_ancestors();

CREATE TABLE unit_succession (
  id uuid PRIMARY KEY,
  effective_on date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('merge', 'split', 'abolish', 'create', 'rename')),
  decision text,
  note text,
  from_unit_id uuid REFERENCES unit,
  to_unit_id uuid REFERENCES unit,
  partial boolean NOT NULL DEFAULT false
);
CREATE INDEX unit_succession_from ON unit_succession (from_unit_id);
CREATE INDEX unit_succession_to ON unit_succession (to_unit_id);

-- "Các sở, ban, ngành": a name in plans for all units of a level.
CREATE TABLE unit_group (
  keyword text PRIMARY KEY,
  name_vi text NOT NULL,
  name_en text NOT NULL,
  aliases text[] NOT NULL DEFAULT '{}',
  level text NOT NULL
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE unit_group, unit_succession, unit_ancestor, unit CASCADE;
DROP FUNCTION unit_keep_search();
DROP FUNCTION unit_keep_ancestors();`);
  }
}
