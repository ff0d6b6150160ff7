import { fold } from '../fold';

/** Pieces between commas that one name may have: "Sở Văn hóa, Thể thao và Du lịch" has three. */
const LONGEST_NAME = 4;
/** A part of more pieces is no list that a person wrote. */
const MOST_PIECES = 100;

/**
 * Units are separated by semicolons or line breaks, often by commas and "và" too; but names hold both. So the longest
 * run of words that is a name is taken first.
 */
export function splitUnits(text: string, isName: (text: string) => boolean): string[] {
  const parts = text.split(/[;\n]/).map((part) => part.replace(/^[\s\-–•+]+|[\s.,]+$/g, ''));
  return parts.filter((part) => part !== '').flatMap((part) => splitPart(part, isName));
}

/** "Các cơ quan, đơn vị có liên quan" and the like. */
export function namesNobody(text: string): boolean {
  return /^(?:va )?(?:cac )?(?:co quan|don vi|to chuc|dia phuong|so|ban|nganh|cap|doan the)\b.*\blien quan$|^(?:cac )?(?:co quan,? ?don vi|don vi|doan the|to chuc,? ?doan the)(?: khac)?$|^-+$/.test(
    fold(text),
  );
}

/** From the first piece on that begins no name, the rest is one unknown name. */
function splitPart(part: string, isName: (text: string) => boolean): string[] {
  // Every second piece is a separator.
  const pieces = part.split(/(\s*,\s*|\s+và\s+|\s*[/+]\s*)/iu);
  if (pieces.length > 2 * MOST_PIECES) return [part];
  const found: string[] = [];
  for (let start = 0; start < pieces.length;) {
    const ends = Array.from({ length: LONGEST_NAME }, (_, n) => start + 2 * (LONGEST_NAME - n) - 1);
    const end = ends.find(
      (each) => each <= pieces.length && isName(pieces.slice(start, each).join('').trim()),
    );
    found.push(pieces.slice(start, end).join('').trim());
    start = end === undefined ? pieces.length : end + 1;
  }
  return found.filter((name) => name !== '').map((name) => name.replace(/^và\s+/iu, ''));
}
