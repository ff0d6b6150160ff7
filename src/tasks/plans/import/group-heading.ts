import { fold } from '../fold';

const romans = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
];

export interface GroupHeading {
  /** The field of the plan that the rows below belong to: "III" is 3; letters stay. Null when the line names none. */
  field: string | null;
  title: string;
}

const MARK = '[IVX]{1,5}|[A-H]';
const inTwoCells = new RegExp(`^(${MARK})[.:)/-]?$`);
const inOneCell = new RegExp(`^(${MARK})[.:)/-]\\s*(\\S.*)$`, 's');
const spelled = /^(?:phần|nhóm|mục|lĩnh vực)\s+(?:thứ\s+)?([IVX]{1,5}|[A-H]|\d{1,2})\s*[.:)–-]\s*(\S.*)$/isu;

/**
 * A line such as "III | CẢI CÁCH THỦ TỤC HÀNH CHÍNH" that names a field and assigns nothing; null for any other. A title
 * without a mark is a heading where it is `wide` (merged over the table) or all in capitals.
 */
export function groupHeading(ordinal: string, titleVi: string, wide = false): GroupHeading | null {
  const two = inTwoCells.exec(ordinal);
  if (two && titleVi) return { field: fieldOf(two[1]), title: titleVi };
  const text = ordinal && titleVi ? '' : ordinal || titleVi;
  const one = inOneCell.exec(text) ?? spelled.exec(text);
  if (one) return { field: fieldOf(one[1].toUpperCase()), title: one[2] };
  const letters = text.replace(/[^\p{L}]/gu, '');
  const capitals = letters.length > 5 && letters === letters.toUpperCase();
  return text !== '' && (wide || capitals) ? { field: null, title: text } : null;
}

function fieldOf(mark: string): string {
  const number = romans.indexOf(mark) + 1;
  return number > 0 ? String(number) : mark;
}

/** The mark that `groupHeading` reads as this field; null when there is none. */
export function markOfField(field: string): string | null {
  if (/^[A-H]$/.test(field)) return field;
  return /^\d{1,2}$/.test(field) ? (romans[Number(field) - 1] ?? null) : null;
}

/** The field of the edition with the name of a heading: appendices count their groups as they like. */
export function fieldNamed(
  title: string,
  fields: readonly { code: string; nameVi: string }[],
): string | null {
  const key = (text: string) =>
    fold(text)
      .replace(/^(?:ve |linh vuc |cong tac )+/, '')
      .replace(/[\s.,;:]+$/, '');
  return fields.find(({ nameVi }) => key(nameVi) === key(title))?.code ?? null;
}
