import { transformSync } from '@swc/core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './source-files';

/** One piece of a source file as it is, and as it would be without the guard. */
export interface Mutation {
  file: string;
  guard: string;
  without: string;
}

const { transform } = createRequire(__filename)(join(ROOT, 'jest.config.cjs')) as {
  transform: Record<string, [string, object]>;
};
const [[, options]] = Object.values(transform);

/** From now on whoever loads the file has it without its guard, until `jest.resetModules` and `jest.dontMock`. */
export function withoutGuard({ file, guard, without }: Mutation): string {
  const path = join(ROOT, file);
  const pieces = readFileSync(path, 'utf8').split(guard);
  // A mutation that no longer finds its guard would prove nothing.
  if (pieces.length !== 2) throw new Error(`${file} has this ${pieces.length - 1} times, not once: ${guard}`);
  const { code } = transformSync(pieces.join(without), { ...options, filename: path });
  jest.doMock(path, () => {
    const mutant = { exports: {} };
    const near = createRequire(path);
    // As Jest itself loads a file: in this world, with this world's modules.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    new Function('require', 'module', 'exports', code)(near, mutant, mutant.exports);
    return mutant.exports;
  });
  return path;
}
