import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Downloads Debian packages and the libraries they need into `folder`, installing nothing; works without root.
 * The system's own package lists are tried first; where they are empty or old, fresh ones are fetched beside the packages.
 */
export function aptDownload(folder, packages) {
  const files = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.deb'))
      .map((name) => join(folder, name));
  const common = ['-o', 'APT::Sandbox::User='];
  if (download(folder, packages, common)) return files();

  const own = join(folder, 'apt');
  mkdirSync(join(own, 'state/lists/partial'), { recursive: true });
  mkdirSync(join(own, 'cache/archives/partial'), { recursive: true });
  const ours = [
    `Dir::State=${own}/state`,
    'Dir::State::status=/var/lib/dpkg/status',
    `Dir::Cache=${own}/cache`,
    'Debug::NoLocking=1',
  ];
  const options = [...common, ...ours.flatMap((option) => ['-o', option])];
  apt(folder, 'apt-get', ['update', ...options]);
  download(folder, packages, options);
  rmSync(own, { recursive: true, force: true });
  return files();
}

function download(folder, packages, options) {
  const depends = apt(folder, 'apt-cache', ['depends', '-i', ...options, ...packages]).stdout ?? '';
  // apt itself already depends on libc and libsystemd.
  const libraries = [...depends.matchAll(/Depends: (lib\S+)/g)].map((match) => match[1]);
  const wanted = libraries.filter((name) => !/^lib(c6|systemd0)$/.test(name));
  return apt(folder, 'apt-get', ['download', ...options, ...packages, ...wanted]).status === 0;
}

function apt(cwd, command, args) {
  return spawnSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
