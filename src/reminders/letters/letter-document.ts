import type { Locale } from '../../platform/errors/problem';

/** How loud a part of a letter is: what is late, what is near, what is only to be known. */
export type Tone = 'late' | 'near' | 'plain';

/** What a letter says, before it becomes text or HTML: both are written from this and say the same. */
export type Block =
  | { kind: 'words'; text: string }
  /** A remark that is not to be missed. */
  | { kind: 'note'; text: string }
  | { kind: 'heading'; text: string; tone: Tone }
  /** One thing with its address: a mark before its title, and what is known of it in short parts, line by line. */
  | { kind: 'item'; title: string; link: string; mark: string | null; lines: string[][]; tone: Tone }
  /** The first column is words, the others are figures. */
  | { kind: 'table'; columns: string[]; rows: string[][] }
  | { kind: 'link'; label: string; link: string }
  /** Smaller, at the end. */
  | { kind: 'foot'; text: string };

export interface LetterDocument {
  locale: Locale;
  subject: string;
  blocks: Block[];
}

/** Between the short parts of a line. */
export const BETWEEN = ' · ';
