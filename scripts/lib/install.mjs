import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { Problem } from './problem.mjs';
import { npm } from './run.mjs';

/** Node must load ES modules with require(), which some packages need: from 20.19 and 22.12 on. */
export function checkNode(version = process.versions.node, platform = process.platform) {
  if (platform === 'win32')
    throw new Problem('Windows runs this only inside WSL, or with "docker compose up".');
  const [major, minor] = version.split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return;
  throw new Problem(
    `Node ${version} is too old: install Node 20.19 or newer (20.x), or 22.12 or newer, and start again.`,
  );
}

/** Installs the packages when what is installed is not what package-lock.json says. */
export async function ensureInstalled(log) {
  if (installedMatchesLock()) return;
  log('Installing packages: about a minute, once');
  await npm(['ci', '--include=dev', '--include=optional', '--no-progress', '--loglevel=error'], {
    quiet: true,
    wrong:
      'Installing the packages failed, see above: check the network and the free disk space, and start again.',
  });
}

function installedMatchesLock() {
  // npm writes this list as the last step of an install, so it is also the sign that the install was finished.
  const list = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = JSON.parse(readFileSync(list, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (!path.includes('node_modules/')) return true;
    return installed[path] ? installed[path].version === version : optional || devOptional;
  });
}
