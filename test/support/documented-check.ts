import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { ROOT } from './source-files';

type Check = (headers: object, body: string, secret: string, now?: number) => boolean;

/** The check of a signature that docs/webhooks.md gives to receivers, as code that runs. */
export function documentedCheck(): Check {
  const text = readFileSync(join(ROOT, 'docs/webhooks.md'), 'utf8');
  const [, code] = /```js\n([\s\S]*?)```/.exec(text)!;
  const make = runInThisContext(`(require) => { ${code}; return isFromPar; }`) as (
    require: NodeJS.Require,
  ) => Check;
  return make(createRequire(__filename));
}
