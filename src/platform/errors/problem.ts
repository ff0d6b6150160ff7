export type Locale = 'vi' | 'en';
export type Texts = Record<Locale, string>;
export type Params = Record<string, string | number>;

/** One fault in the input: where (`path`, JSON style `items[2].dueDate`), what (`code`), and words for it. */
export interface FieldError {
  path: string;
  code: string;
  texts: Texts;
}

interface Definition extends Texts {
  status: number;
}

/** Any refusal that a caller should read. The HTTP filter turns it into `application/problem+json`. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly texts: Texts,
    readonly fields: FieldError[] = [],
  ) {
    super(`${code}: ${texts.en}`);
  }
}

function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** Fills `{name}` in both languages. */
export function fillTexts(texts: Texts, params: Params): Texts {
  return { vi: fill(texts.vi, params), en: fill(texts.en, params) };
}

/**
 * A room's catalogue of refusals: code → status and words in both languages.
 * `const problems = defineProblems({ 'task.not_found': { status: 404, vi: '…', en: '…' } })`, then
 * `throw problems('task.not_found', { code })`.
 */
export function defineProblems<Code extends string>(catalogue: Record<Code, Definition>) {
  return (code: Code, params: Params = {}, fields: FieldError[] = []): Problem => {
    const { status, vi, en } = catalogue[code];
    return new Problem(code, status, fillTexts({ vi, en }, params), fields);
  };
}
