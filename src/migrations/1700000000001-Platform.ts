import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words, days, journal, outbox, timetable and answered requests: what every room stands on. */
export class Platform1700000000001 implements MigrationInterface {
  name = 'Platform1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE COLLATION IF NOT EXISTS vietnamese (provider = icu, locale = 'vi');

-- Text as a search compares it: composed, lower case, without diacritics (đ becomes d).
CREATE FUNCTION fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT lower(public.unaccent('public.unaccent', normalize($1, NFC))) $$;

-- The calendar day of a moment in Việt Nam.
CREATE FUNCTION local_day(timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT ($1 AT TIME ZONE 'Asia/Ho_Chi_Minh')::date $$;

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic text NOT NULL,
  payload jsonb NOT NULL,
  occurred_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  delivered_at timestamptz,
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  error text
);
CREATE INDEX outbox_waiting ON outbox (id) WHERE delivered_at IS NULL;

CREATE TABLE timetable_run (name text PRIMARY KEY, last_run_at timestamptz NOT NULL);

CREATE TABLE idempotent_request (
  actor_id uuid NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  -- json keeps the order of the fields: the second answer equals the first to the letter.
  response json,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (actor_id, key)
);
CREATE INDEX idempotent_request_age ON idempotent_request (created_at);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE idempotent_request, timetable_run, outbox;
DROP FUNCTION local_day(timestamptz);
DROP FUNCTION fold(text);
DROP COLLATION vietnamese;`);
  }
}
