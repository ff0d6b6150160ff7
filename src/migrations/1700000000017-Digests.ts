import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One letter with many: the digest of a day and a leader's review of a week; a delivery carries a notification or a digest. */
export class Digests1700000000017 implements MigrationInterface {
  name = 'Digests1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE digest (
  id uuid PRIMARY KEY,
  recipient_id uuid NOT NULL REFERENCES app_user,
  kind text NOT NULL CHECK (kind IN ('daily', 'weekly')),
  -- The day it speaks of: told once a day, once a week.
  day date NOT NULL,
  created_at timestamptz NOT NULL,
  -- What it says, kept: a letter written again has the same words.
  content jsonb NOT NULL,
  UNIQUE (recipient_id, kind, day)
);

ALTER TABLE notification ADD digest_id uuid REFERENCES digest;
CREATE INDEX notification_undigested ON notification (recipient_id) WHERE mail = 'digest' AND digest_id IS NULL;
CREATE INDEX notification_digest ON notification (digest_id) WHERE digest_id IS NOT NULL;
-- What a deputy was told is the absent person's again when he is back.
CREATE INDEX notification_on_behalf ON notification (on_behalf_of) WHERE on_behalf_of IS NOT NULL;

-- A leader may do without the review of the week.
ALTER TABLE telling_preference ADD weekly_review boolean NOT NULL DEFAULT true;

ALTER TABLE delivery
  ALTER notification_id DROP NOT NULL,
  ADD digest_id uuid UNIQUE REFERENCES digest,
  ADD recipient_id uuid REFERENCES app_user,
  ADD CHECK (num_nonnulls(notification_id, digest_id) = 1);
UPDATE delivery d SET recipient_id = n.recipient_id FROM notification n WHERE n.id = d.notification_id;
ALTER TABLE delivery ALTER recipient_id SET NOT NULL;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DELETE FROM delivery WHERE digest_id IS NOT NULL;
ALTER TABLE delivery DROP recipient_id, DROP digest_id, ALTER notification_id SET NOT NULL;
ALTER TABLE telling_preference DROP weekly_review;
DROP INDEX notification_on_behalf;
ALTER TABLE notification DROP digest_id;
DROP TABLE digest;`);
  }
}
