import { spawn } from 'node:child_process';
import { end } from './processes.mjs';
import { Problem } from './problem.mjs';
import { ROOT } from './paths.mjs';

const active = new Set();
let ended = false;

/**
 * Runs a program in the project's folder and waits for it. `quiet` keeps its output back unless it fails;
 * `wrong` is the sentence for a failure, by default that the program has said why itself.
 */
export function run(
  command,
  args,
  { env = process.env, quiet = false, wrong = 'That failed, see above.' } = {},
) {
  return new Promise((resolve, reject) => {
    if (ended) return;
    const output = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const child = spawn(command, args, { cwd: ROOT, env, stdio: output });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
    active.add(child);
    child.once('error', () => {
      active.delete(child);
      reject(new Problem(`Cannot run "${command}".`));
    });
    child.once('close', (code) => {
      active.delete(child);
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(said));
      reject(new Problem(wrong));
    });
  });
}

/** Runs a program of an installed package, e.g. runTool('@nestjs/cli/bin/nest.js', ['build']). */
export function runTool(script, args, options) {
  return run(process.execPath, [`node_modules/${script}`, ...args], options);
}

/** Runs npm: the same npm that started us, when one did. */
export function npm(args, options) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args], options);
  return run('npm', args, options);
}

/** Ends what is still running, for Ctrl-C. What is asked for after that is never begun, and its promise stays open. */
export async function endActive() {
  ended = true;
  await Promise.all([...active].map((child) => end(child.pid, 'SIGTERM', 5_000)));
}
