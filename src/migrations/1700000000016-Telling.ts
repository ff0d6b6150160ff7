import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each person is told: at once or in a digest, quiet hours, absence and deputy; and the ceiling of letters a day. */
export class Telling1700000000016 implements MigrationInterface {
  name = 'Telling1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Nobody needs a row; without one the defaults hold.
CREATE TABLE telling_preference (
  user_id uuid PRIMARY KEY REFERENCES app_user,
  -- Hour of the day in Việt Nam from which the digest may be written.
  digest_hour smallint NOT NULL DEFAULT 8 CHECK (digest_hour BETWEEN 5 AND 21),
  -- Letters wait while it is quiet: from this hour on, until that one; over midnight when from > to.
  quiet_from smallint CHECK (quiet_from BETWEEN 0 AND 23),
  quiet_to smallint CHECK (quiet_to BETWEEN 0 AND 23),
  -- Kind of notification → at_once, digest or none; only what differs from the default.
  letters jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(letters) = 'object'),
  -- Whether programs of the province (webhooks) are told of this person's notifications.
  webhook boolean NOT NULL DEFAULT true,
  -- Both days included.
  absent_from date,
  absent_to date,
  deputy_id uuid REFERENCES app_user,
  version int NOT NULL DEFAULT 1,
  CHECK ((quiet_from IS NULL) = (quiet_to IS NULL)),
  CHECK (quiet_from <> quiet_to),
  CHECK (num_nonnulls(absent_from, absent_to) IN (0, 2) AND absent_from <= absent_to),
  CHECK (deputy_id IS NULL OR absent_from IS NOT NULL),
  CHECK (deputy_id <> user_id)
);

ALTER TABLE notification
  -- For whom the recipient stands in.
  ADD on_behalf_of uuid REFERENCES app_user,
  -- How it goes out by mail; a digest takes what says digest.
  ADD mail text NOT NULL DEFAULT 'at_once' CHECK (mail IN ('at_once', 'digest', 'none')),
  -- Its place in the inbox: when it was told, or the morning of the day to which its reader put it off.
  ADD shown_at timestamptz;
UPDATE notification SET shown_at = created_at;
ALTER TABLE notification ALTER shown_at SET NOT NULL;
DROP INDEX notification_inbox, notification_unread;
CREATE INDEX notification_inbox ON notification (recipient_id, shown_at DESC, id DESC);
CREATE INDEX notification_unread ON notification (recipient_id, shown_at) WHERE read_at IS NULL;

-- Letters at once that were meant for a person on a day; those beyond the ceiling went to the digest, however many workers tell.
CREATE TABLE letter_allowance (
  recipient_id uuid NOT NULL REFERENCES app_user,
  day date NOT NULL,
  used int NOT NULL,
  PRIMARY KEY (recipient_id, day)
);

-- Live inboxes look when this is heard; it says nothing itself.
CREATE FUNCTION notification_heard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('notifications_changed', '');
  RETURN NULL;
END $$;
CREATE TRIGGER notification_heard AFTER INSERT OR UPDATE OF read_at, shown_at ON notification
  FOR EACH STATEMENT EXECUTE FUNCTION notification_heard();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER notification_heard ON notification;
DROP FUNCTION notification_heard;
DROP TABLE letter_allowance, telling_preference;
DROP INDEX notification_inbox, notification_unread;
ALTER TABLE notification DROP shown_at, DROP mail, DROP on_behalf_of;
CREATE INDEX notification_inbox ON notification (recipient_id, id DESC);
CREATE INDEX notification_unread ON notification (recipient_id) WHERE read_at IS NULL;`);
  }
}
