import type { Locale } from '../../platform/errors/problem';
import type { Letter } from '../../platform/mail/mailer';
import type { DigestContent } from '../digest/digest-content';
import { digestDocument } from '../digest/digest-document';
import { unsubscriptionAddress } from '../digest/unsubscription-token';
import type { WeeklyContent } from '../digest/weekly-content';
import { weeklyDocument } from '../digest/weekly-document';
import { say } from '../messages/messages';
import type { LetterDocument } from './letter-document';
import { renderHtml } from './render-html';
import { renderText } from './render-text';

/** A delivery with the words it carries: a notification's, or what a digest has kept. */
export interface LetterRow {
  address: string;
  messageId: string;
  recipientId: string;
  locale: Locale;
  displayName: string;
  taskId: string | null;
  titleVi: string | null;
  titleEn: string | null;
  bodyVi: string | null;
  bodyEn: string | null;
  digest: { kind: 'daily'; content: DigestContent } | { kind: 'weekly'; content: WeeklyContent } | null;
}

/** Joins of a delivery `d` that a letter is written from, and its columns. */
export const letterColumns = `d.address, d.message_id AS "messageId", me.id AS "recipientId", me.locale, me.display_name AS "displayName",
  n.task_id AS "taskId", n.title_vi AS "titleVi", n.title_en AS "titleEn", n.body_vi AS "bodyVi", n.body_en AS "bodyEn",
  CASE WHEN g.id IS NOT NULL THEN json_build_object('kind', g.kind, 'content', g.content) END AS digest`;
export const letterJoins = `JOIN app_user me ON me.id = d.recipient_id LEFT JOIN notification n ON n.id = d.notification_id
  LEFT JOIN digest g ON g.id = d.digest_id`;

const SUBJECT_LIMIT = 180;

/**
 * The letter of a delivery: the same words and the same Message-ID however often it is written. With a secret key a digest
 * can be switched off from the mail program; without one its header only leads to the settings.
 */
export function writeLetter(row: LetterRow, publicUrl: string, secretKey?: string): Letter {
  const base = publicUrl.replace(/\/+$/, '');
  const document = documentOf(row, base);
  const subject = shorten(document.subject);
  return {
    messageId: row.messageId,
    to: row.address,
    subject,
    text: renderText(document),
    html: renderHtml({ ...document, subject }),
    headers: headersOf(row, base, secretKey),
  };
}

function documentOf(row: LetterRow, base: string): LetterDocument {
  const { locale, displayName, digest } = row;
  if (digest?.kind === 'daily') return digestDocument(locale, displayName, digest.content, base);
  if (digest?.kind === 'weekly') return weeklyDocument(locale, displayName, digest.content, base);
  return notificationDocument(row, base);
}

function notificationDocument(row: LetterRow, base: string): LetterDocument {
  const { locale, taskId } = row;
  const [title, body] = locale === 'en' ? [row.titleEn!, row.bodyEn!] : [row.titleVi!, row.bodyVi!];
  return {
    locale,
    subject: say(locale, 'letter.subject', { title: title.replace(/\s+/g, ' ') }),
    blocks: [
      { kind: 'words', text: say(locale, 'letter.greeting', { name: row.displayName }) },
      { kind: 'heading', text: title, tone: 'plain' },
      { kind: 'words', text: body },
      ...(taskId
        ? [{ kind: 'link', label: say(locale, 'letter.link'), link: `${base}/tasks/${taskId}` } as const]
        : []),
      { kind: 'foot', text: say(locale, 'letter.closing') },
    ],
  };
}

/** No program need answer these letters; a digest can be stopped (RFC 2369, 8058), a single word to a person cannot. */
function headersOf(
  { digest, recipientId }: LetterRow,
  base: string,
  secretKey?: string,
): Record<string, string> {
  const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
  if (!digest) return automatic;
  const listed = { ...automatic, Precedence: 'bulk' };
  if (!secretKey) return { ...listed, 'List-Unsubscribe': `<${base}/settings>` };
  return {
    ...listed,
    'List-Unsubscribe': `<${unsubscriptionAddress(base, secretKey, digest.kind, recipientId)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= SUBJECT_LIMIT ? text : `${characters.slice(0, SUBJECT_LIMIT - 1).join('')}…`;
}
