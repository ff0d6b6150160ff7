import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onDisk, Problem } from '../lib/problem.mjs';
import { aptDownload } from './apt.mjs';

/** A Redis server program: one on the PATH, one fetched earlier, or one fetched now from the system's own packages. */
export async function redisBinary(cacheDir, log) {
  const installed = ['redis-server', 'valkey-server'].map((path) => ({ path, env: process.env })).find(runs);
  if (installed) return installed;
  const folder = resolve(cacheDir);
  return fetched(folder) ?? (await onDisk(folder, () => fetch(folder, log)));
}

function runs({ path, env }) {
  return spawnSync(path, ['--version'], { env, stdio: 'ignore' }).status === 0;
}

function fetched(folder) {
  const path = join(folder, 'usr/bin/redis-server');
  if (!existsSync(path)) return undefined;
  const libraries = ['usr/lib', 'lib'].flatMap((at) => subfolders(join(folder, at)));
  const binary = { path, env: { ...process.env, LD_LIBRARY_PATH: libraries.join(':') } };
  return runs(binary) ? binary : undefined;
}

function subfolders(folder) {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

function fetch(folder, log) {
  if (!existsSync('/usr/bin/apt-get')) throw new Problem(advice());
  log("Redis is not installed: taking a private copy from the system's packages (once, about 13 MB)");
  const draft = `${folder}.${process.pid}`;
  try {
    mkdirSync(draft, { recursive: true });
    for (const file of aptDownload(draft, ['redis-server', 'redis-tools'])) {
      spawnSync('dpkg', ['-x', file, draft]);
      rmSync(file);
    }
    if (!fetched(draft)) throw new Problem(advice());
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return fetched(folder);
}

function advice() {
  const system = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : process.platform;
  const command = /debian|ubuntu/i.test(system)
    ? 'sudo apt-get install redis-server'
    : /fedora|rhel|centos|suse/i.test(system)
      ? 'sudo dnf install valkey'
      : /alpine/i.test(system)
        ? 'apk add redis'
        : process.platform === 'darwin'
          ? 'brew install redis'
          : 'docker compose up -d redis';
  return `Redis is needed and could not be fetched: run "${command}" and start again, or set REDIS_URL to a running server.`;
}
