import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The path of a Chromium for the browser tests; `install` fetches it where root may do so. Undefined when there is none. */
export function chromium({ install, log }) {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const found = find();
  if (found || !install || !hasBrowserTests()) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    log('Installing Chromium for the browser tests');
    if (!aptInstall()) {
      apt(['update']);
      aptInstall();
    }
  }
  const installed = find();
  if (!installed) log('The browser tests need Chromium: install it, or set CHROMIUM_PATH to its program.');
  return installed;
}

function find() {
  const folders = (process.env.PATH ?? '').split(':');
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...paths, ...PLACES].find((path) => existsSync(path));
}

function hasBrowserTests() {
  const folder = join(ROOT, 'test/browser');
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.spec.ts'));
}

function aptInstall() {
  return apt(['install', '-y', '--no-install-recommends', 'chromium']);
}

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-qq', ...args], { env, stdio: 'ignore' }).status === 0;
}
