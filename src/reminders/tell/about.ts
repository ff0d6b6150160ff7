import { showDay, type Day } from '../../platform/clock/day';
import type { Locale } from '../../platform/errors/problem';
import { say, type MessageKey } from '../messages/messages';
import type { RuleKind } from '../reminder';
import type { Facts } from './facts';

export type Event = { kind: RuleKind } & Pick<Facts, 'extension' | 'direction' | 'comment'>;

/** Characters of somebody's words in a title, and in the body of a telling that only points to them. */
const [IN_TITLE, IN_BODY] = [60, 500];

/** Who said it and how it begins, for the title of a telling of somebody's words. */
export function spoken(locale: Locale, { kind, direction, comment }: Event): Record<string, string> {
  const [who, text] =
    kind === 'mentioned'
      ? [comment?.by, comment?.text]
      : kind === 'direction_answered'
        ? [direction?.answeredBy, direction?.answer]
        : [direction?.by, direction?.text];
  return { who: who ?? say(locale, 'system'), words: beginning(text ?? '', IN_TITLE) };
}

/** What the event itself says: the words, who said them, what they ask for; the extension and its decision. */
export function about(locale: Locale, event: Event): string[] {
  const { kind, direction, comment } = event;
  if (kind === 'direction_given' && direction) return ofDirection(locale, direction);
  if (kind === 'direction_answered' && direction) return ofAnswer(locale, direction);
  if (kind === 'mentioned' && comment) {
    return [
      say(locale, 'line.comment', { text: beginning(comment.text, IN_BODY) }),
      ...by(locale, 'line.written_by', comment.by),
    ];
  }
  return ofExtension(locale, event);
}

/** The instruction stands there in full: it is to be followed, not looked up. */
function ofDirection(locale: Locale, direction: NonNullable<Facts['direction']>): string[] {
  const { text, answerBy } = direction;
  const document = documentWords(locale, direction.documentNumber, direction.documentDate);
  return [
    say(locale, 'line.direction', { text }),
    ...by(locale, 'line.given_by', direction.by),
    ...(document ? [say(locale, 'line.document', { document })] : []),
    ...(answerBy ? [say(locale, 'line.answer_by', { day: showDay(answerBy) })] : []),
  ];
}

function ofAnswer(locale: Locale, { answer, answeredBy, text }: NonNullable<Facts['direction']>): string[] {
  return [
    say(locale, 'line.answer', { text: beginning(answer ?? '', IN_BODY) }),
    ...by(locale, 'line.answered_by', answeredBy),
    say(locale, 'line.direction', { text: beginning(text, IN_BODY) }),
  ];
}

function ofExtension(locale: Locale, { kind, extension }: Event): string[] {
  if (!extension) return [];
  const asked = kind !== 'extension_decided';
  const reason = asked ? extension.reason : extension.decisionReason;
  const said: MessageKey = asked
    ? 'line.extension_asked'
    : extension.approved
      ? 'line.extension_granted'
      : 'line.extension_refused';
  const day = showDay(extension.newDueDate ?? extension.requestedDueDate);
  return [say(locale, said, { day }), ...(reason ? [say(locale, 'line.reason', { reason })] : [])];
}

function by(locale: Locale, key: MessageKey, person: string | null): string[] {
  return person ? [say(locale, key, { person })] : [];
}

function documentWords(locale: Locale, number: string | null, date: Day | null): string {
  return [
    number && say(locale, 'document.number', { number }),
    date && say(locale, 'document.date', { day: showDay(date) }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** The first words that fit; a word is cut only when it is longer than half of the room. */
export function beginning(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const characters = [...flat];
  if (characters.length <= most) return flat;
  const blank = characters.lastIndexOf(' ', most - 1);
  return `${characters.slice(0, blank > most / 2 ? blank : most - 1).join('')}…`;
}
