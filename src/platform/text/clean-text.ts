/** Characters that are not seen but change what stands around them: zero width, text direction, byte order mark. */
const unseen = /(?![\u200c\u200d])\p{Cf}/gu;

/** Joiners shape some scripts and emoji, but only between two signs that are seen. */
const looseJoiner = /(?<![\p{L}\p{M}\p{N}\p{S}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}\p{N}\p{S}])/gu;

/** Text as it is kept, whoever typed it: NFC, trimmed, without characters that are not seen. */
export function cleanText(text: string): string {
  return text.replace(unseen, '').replace(looseJoiner, '').normalize('NFC').trim();
}
