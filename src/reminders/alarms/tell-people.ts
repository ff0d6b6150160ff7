import type { EntityManager } from 'typeorm';
import type { Texts } from '../../platform/errors/problem';
import type { NotificationKind } from '../reminder';

/** What the system itself tells people, of no task and by no reminder. */
export interface Tidings {
  kind: NotificationKind;
  title: Texts;
  body: Texts;
  /** by_choice: as each has chosen for this kind, at once where nothing is chosen; none: in the inbox only. */
  mail: 'by_choice' | 'none';
}

/** Writes the notifications of those of some people who are active, and the letters of those who want one at once. `host` ends the Message-IDs. */
export async function tellPeople(
  manager: EntityManager,
  userIds: string[],
  { kind, title, body, mail }: Tidings,
  host: string,
): Promise<void> {
  await manager.query(
    `WITH told AS (
       INSERT INTO notification (id, recipient_id, kind, title_vi, title_en, body_vi, body_en, mail, created_at, shown_at)
       SELECT uuid_v7(), u.id, $2::text, $3, $4, $5, $6,
              CASE WHEN $7 THEN coalesce(p.letters ->> $2, 'at_once') ELSE 'none' END, now(), now()
         FROM app_user u LEFT JOIN telling_preference p ON p.user_id = u.id
        WHERE u.id = ANY($1::uuid[]) AND u.active ORDER BY u.id
       RETURNING id, recipient_id, mail)
     INSERT INTO delivery (id, notification_id, recipient_id, channel, address, message_id, created_at, next_attempt_at)
     SELECT uuid_v7(), told.id, u.id, 'mail', trim(u.email), told.id || '@' || $8, now(), now()
       FROM told JOIN app_user u ON u.id = told.recipient_id
      WHERE told.mail = 'at_once' AND trim(u.email) <> ''`,
    [userIds, kind, title.vi, title.en, body.vi, body.en, mail === 'by_choice', host],
  );
}
