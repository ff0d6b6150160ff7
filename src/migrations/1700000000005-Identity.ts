import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, the roles they hold in a unit's subtree, and how they sign in. Secrets are kept as hashes only. */
export class Identity1700000000005 implements MigrationInterface {
  name = 'Identity1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE app_user (
  id uuid PRIMARY KEY,
  username text,
  display_name text NOT NULL CHECK (display_name <> ''),
  email text,
  unit_id uuid NOT NULL REFERENCES unit,
  position text,
  is_head boolean NOT NULL DEFAULT false,
  locale text NOT NULL DEFAULT 'vi' CHECK (locale IN ('vi', 'en')),
  -- The person is invented (sample province) and must be shown as such.
  invented boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  password_hash text,
  version int NOT NULL DEFAULT 1,
  search text
);
CREATE UNIQUE INDEX app_user_username ON app_user (lower(username));
CREATE INDEX app_user_unit ON app_user (unit_id);
CREATE INDEX app_user_name ON app_user (display_name COLLATE vietnamese, id);
CREATE INDEX app_user_search ON app_user USING gin (search gin_trgm_ops);
CREATE FUNCTION app_user_keep_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN NEW.search := fold(concat_ws(' ', NEW.username, NEW.display_name, NEW.position)); RETURN NEW; END $$;
CREATE TRIGGER app_user_keep_search BEFORE INSERT OR UPDATE ON app_user FOR EACH ROW EXECUTE FUNCTION app_user_keep_search();

CREATE TABLE role_grant (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('admin', 'committee', 'leader', 'officer', 'auditor')),
  unit_id uuid NOT NULL REFERENCES unit,
  UNIQUE (user_id, role, unit_id)
);
CREATE INDEX role_grant_unit ON role_grant (unit_id, role);

CREATE TABLE session (
  token_hash bytea PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  csrf_token text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_of_user ON session (user_id);
CREATE INDEX session_expiry ON session (expires_at);

-- Counted by the name that was typed, whether somebody has it or not: a lock tells nothing about who exists.
CREATE TABLE sign_in_failure (
  username_hash bytea PRIMARY KEY,
  failures int NOT NULL,
  last_at timestamptz NOT NULL,
  locked_until timestamptz
);
CREATE INDEX sign_in_failure_age ON sign_in_failure (last_at);

CREATE TABLE api_token (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX api_token_user ON api_token (user_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE api_token, sign_in_failure, session, role_grant, app_user;
DROP FUNCTION app_user_keep_search();`);
  }
}
