import type { Locale } from './problem';

/** Vietnamese unless the caller prefers English (`Accept-Language: en`, `en-GB;q=0.9`). */
export function localeOf(header: string | undefined): Locale {
  const preferred = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag, quality] = part.trim().split(';q=');
      return { language: tag.slice(0, 2).toLowerCase(), quality: quality ? Number(quality) : 1 };
    })
    .filter(({ language }) => language === 'vi' || language === 'en')
    .sort((a, b) => b.quality - a.quality);
  return (preferred[0]?.language as Locale | undefined) ?? 'vi';
}
