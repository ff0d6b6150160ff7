// npm run lock: repairs package-lock.json; with --check it only says what is wrong and fails.
// npm leaves out optional packages for other systems that it could not fetch, and then refuses its own file
// ("Missing: … from lock file"). It may also note the address it downloaded from, which need not be reachable elsewhere.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/paths.mjs';
import { fail, Problem } from './lib/problem.mjs';

const FILE = join(ROOT, 'package-lock.json');
const OS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const CPU = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const LIBC = { gnu: 'glibc', musl: 'musl' };

/** Optional dependencies that no entry of the lock file answers, as [name, version, dev]. */
function holes(packages) {
  const missing = new Map();
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (!candidates(path, name).some((candidate) => packages[candidate]))
        missing.set(name, [name, version, dev]);
    }
  }
  return [...missing.values()];
}

/** Where Node would look for `name` from the package at `path`, nearest first. */
function candidates(path, name) {
  const parts = path.split('/node_modules/');
  const nested = parts.map(
    (_, index) => `${parts.slice(0, parts.length - index).join('/node_modules/')}/node_modules/${name}`,
  );
  return path === '' ? [`node_modules/${name}`] : [...nested, `node_modules/${name}`];
}

/** Such packages carry their system in their name, e.g. @swc/core-linux-x64-musl. */
function entryFor(name, version, dev) {
  const words = name.replace('windows', 'win32').split(/[-/.]/);
  const pick = (known) => known.filter((word) => words.includes(word));
  const [os, cpu] = [pick(OS), pick(CPU)];
  if (!/^\d+\.\d+\.\d+[-+.\w]*$/.test(version) || cpu.length !== 1 || os.length > 1) {
    throw new Problem(
      `Cannot tell the system or version of ${name}@${version} from its name: add its entry to package-lock.json by hand.`,
    );
  }
  const libc = Object.keys(LIBC)
    .filter((word) => words.includes(word))
    .map((word) => LIBC[word]);
  return {
    version,
    cpu,
    ...(dev && { dev }),
    ...(libc.length && { libc }),
    optional: true,
    ...(os.length && { os }),
  };
}

/** Downloaded packages whose entry names an address; a link to a workspace is a path and stays. */
function addresses(packages) {
  return Object.values(packages).filter((entry) => entry.resolved && !entry.link);
}

function repair(lock) {
  for (const entry of addresses(lock.packages)) delete entry.resolved;
  for (const hole of holes(lock.packages)) lock.packages[`node_modules/${hole[0]}`] = entryFor(...hole);
  const [root, ...rest] = Object.entries(lock.packages);
  lock.packages = Object.fromEntries([root, ...rest.sort(([a], [b]) => a.localeCompare(b, 'en'))]);
  writeFileSync(FILE, JSON.stringify(lock, null, 2) + '\n');
}

try {
  const lock = JSON.parse(readFileSync(FILE, 'utf8'));
  const faults = addresses(lock.packages).length + holes(lock.packages).length;
  if (faults > 0 && process.argv.includes('--check')) {
    const names = holes(lock.packages).map(([name]) => name);
    throw new Problem(
      `package-lock.json has ${names.length} missing optional packages (${names.slice(0, 3).join(', ')}…) and ${faults - names.length} download addresses: run "npm run lock".`,
    );
  }
  if (faults > 0) repair(lock);
  console.log(
    faults > 0 ? `package-lock.json: ${faults} entries put right` : 'package-lock.json is complete',
  );
} catch (error) {
  fail(error);
}
