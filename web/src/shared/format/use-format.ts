import { useLanguage } from '../i18n/language';
import { formatChange, formatNumber } from './format';

/** The formatters in the page's language. Points and rates have two decimals. */
export function useFormat() {
  const language = useLanguage();
  return {
    count: (value: number | null | undefined) => formatNumber(value, language),
    points: (value: number | null | undefined) => formatNumber(value, language, 2),
    percent: (value: number | null | undefined) =>
      value === null || value === undefined ? '–' : `${formatNumber(value, language, 2)} %`,
    change: (value: number | null | undefined, decimals = 2) => formatChange(value, language, decimals),
  };
}
