/** Lower case, without diacritics (đ becomes d), like the database's `fold`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd');
}

/** "hoà" and "hòa" are the same word in two spellings: the mark moves to the first of the two vowels. */
const spellings: Record<string, string> = {
  ...{ oà: 'òa', oá: 'óa', oả: 'ỏa', oã: 'õa', oạ: 'ọa', oè: 'òe', oé: 'óe', oẻ: 'ỏe', oẽ: 'õe', oẹ: 'ọe' },
  ...{ uỳ: 'ùy', uý: 'úy', uỷ: 'ủy', uỹ: 'ũy', uỵ: 'ụy' },
};

/**
 * What two ways of writing a unit's name have in common: composed letters, lower case, single blanks, "UBND" for
 * "Ủy ban nhân dân", "và" for "&", "thành phố" for "TP", one kind of dash, one spelling of tones.
 */
export function nameKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]/g, (pair) => spellings[pair])
    .replace(/ủy ban nhân dân/g, 'ubnd')
    .replace(/(^|\s)tp\.?(?=\s)/g, '$1thành phố')
    .replace(/&/g, ' và ')
    .replace(/\s*[-–—]\s*/g, ' - ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;]+|[\s.,;]+$/g, '');
}
