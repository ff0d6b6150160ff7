import { fold } from '../fold';

const whole = (word: string) => new RegExp(`(?<![\\p{L}\\p{N}])${word}(?:\\s+|$|(?<=\\.)(?=\\p{L}))`, 'giu');

/** Words that appendices shorten. */
const shortened: [RegExp, string][] = [
  [whole('pvhcc'), 'Phục vụ hành chính công '],
  [whole('cchc'), 'cải cách hành chính '],
  [whole('kktck'), 'Khu kinh tế cửa khẩu '],
  [whole('mttq'), 'Mặt trận Tổ quốc '],
  [/^vp\.?\s+/i, 'Văn phòng '],
  [/^tt\.?\s+(?=phục vụ)/i, 'Trung tâm '],
  [/^bql\.?\s+/i, 'Ban Quản lý '],
  [/^bcđ\.?\s+/i, 'Ban Chỉ đạo '],
  [whole('tp\\.?'), 'thành phố '],
  [whole('h\\.'), 'huyện '],
  [whole('x\\.'), 'xã '],
  [whole('p\\.'), 'phường '],
  [whole('tt\\.'), 'thị trấn '],
];

/** Other ways of writing what may be a unit's name, the likeliest first; the text itself is not among them. */
export function otherWritings(text: string): string[] {
  const long = shortened.reduce((name, [pattern, word]) => name.replace(pattern, word), text).trim();
  const writings = new Set<string>();
  for (const name of [text, long]) {
    const bare = name.replace(/\s+(?:của\s+)?(?:tỉnh|thành phố)(?:\s+\p{Lu}\S*){0,3}$/u, '');
    writings.add(name).add(bare).add(`${bare} tỉnh`);
    // "Sở NV", "Sở TN-MT": the initials by which the unit is known, "SNV", "STNMT".
    const initials = /^(sở|ban)\s+(\p{Lu}[\p{L}\s&,.-]*)$/iu.exec(bare);
    const letters = initials?.[2].replace(/[^\p{L}]/gu, '') ?? '';
    if (initials && letters.length <= 8) writings.add(initials[1][0].toUpperCase() + letters);
  }
  writings.delete(text);
  return [...writings];
}

/** A kind of unit without a name, where only one such unit exists: "UBND thành phố", "UBND TP". */
export function kindAlone(text: string): 'thành phố' | null {
  return /^(?:ubnd )?(?:thanh pho|tp\.?)(?: thuoc tinh)?$/.test(fold(text).replace('uy ban nhan dan', 'ubnd'))
    ? 'thành phố'
    : null;
}

const groups: [level: string, pattern: RegExp][] = [
  [
    'department',
    /^(?:tat ca )?(?:cac )?so[ ,]+(?:ban[ ,]+)?(?:va )?nganh(?:[ ,]+(?:(?:cua |thuoc |cap )?tinh))?$/,
  ],
  ['department', /^(?:cac )?(?:co quan chuyen mon|so)(?: thuoc ubnd tinh| cap tinh| thuoc tinh)$/],
  ['district', /^(?:ubnd )?(?:cac |cap )?(?:huyen|quan)(?:(?:[ ,]+| va )(?:thi xa|tp\.?|thanh pho))*$/],
  ['commune', /^(?:ubnd )?(?:cac |cap )?xa(?:(?:[ ,]+| va )(?:phuong|thi tran))*$/],
];

/** The level all of whose units a phrase names: "các sở, ban, ngành", "UBND các huyện, TP", "cấp xã". */
export function levelNamed(text: string): string | null {
  const key = fold(text)
    .replace(/uy ban nhan dan/g, 'ubnd')
    .replace(/[ .;,]+$/, '')
    .replace(/ ?[,/] ?/g, ', ');
  // "huyện" alone names no unit and no group.
  if (!/\bcac\b|\bcap\b|\btat ca\b|,|\bva\b/.test(key)) return null;
  return groups.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}
