import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The trail. Entries form eight chains; a transaction writes to one of them, chosen by its id, so that writers
 * seldom wait for each other and never deadlock. Each entry's hash covers its content and the hash before it, and the
 * chain's head is kept apart: a changed, removed or inserted entry, at the end too, no longer fits.
 */
export class Journal1700000000002 implements MigrationInterface {
  name = 'Journal1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE journal_chain (id smallint PRIMARY KEY, length bigint NOT NULL, head bytea NOT NULL) WITH (fillfactor = 20);
INSERT INTO journal_chain SELECT n, 0, '\\x'::bytea FROM generate_series(0, 7) n;

CREATE TABLE journal_entry (
  id uuid NOT NULL UNIQUE,
  chain smallint NOT NULL REFERENCES journal_chain,
  position bigint NOT NULL,
  at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor_id uuid,
  actor_name text NOT NULL,
  act text NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  unit_id uuid,
  changes jsonb NOT NULL,
  note text,
  request_id text NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (chain, position)
);
CREATE INDEX journal_entry_subject ON journal_entry (subject_type, subject_id, id);
CREATE INDEX journal_entry_unit ON journal_entry (unit_id, id);
CREATE INDEX journal_entry_newest ON journal_entry (at DESC, id DESC);

CREATE FUNCTION journal_hash(previous bytea, e journal_entry) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(previous || convert_to(jsonb_build_array(
    e.id, e.chain, e.position, extract(epoch FROM e.at), extract(epoch FROM e.recorded_at), e.actor_id, e.actor_name,
    e.act, e.subject_type, e.subject_id, e.unit_id, e.changes, e.note, e.request_id)::text, 'UTF8'))
$$;

-- The chain's row is written once a statement, not once an entry: thousands of versions of one row in one transaction
-- would make each next entry slower. Between, length and head stand in settings that end with the transaction.
CREATE FUNCTION journal_begin() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE mine journal_chain;
BEGIN
  SELECT * INTO mine FROM journal_chain WHERE id = pg_current_xact_id()::text::bigint % 8 FOR UPDATE;
  PERFORM set_config('journal.length', mine.length::text, true), set_config('journal.head', encode(mine.head, 'hex'), true);
  RETURN NULL;
END $$;
CREATE TRIGGER journal_begin BEFORE INSERT ON journal_entry FOR EACH STATEMENT EXECUTE FUNCTION journal_begin();

CREATE FUNCTION journal_append() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.chain := pg_current_xact_id()::text::bigint % 8;
  NEW.position := current_setting('journal.length')::bigint + 1;
  NEW.hash := journal_hash(decode(current_setting('journal.head'), 'hex'), NEW);
  PERFORM set_config('journal.length', NEW.position::text, true), set_config('journal.head', encode(NEW.hash, 'hex'), true);
  RETURN NEW;
END $$;
CREATE TRIGGER journal_append BEFORE INSERT ON journal_entry FOR EACH ROW EXECUTE FUNCTION journal_append();

CREATE FUNCTION journal_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE journal_chain SET length = current_setting('journal.length')::bigint, head = decode(current_setting('journal.head'), 'hex')
   WHERE id = pg_current_xact_id()::text::bigint % 8;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_end AFTER INSERT ON journal_entry FOR EACH STATEMENT EXECUTE FUNCTION journal_end();

CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$;
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entry
  FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE journal_entry CASCADE;
DROP TABLE journal_chain;
DROP FUNCTION journal_begin();
DROP FUNCTION journal_append();
DROP FUNCTION journal_end();
DROP FUNCTION journal_refuse();`);
  }
}
