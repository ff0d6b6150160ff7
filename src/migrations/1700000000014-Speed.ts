import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What makes a page of a list cost the same in ten thousand tasks and in a million (decision 0027). `task_scope` holds
 * each task under its lead unit and under every unit above it, by due date: one index gives both scope and order.
 */
export class Speed1700000000014 implements MigrationInterface {
  name = 'Speed1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- No foreign keys: the triggers below follow tasks and units through their whole life, and a key would need an index by task.
CREATE TABLE task_scope (
  unit_id uuid NOT NULL,
  -- The due date; a task without one comes after all that have one.
  due_key date NOT NULL,
  task_id uuid NOT NULL,
  PRIMARY KEY (unit_id, due_key, task_id)
);
INSERT INTO task_scope
SELECT a.ancestor_id, coalesce(t.due_date, 'infinity'), t.id FROM task t JOIN unit_ancestor a ON a.unit_id = t.lead_unit_id;

CREATE FUNCTION task_scope_of_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A unit that moves waits for who adds tasks, and the other way round: neither overlooks what the other writes.
  PERFORM pg_advisory_xact_lock_shared(hashtext('task_scope'));
  INSERT INTO task_scope
  SELECT a.ancestor_id, coalesce(t.due_date, 'infinity'), t.id FROM fresh t JOIN unit_ancestor a ON a.unit_id = t.lead_unit_id;
  RETURN NULL;
END $$;
CREATE TRIGGER task_scope_of_new AFTER INSERT ON task REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION task_scope_of_new();

CREATE FUNCTION task_scope_of_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('task_scope'));
  DELETE FROM task_scope s USING unit_ancestor a
   WHERE a.unit_id = OLD.lead_unit_id AND s.unit_id = a.ancestor_id AND s.due_key = coalesce(OLD.due_date, 'infinity') AND s.task_id = OLD.id;
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO task_scope
    SELECT a.ancestor_id, coalesce(NEW.due_date, 'infinity'), NEW.id FROM unit_ancestor a WHERE a.unit_id = NEW.lead_unit_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER task_scope_of_changed AFTER UPDATE OF lead_unit_id, due_date ON task FOR EACH ROW
  WHEN ((OLD.lead_unit_id, OLD.due_date) IS DISTINCT FROM (NEW.lead_unit_id, NEW.due_date)) EXECUTE FUNCTION task_scope_of_changed();
CREATE TRIGGER task_scope_of_removed AFTER DELETE ON task FOR EACH ROW EXECUTE FUNCTION task_scope_of_changed();

CREATE FUNCTION task_scope_before_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('task_scope'));
  RETURN NEW;
END $$;
CREATE TRIGGER task_scope_before_move BEFORE UPDATE OF parent_id ON unit FOR EACH ROW
  WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION task_scope_before_move();

-- A unit that moves takes the tasks of its subtree along.
CREATE FUNCTION task_scope_leaves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM task_scope s USING gone g, task t
   WHERE t.lead_unit_id = g.unit_id AND s.unit_id = g.ancestor_id AND s.due_key = coalesce(t.due_date, 'infinity') AND s.task_id = t.id;
  RETURN NULL;
END $$;
CREATE TRIGGER task_scope_leaves AFTER DELETE ON unit_ancestor REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION task_scope_leaves();
CREATE FUNCTION task_scope_joins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO task_scope
  SELECT f.ancestor_id, coalesce(t.due_date, 'infinity'), t.id FROM fresh f JOIN task t ON t.lead_unit_id = f.unit_id;
  RETURN NULL;
END $$;
CREATE TRIGGER task_scope_joins AFTER INSERT ON unit_ancestor REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION task_scope_joins();

-- The orders of a list over wide scopes, and the filters that match few tasks among many.
CREATE INDEX task_by_code ON task (code, id);
CREATE INDEX task_by_title ON task (left(title_vi, 150) COLLATE vietnamese, id);
CREATE INDEX task_of_plan ON task (plan_id, coalesce(due_date, 'infinity'), id);
CREATE INDEX task_open ON task (coalesce(due_date, 'infinity'), id) WHERE state IN ('assigned', 'in_progress', 'submitted', 'returned');
CREATE INDEX task_done_late ON task (coalesce(due_date, 'infinity'), id) WHERE state = 'accepted' AND submitted_on > due_date;
CREATE INDEX task_rare_state ON task (state, coalesce(due_date, 'infinity'), id) WHERE state IN ('draft', 'submitted', 'returned', 'cancelled');
CREATE INDEX task_handed_down ON task (coalesce(due_date, 'infinity'), id) WHERE handed_down;

-- Each process keeps who is signed in and forgets it when told that something of it has changed (decision 0028).
CREATE FUNCTION tell_signed_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NOTIFY signed_in;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_signed_in AFTER UPDATE OR DELETE ON session FOR EACH STATEMENT EXECUTE FUNCTION tell_signed_in();
CREATE TRIGGER tell_signed_in AFTER UPDATE OR DELETE ON api_token FOR EACH STATEMENT EXECUTE FUNCTION tell_signed_in();
CREATE TRIGGER tell_signed_in AFTER UPDATE OR DELETE ON app_user FOR EACH STATEMENT EXECUTE FUNCTION tell_signed_in();
CREATE TRIGGER tell_signed_in AFTER INSERT OR UPDATE OR DELETE ON role_grant FOR EACH STATEMENT EXECUTE FUNCTION tell_signed_in();
CREATE TRIGGER tell_signed_in AFTER INSERT OR UPDATE OR DELETE ON unit_ancestor FOR EACH STATEMENT EXECUTE FUNCTION tell_signed_in();

-- Room in each page, so that a progress report rewrites one row and no index.
ALTER TABLE task SET (fillfactor = 85);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE task RESET (fillfactor);
DROP TRIGGER tell_signed_in ON unit_ancestor;
DROP TRIGGER tell_signed_in ON role_grant;
DROP TRIGGER tell_signed_in ON app_user;
DROP TRIGGER tell_signed_in ON api_token;
DROP TRIGGER tell_signed_in ON session;
DROP FUNCTION tell_signed_in();
DROP INDEX task_by_code, task_by_title, task_of_plan, task_open, task_done_late, task_rare_state, task_handed_down;
DROP TRIGGER task_scope_joins ON unit_ancestor;
DROP TRIGGER task_scope_leaves ON unit_ancestor;
DROP TRIGGER task_scope_before_move ON unit;
DROP TRIGGER task_scope_of_removed ON task;
DROP TRIGGER task_scope_of_changed ON task;
DROP TRIGGER task_scope_of_new ON task;
DROP FUNCTION task_scope_joins();
DROP FUNCTION task_scope_leaves();
DROP FUNCTION task_scope_before_move();
DROP FUNCTION task_scope_of_changed();
DROP FUNCTION task_scope_of_new();
DROP TABLE task_scope;`);
  }
}
