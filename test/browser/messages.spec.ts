import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import en from '../../web/src/shared/i18n/en.json';
import vi from '../../web/src/shared/i18n/vi.json';

type Tree = { [key: string]: string | Tree };

/** `group.key` → text. */
function flat(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
}

const catalogues = { vi: new Map(flat(vi)), en: new Map(flat(en)) };
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe("the page's words", () => {
  it('are complete in both languages', () => {
    expect([...catalogues.en.keys()]).toEqual([...catalogues.vi.keys()]);
    for (const texts of Object.values(catalogues)) {
      expect([...texts].filter(([, text]) => text.trim() === '' || text !== text.normalize('NFC'))).toEqual(
        [],
      );
    }
  });

  it('name the same values in both languages', () => {
    const unlike = [...catalogues.vi].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(catalogues.en.get(key) ?? '').join(),
    );
    expect(unlike).toEqual([]);
  });

  // That a named key exists is the compiler's business (web/src/shared/i18n/language.ts).
  it('are all used', () => {
    const folder = join(__dirname, '../../web/src');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    const source = sources.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    const used = (key: string) => {
      const group = key.slice(0, key.lastIndexOf('.'));
      // Named in full, completed from a value, or looked up for a code of the server.
      return [`'${key}'`, `\`${group}.\${`, `useWordOf('${key.split('.')[0]}')`].some((text) =>
        source.includes(text),
      );
    };
    expect([...catalogues.vi.keys()].filter((key) => !used(key))).toEqual([]);
  });
});
