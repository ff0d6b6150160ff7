const MOST_OCTETS = 75;

/**
 * Folds lines at 75 octets (RFC 5545 §3.1), never within a letter. The library that writes the calendar folds too, but
 * encodes each letter by itself: for a thousand events that holds up the process for a second.
 */
export function foldLines(text: string): string {
  return text.split('\r\n').map(fold).join('\r\n');
}

function fold(line: string): string {
  if (Buffer.byteLength(line) <= MOST_OCTETS) return line;
  const pieces: string[] = [];
  let [piece, octets] = ['', 0];
  for (const letter of line) {
    const size = octetsOf(letter.codePointAt(0)!);
    if (octets + size > MOST_OCTETS) {
      pieces.push(piece);
      // The space that marks what goes on counts as well.
      [piece, octets] = ['', 1];
    }
    piece += letter;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
}

/** In UTF-8. */
function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
