import { spawn } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DATA_DIR, ROOT } from './paths.mjs';
import { Problem } from './problem.mjs';
import { commandOf, end } from './processes.mjs';

const NOTE = join(DATA_DIR, 'run.json');
const LOG_LIMIT = 20_000_000;
const running = new Map();

/** Starts dist/<script> with its log in DATA_DIR/logs; what it says on stderr is shown. Returns its pid. */
export function startChild(script, env) {
  const output = openLog(script.replace('.js', '.log'));
  // In a group of its own, so that Ctrl-C reaches only the launcher, which then ends things in order.
  const child = spawn(process.execPath, ['--enable-source-maps', join(ROOT, 'dist', script)], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', output, 'inherit'],
  });
  child.on('error', () => {});
  closeSync(output);
  running.set(script, child.pid);
  writeNote();
  return child.pid;
}

/** Asks all children to finish their work and waits, at most 10 seconds. */
export async function endChildren() {
  await Promise.all([...running.values()].map((pid) => end(pid, 'SIGTERM')));
  running.clear();
  if (readNote().launcher === process.pid) rmSync(NOTE, { force: true });
}

/** Ends what a killed launcher left running; refuses when a launcher is at work on this folder. */
export async function endOrphans() {
  mkdirSync(DATA_DIR, { recursive: true });
  const { launcher, children } = readNote();
  if (launcher !== process.pid && commandOf(launcher).includes('start.mjs')) {
    throw new Problem(
      `The system already runs on ${DATA_DIR} (process ${launcher}): stop it first, or set DATA_DIR to another folder.`,
    );
  }
  // A process number may have passed to somebody else: only a process of our own program is ended.
  const ours = Object.entries(children).filter(([script, pid]) =>
    commandOf(pid).includes(join(ROOT, 'dist', script)),
  );
  await Promise.all(ours.map(([, pid]) => end(pid, 'SIGTERM')));
  writeNote();
}

function readNote() {
  try {
    return JSON.parse(readFileSync(NOTE, 'utf8'));
  } catch (error) {
    if (error.code === 'EACCES') throw error;
    return { launcher: 0, children: {} };
  }
}

function writeNote() {
  writeFileSync(NOTE, JSON.stringify({ launcher: process.pid, children: Object.fromEntries(running) }));
}

function openLog(name) {
  const folder = join(DATA_DIR, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, name);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
}
