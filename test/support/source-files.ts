import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

export interface SourceFile {
  /** Path from the project's root. */
  path: string;
  text: string;
  lines: number;
  /** Relative imports, resolved to paths from the root without extension. */
  imports: string[];
  /** Those of them that are there at run time, without `import type`. */
  valueImports: string[];
}

/** Every TypeScript file under a folder. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules') && !name.endsWith('.d.ts'))
    .map((name) => {
      const path = join(folder, name);
      const text = readFileSync(join(ROOT, path), 'utf8');
      const resolved = (pattern: RegExp) =>
        [...text.matchAll(pattern)].map((match) => relative(ROOT, resolve(ROOT, dirname(path), match[1])));
      return {
        path,
        text,
        lines: text.trimEnd().split('\n').length,
        imports: resolved(/(?:from|import)\s+'(\.[^']+)'/g),
        valueImports: resolved(/^(?:import|export)(?! type)[^;]*?'(\.[^']+)';/gm),
      };
    });
}

/** The first circle of imports at run time, as a path of files; null when there is none. */
export function findCircle(files: SourceFile[]): string[] | null {
  const byName = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ''), file]));
  const done = new Set<string>();
  const visit = (name: string, trail: string[]): string[] | null => {
    if (trail.includes(name)) return [...trail.slice(trail.indexOf(name)), name];
    if (done.has(name)) return null;
    for (const next of byName.get(name)?.valueImports ?? []) {
      const circle = byName.has(next) ? visit(next, [...trail, name]) : null;
      if (circle) return circle;
    }
    done.add(name);
    return null;
  };
  for (const name of byName.keys()) {
    const circle = visit(name, []);
    if (circle) return circle;
  }
  return null;
}
