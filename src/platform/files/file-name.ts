const MOST_BYTES = 200;

/**
 * The name a sender gave a file, as every system may keep it: NFC, without folders, control and invisible characters
 * (right-to-left signs make "gpj.exe" read as a picture) and what Windows refuses; at most 200 bytes, the ending kept.
 */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?: *\.|$)/i.test(plain);
  return shortened(reserved ? `_${plain}` : plain) || 'file';
}

function shortened(name: string): string {
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  let room = MOST_BYTES - Buffer.byteLength(ending);
  let stem = '';
  for (const letter of name.slice(0, name.length - ending.length)) {
    room -= Buffer.byteLength(letter);
    if (room < 0) break;
    stem += letter;
  }
  return stem + ending;
}
