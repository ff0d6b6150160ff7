import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { dayOf } from '../../platform/clock/day';
import { prepared } from '../../platform/database/prepared';
import { webhookDeliveries } from '../webhooks/webhook-deliveries';
import { takeAllowance } from './allowance';
import type { Composed } from './compose';
import type { Telling } from './decide';
import { route, wishOf } from './route';

export type Word = Telling & Composed;

export interface Post {
  moment: Date;
  /** Letters at once that one person gets on a day. */
  ceiling: number;
  /** The domain of Message-IDs. */
  host: string;
}

/** Writes notifications, their letters and calls to programs, and `told_at`: two statements however many. */
export async function notify(manager: EntityManager, words: readonly Word[], post: Post): Promise<void> {
  if (words.length === 0) return;
  const wanted = new Map<string, number>();
  for (const { to, kind } of words)
    if (wishOf(to, kind) === 'at_once') wanted.set(to.id, (wanted.get(to.id) ?? 0) + 1);
  const left = await takeAllowance(manager, wanted, dayOf(post.moment), post.ceiling);
  const rows = words.map(({ facts, to, onBehalfOf, kind, title, body }) => {
    const lettersLeft = left.get(to.id) ?? 0;
    const { mail, notBefore } = route(kind, to, lettersLeft, post.moment);
    if (mail === 'at_once') left.set(to.id, lettersLeft - 1);
    const id = uuidv7();
    return {
      id,
      reminder_id: facts.id,
      recipient_id: to.id,
      on_behalf_of: onBehalfOf?.id ?? null,
      task_id: facts.taskId,
      kind,
      title_vi: title.vi,
      title_en: title.en,
      body_vi: body.vi,
      body_en: body.en,
      mail,
      not_before: notBefore,
      ...(mail === 'at_once' && {
        delivery_id: uuidv7(),
        address: to.email,
        message_id: `${id}@${post.host}`,
      }),
    };
  });
  await prepared(manager, statement, [JSON.stringify(rows)]);
}

const statement = `
WITH word AS MATERIALIZED (
  SELECT * FROM json_to_recordset($1::json) AS w (id uuid, reminder_id uuid, recipient_id uuid, on_behalf_of uuid, task_id uuid, kind text,
    title_vi text, title_en text, body_vi text, body_en text, mail text, not_before timestamptz, delivery_id uuid, address text, message_id text)),
told AS (UPDATE reminder r SET told_at = now() FROM word WHERE r.id = word.reminder_id),
notified AS (
  INSERT INTO notification (id, reminder_id, recipient_id, on_behalf_of, task_id, kind, title_vi, title_en, body_vi, body_en, mail, created_at, shown_at)
  SELECT id, reminder_id, recipient_id, on_behalf_of, task_id, kind, title_vi, title_en, body_vi, body_en, mail, now(), now() FROM word
  RETURNING id, recipient_id, task_id, kind),
written AS (
  INSERT INTO delivery (id, notification_id, recipient_id, channel, address, message_id, created_at, next_attempt_at)
  SELECT delivery_id, id, recipient_id, 'mail', address, message_id, now(), coalesce(not_before, now()) FROM word WHERE mail = 'at_once')
INSERT INTO delivery (id, notification_id, recipient_id, channel, webhook_id, address, message_id, created_at, next_attempt_at)
SELECT uuid_v7(), call.notification_id, call.recipient_id, 'webhook', call.webhook_id, call.address, uuid_v7()::text, now(), now()
  FROM (${webhookDeliveries}) AS call`;
