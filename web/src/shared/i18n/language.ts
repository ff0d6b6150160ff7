import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type vi from './vi.json';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];
export type Messages = typeof vi;

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Messages };
  }
}

const KEPT_AS = 'par.language';
const load: Record<Language, () => Promise<{ default: Messages }>> = {
  vi: () => import('./vi.json'),
  en: () => import('./en.json'),
};

/** Starts with the language this browser chose before, Vietnamese when it never did. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    supportedLngs: languages,
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
  } as Parameters<typeof i18next.init>[0]);
  await chooseLanguage(keptLanguage() ?? 'vi', false);
}

/** Switches the page; only the chosen catalogue is loaded. */
export async function chooseLanguage(language: Language, keep = true): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await load[language]()).default);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  if (keep) localStorage.setItem(KEPT_AS, language);
}

export function keptLanguage(): Language | null {
  const kept = localStorage.getItem(KEPT_AS);
  return languages.find((language) => language === kept) ?? null;
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'vi';
}

/** The language of the page; the component renders anew when it changes. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'vi';
}
