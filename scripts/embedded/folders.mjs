import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { canEnter, giveTo } from './account.mjs';

const OUTSIDE = '/var/lib/par-tracker';

/**
 * The folder of one server, private to its account. When root keeps the project in a home that the account
 * cannot enter, the data lives under /var/lib and `folder` is a link to it.
 */
export function prepareFolder(folder, account, log) {
  const wanted = resolve(folder);
  const parent = dirname(wanted);
  mkdirSync(parent, { recursive: true });
  if (!existsSync(wanted)) {
    if (canEnter(parent, account)) mkdirSync(wanted, { mode: 0o700 });
    else log(`The server's account cannot enter ${parent}: its data is kept in ${linkOutside(wanted)}`);
  }
  const real = realpathSync(wanted);
  giveTo(real, account);
  writeFileSync(join(real, '.write-check'), '');
  rmSync(join(real, '.write-check'));
  return real;
}

function linkOutside(link) {
  mkdirSync(OUTSIDE, { recursive: true });
  chmodSync(OUTSIDE, 0o755);
  const folder = mkdtempSync(join(OUTSIDE, 'data-'));
  rmSync(link, { force: true });
  symlinkSync(folder, link);
  return folder;
}

/** A new folder for a throw-away server. */
export function temporaryFolder(name, account, parent = tmpdir()) {
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, `par-tracker-${name}-`));
  giveTo(folder, account);
  return folder;
}
