import { spawnSync } from 'node:child_process';
import { chownSync, lchownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../lib/problem.mjs';

/**
 * The account PostgreSQL runs under, as options for spawn: it refuses to run as root,
 * so root lends it `postgres` or else `nobody`. Anyone else runs it as themselves.
 */
export function serverAccount() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout || NaN),
    );
    if (uid > 0 && gid >= 0) return { uid, gid };
  }
  throw new Problem(
    'PostgreSQL refuses to run as root and there is no account "postgres" or "nobody": run as an ordinary user, or set DATABASE_URL.',
  );
}

/** May the account enter this folder? Its parents count too: a project under root's own home is closed to it. */
export function canEnter(folder, account) {
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' })
      .status === 0
  );
}

/** Gives a folder and all in it to the account. */
export function giveTo(folder, { uid, gid }) {
  if (uid === undefined) return;
  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { recursive: true })) lchownSync(join(folder, entry), uid, gid);
}
