import type { Locale, Params, Texts } from '../../platform/errors/problem';
import { digestEn } from './digest.en';
import { digestVi } from './digest.vi';
import { en } from './messages.en';
import { vi } from './messages.vi';

export type MessageKey = keyof typeof vi | keyof typeof digestVi;

const catalogue: Record<Locale, Record<MessageKey, string>> = {
  vi: { ...vi, ...digestVi },
  en: { ...en, ...digestEn },
};

/** A message with its `{names}` filled in. What is filled in is never read as a template again. */
export function say(locale: Locale, key: MessageKey, params: Params = {}): string {
  return catalogue[locale][key].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

export function bothLanguages(words: (locale: Locale) => string): Texts {
  return { vi: words('vi'), en: words('en') };
}
