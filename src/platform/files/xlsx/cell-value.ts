import { cleanText } from '../../text/clean-text';
import { XmlUnreadable } from './xml-reader';

/** What a number in a cell means by its format: dates are numbers to a spreadsheet. */
export type NumberMeaning = 'number' | 'day' | 'month';

const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const DAY = 86_400_000;
/** 31 December 9999, the last day that spreadsheets know. */
const LAST_SERIAL = 2_958_465;

/** Days as `YYYY-MM-DD`; a month that only its format makes one, such as "06/2023", as `MM/YYYY`. */
export function shownNumber(value: string, meaning: NumberMeaning, from1904: boolean): string {
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) throw new XmlUnreadable('not a number');
  const dated = meaning !== 'number' && number >= 1 && number <= LAST_SERIAL;
  // Fifteen digits, as spreadsheets show them: 0.1 + 0.2 is 0.3.
  if (!dated) return String(Number(number.toPrecision(15)));
  const day = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(number) * DAY).toISOString();
  return meaning === 'day' ? day.slice(0, 10) : `${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** Built-in formats; 27 to 58 are the days of East Asian editions. */
const builtIn = new Map<number, NumberMeaning>([
  [14, 'day'],
  [15, 'day'],
  [16, 'day'],
  [17, 'month'],
  [22, 'day'],
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'day'] as const),
]);

/** Whether a format such as `dd/mm/yyyy` or `mm/yyyy` makes a number a day or a month. */
export function meaningOf(formatId: number, code: string | undefined): NumberMeaning {
  if (code === undefined) return builtIn.get(formatId) ?? 'number';
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .split(';')[0]
    .toLowerCase();
  if (/general|standard/.test(bare)) return 'number';
  if (bare.includes('d')) return 'day';
  return bare.includes('y') && bare.includes('m') ? 'month' : 'number';
}

/**
 * Text as spreadsheets store it: what XML cannot hold is written `_x000D_`. The line breaks of word processors, which
 * come along when text is pasted, are line breaks.
 */
export function shownText(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
  // eslint-disable-next-line no-control-regex
  return cleanText(plain.replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n'));
}
