import type { Language } from '../i18n/language';

const DASH = '–';

/** `2023-12-15` → `15/12/2023` in both languages. */
export function formatDay(day: string | null | undefined): string {
  return day ? day.slice(0, 10).split('-').reverse().join('/') : DASH;
}

const moment = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A moment on the clock of Việt Nam: `15/12/2023 14:05`. */
export function formatMoment(at: string): string {
  return moment.format(new Date(at)).replace(',', '');
}

/** `81,45` in Vietnamese, `81.45` in English; unknown is a dash, never 0. */
export function formatNumber(value: number | null | undefined, language: Language, decimals = 0): string {
  if (value === null || value === undefined) return DASH;
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** With its sign: `+1,50`, `−31`. */
export function formatChange(value: number | null | undefined, language: Language, decimals = 0): string {
  if (value === null || value === undefined) return DASH;
  const size = formatNumber(Math.abs(value), language, decimals);
  return value > 0 ? `+${size}` : value < 0 ? `−${size}` : size;
}

/** Today in Việt Nam, `YYYY-MM-DD`. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
}
