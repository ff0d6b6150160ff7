import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export { sleep };

/** The command line of a running process, or '' when there is none. A dead process nobody has collected counts as none. */
export function commandOf(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return '';
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    } catch {
      return '';
    }
  }
  return (spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim();
}

/** Sends `signal`, waits until the process is gone, and kills it after `patience` milliseconds. */
export async function end(pid, signal, patience = 10_000) {
  const gone = () => commandOf(pid) === '';
  send(pid, signal);
  for (let waited = 0; !gone() && waited < patience; waited += 50) await sleep(50);
  if (gone()) return;
  send(pid, 'SIGKILL');
  for (let waited = 0; !gone() && waited < 5_000; waited += 50) await sleep(50);
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** `wanted` when nobody listens there on 127.0.0.1, or else any free port. */
export async function freePort(wanted = 0) {
  return (await portIfFree(wanted, '127.0.0.1')) ?? portIfFree(0, '127.0.0.1');
}

/** The port (0 asks the system for one) when it can be listened on at this address, or else undefined. */
export function portIfFree(wanted, host) {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(undefined));
    server.listen(wanted, host, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
