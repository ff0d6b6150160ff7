import { ValidateBy } from 'class-validator';

/** A search of more parts than this is refused: each costs a look at every task in scope. */
const MOST_WORDS = 20;

/** Request field: not more words than a search takes. */
export function SearchWords(): PropertyDecorator {
  return ValidateBy({
    name: 'tooManyWords',
    validator: { validate: (text) => typeof text !== 'string' || searchParts(text).length <= MOST_WORDS },
  });
}

/** What a search asks for: each word, in any order, and what stands in quotes as it stands. */
export function searchParts(text: string): string[] {
  const parts = [...text.matchAll(/["“”]([^"“”]+)["“”]|[^\s"“”]+/gu)].map(([word, phrase]) =>
    (phrase ?? word).trim().replace(/\s+/gu, ' '),
  );
  const found = [...new Set(parts)].filter((part) => part !== '');
  return found.length > 0 || text === '' ? found : [text];
}

/** True where the task's folded text holds the part. */
export function holdsSql(part: string): string {
  return `t.search LIKE ${patternSql(part)}`;
}

/** The same for one or two letters, which no trigram has: the index would be read whole for nothing. */
export function holdsFewLettersSql(part: string): string {
  return `strpos(t.search, fold(${part})) > 0`;
}

/** The pattern of a part; LIKE's own signs are made plain after folding, which can bring them forth (％ → %). */
export function patternSql(part: string): string {
  return `'%' || regexp_replace(fold(${part}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;
}
