import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { npm, runTool } from './run.mjs';

const SERVER = ['src', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
const WEB = ['web', 'package-lock.json'];
const IGNORED = /(^|\/)(node_modules|dist)(\/|$)|\.spec\.tsx?$/;

/** Builds the server and the web pages, each only when its sources differ from those of its last build. */
export async function ensureBuilt(log) {
  const jobs = [
    ensure(
      'dist',
      SERVER,
      'main.js',
      () => buildServer(),
      () => log('Building the server'),
    ),
  ];
  if (existsSync(join(ROOT, 'web/src'))) {
    jobs.push(
      ensure(
        'web/dist',
        WEB,
        'index.html',
        () => buildWeb(),
        () => log('Building the web pages'),
      ),
    );
  }
  const failed = (await Promise.allSettled(jobs)).find((job) => job.status === 'rejected');
  if (failed) throw failed.reason;
}

function buildServer() {
  return runTool('@nestjs/cli/bin/nest.js', ['build'], {
    quiet: true,
    wrong: 'Building the server failed, see above.',
  });
}

function buildWeb() {
  return npm(['run', 'build', '--workspace', 'web'], {
    quiet: true,
    wrong: 'Building the web pages failed, see above.',
  });
}

async function ensure(output, sources, result, build, announce) {
  const stamp = join(ROOT, output, '.built');
  const now = fingerprint(sources);
  if (existsSync(join(ROOT, output, result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now)
    return;
  announce();
  await build();
  writeFileSync(stamp, now);
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const full = join(ROOT, path);
    if (!existsSync(full)) continue;
    const names = statSync(full).isDirectory() ? readdirSync(full, { recursive: true }).sort() : [''];
    for (const name of names) {
      if (IGNORED.test(name)) continue;
      const file = join(full, name);
      if (statSync(file).isFile()) hash.update(`${path}/${name}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}
