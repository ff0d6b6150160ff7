import type { Locale } from '../../platform/errors/problem';
import type { Letter } from '../../platform/mail/mailer';
import { say } from '../messages/messages';

/** A delivery with the words it carries. */
export interface LetterRow {
  address: string;
  messageId: string;
  locale: Locale;
  displayName: string;
  taskId: string | null;
  titleVi: string;
  titleEn: string;
  bodyVi: string;
  bodyEn: string;
}

/** Joins of a delivery `d` that a letter is written from, and its columns. */
export const letterColumns = `d.address, d.message_id AS "messageId", me.locale, me.display_name AS "displayName",
  n.task_id AS "taskId", n.title_vi AS "titleVi", n.title_en AS "titleEn", n.body_vi AS "bodyVi", n.body_en AS "bodyEn"`;
export const letterJoins = `JOIN app_user me ON me.id = d.recipient_id LEFT JOIN notification n ON n.id = d.notification_id`;

const SUBJECT_LIMIT = 180;

/** The letter of a delivery: the same words and the same Message-ID however often it is written. */
export function writeLetter(row: LetterRow, publicUrl: string): Letter {
  const { locale } = row;
  const [title, body] = locale === 'en' ? [row.titleEn, row.bodyEn] : [row.titleVi, row.bodyVi];
  const subject = say(locale, 'letter.subject', { title: title.replace(/\s+/g, ' ') });
  const link = `${publicUrl.replace(/\/+$/, '')}/tasks/${row.taskId}`;
  const text = [
    say(locale, 'letter.greeting', { name: row.displayName }),
    title,
    body,
    ...(row.taskId ? [say(locale, 'letter.link', { link })] : []),
    say(locale, 'letter.closing'),
  ].join('\n\n');
  return { messageId: row.messageId, to: row.address, subject: shorten(subject), text };
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= SUBJECT_LIMIT ? text : `${characters.slice(0, SUBJECT_LIMIT - 1).join('')}…`;
}
