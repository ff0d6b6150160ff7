import { useTranslation } from 'react-i18next';

/** The word for a code that the server gives; the code itself where the catalogue has none yet. */
export function useWordOf(group: 'events' | 'fields' | 'states'): (code: string) => string {
  const { t, i18n } = useTranslation();
  return (code) => (i18n.exists(`${group}.${code}`) ? t(`${group}.${code}` as 'states.draft') : code);
}
