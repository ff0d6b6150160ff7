import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programs that are told (webhooks), every try of a delivery, the pace at which letters leave, and who is left alone for a while. */
export class Deliveries1700000000018 implements MigrationInterface {
  name = 'Deliveries1700000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE webhook (
  id uuid PRIMARY KEY,
  -- It hears of tasks whose lead unit stands at or below this one.
  unit_id uuid NOT NULL REFERENCES unit,
  name text NOT NULL CHECK (name <> ''),
  url text NOT NULL,
  -- Kinds of notification; empty: all.
  kinds text[] NOT NULL DEFAULT '{}',
  active boolean NOT NULL DEFAULT true,
  -- Its secret follows from SECRET_KEY, its id and this number, and is stored nowhere.
  secret_revision int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1
);

ALTER TABLE delivery
  DROP CONSTRAINT delivery_channel_check,
  ADD CONSTRAINT delivery_channel_check CHECK (channel IN ('mail', 'webhook')),
  ADD webhook_id uuid REFERENCES webhook,
  ADD CONSTRAINT delivery_webhook CHECK ((channel = 'webhook') = (webhook_id IS NOT NULL)),
  DROP CONSTRAINT delivery_notification_id_channel_key,
  ADD CONSTRAINT delivery_once UNIQUE NULLS NOT DISTINCT (notification_id, digest_id, channel, webhook_id);
DROP INDEX delivery_waiting;
CREATE INDEX delivery_waiting ON delivery (channel, next_attempt_at, id) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX delivery_waiting_for ON delivery (webhook_id, next_attempt_at, id)
  WHERE sent_at IS NULL AND failed_at IS NULL AND webhook_id IS NOT NULL;
CREATE INDEX delivery_told ON delivery (webhook_id, id) WHERE webhook_id IS NOT NULL;
CREATE INDEX delivery_recipient ON delivery (recipient_id, id);

CREATE TABLE delivery_attempt (
  delivery_id uuid NOT NULL REFERENCES delivery ON DELETE CASCADE,
  number int NOT NULL,
  begun_at timestamptz NOT NULL,
  -- Null: the worker ended before the answer.
  ended_at timestamptz,
  sent boolean,
  -- The other side's answer, or why it failed.
  answer text,
  PRIMARY KEY (delivery_id, number),
  CHECK ((ended_at IS NULL) = (sent IS NULL))
);
CREATE INDEX delivery_attempt_failed ON delivery_attempt (ended_at) WHERE NOT sent;

-- Letters handed to the mail server in a second, whichever worker did; a minute is the last sixty of them.
CREATE TABLE letter_pace (second timestamptz PRIMARY KEY, used int NOT NULL);

-- The mail server, or a receiver, that does not work: nothing is sent to it until then, and then one delivery to try it.
CREATE TABLE delivery_pause (
  -- 'mail', or the id of a webhook.
  outlet text PRIMARY KEY,
  failures int NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz NOT NULL,
  reason text NOT NULL
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE delivery_pause, letter_pace, delivery_attempt;
DELETE FROM delivery WHERE channel = 'webhook';
DROP INDEX delivery_waiting, delivery_recipient;
CREATE INDEX delivery_waiting ON delivery (next_attempt_at) WHERE sent_at IS NULL AND failed_at IS NULL;
ALTER TABLE delivery
  DROP CONSTRAINT delivery_once,
  DROP webhook_id,
  ADD CONSTRAINT delivery_notification_id_channel_key UNIQUE (notification_id, channel),
  DROP CONSTRAINT delivery_channel_check,
  ADD CONSTRAINT delivery_channel_check CHECK (channel IN ('mail'));
DROP TABLE webhook;`);
  }
}
