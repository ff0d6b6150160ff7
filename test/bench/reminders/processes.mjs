// Processes of the bench: the application's own worker, and the floor's.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/paths.mjs';
import { end, sleep } from '../../../scripts/lib/processes.mjs';

/** The built application's worker, as it ships. */
export async function startWorker({ dist, databaseUrl, redisUrl, prefix }) {
  const folder = mkdtempSync(join(tmpdir(), 'par-bench-worker-'));
  const env = {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    REDIS_PREFIX: prefix,
    DATA_DIR: folder,
    LOG_LEVEL: 'info',
  };
  const worker = await startProcess(join(dist, 'worker.js'), env, 'The worker is ready');
  return {
    ...worker,
    stop: async () => {
      await worker.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves when the program says `sign`. */
export async function startProcess(program, settings, sign) {
  const child = spawn(
    process.execPath,
    [...(process.env.BENCH_NODE_OPTIONS ?? '').split(' ').filter(Boolean), program],
    {
      cwd: ROOT,
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(String(text)));
  for (let waited = 0; waited < 60_000 && child.exitCode === null; waited += 50) {
    if (said.join('').includes(sign)) return { pid: child.pid, said, stop: () => end(child.pid, 'SIGTERM') };
    await sleep(50);
  }
  await end(child.pid, 'SIGKILL');
  throw new Error(`${program} did not start: ${said.join('').slice(-2000)}`);
}
