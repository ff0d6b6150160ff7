import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { commandOf, end, freePort, sleep } from '../lib/processes.mjs';
import { onDisk, Problem } from '../lib/problem.mjs';
import { temporaryFolder } from './folders.mjs';
import { redisBinary } from './redis-binary.mjs';

/**
 * Starts Redis (or Valkey) on 127.0.0.1 and a free port, its data in `dataDir`; a live server on that data is used as it is.
 * `cacheDir` keeps the program when it had to be fetched. `throwaway` keeps nothing on disk and removes the folder on
 * stop; `adopt` makes stop() end a reused server too.
 */
export function startRedis({ dataDir, cacheDir, log = () => {}, throwaway = false, adopt = false }) {
  return onDisk(dataDir ?? tmpdir(), () => start({ dataDir, cacheDir, log, throwaway, adopt }));
}

async function start({ dataDir, cacheDir, log, throwaway, adopt }) {
  const folder = throwaway ? temporaryFolder('redis', {}, dataDir) : resolve(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const running = await liveServer(folder);
  const server = running ?? (await launch({ folder, binary: await redisBinary(cacheDir, log), throwaway }));
  const startedHere = !running || adopt;
  return {
    url: `redis://:${server.password}@127.0.0.1:${server.port}`,
    pid: server.pid,
    startedHere,
    stop: async () => {
      if (startedHere) await end(server.pid, throwaway ? 'SIGKILL' : 'SIGTERM');
      if (throwaway) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The note of the last start: the process, its port and its password. */
function lastServer(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8'));
  } catch (error) {
    if (error.code === 'EACCES') throw error;
    return {};
  }
}

async function liveServer(folder) {
  const server = lastServer(folder);
  return /redis|valkey/.test(commandOf(server.pid)) && (await answers(server)) ? server : undefined;
}

async function launch({ folder, binary, throwaway }) {
  const logFile = join(folder, 'redis.log');
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.old`);
  // The same address as last time, so that a restart under a running application goes unnoticed.
  const { port, password = randomBytes(24).toString('hex') } = lastServer(folder);
  for (let attempt = 1; attempt <= 3; attempt++) {
    const server = { port: await freePort(attempt === 1 ? port : 0), password };
    const child = spawnRedis({ folder, logFile, binary, server, throwaway });
    server.pid = child.pid;
    writeFileSync(join(folder, 'server.json'), JSON.stringify(server), { mode: 0o600 });
    let gone = false;
    child.once('exit', () => (gone = true)).once('error', () => (gone = true));
    // Reading a long append-only file takes its time.
    for (let waited = 0; !gone && waited < 120_000; waited += 50) {
      if (await answers(server)) return server;
      await sleep(50);
    }
    if (!gone) await end(child.pid, 'SIGTERM');
  }
  const said = readFileSync(logFile, 'utf8');
  if (said.includes('No space left on device'))
    throw new Problem(`Redis cannot write to ${folder}: the disk is full.`);
  throw new Problem(`Redis did not start on ${folder}: ${said.trim().split('\n').pop()}`);
}

function spawnRedis({ folder, logFile, binary, server, throwaway }) {
  const settings = [
    'bind 127.0.0.1',
    `port ${server.port}`,
    `requirepass ${server.password}`,
    `dir "${folder}"`,
    `appendonly ${throwaway ? 'no' : 'yes'}`,
    'save ""',
    'maxmemory-policy noeviction',
  ];
  const output = openSync(logFile, 'w', 0o600);
  // The settings go in by stdin, so that the password does not show in the list of processes.
  const child = spawn(binary.path, ['-'], {
    cwd: folder,
    env: binary.env,
    detached: true,
    stdio: ['pipe', output, output],
  });
  child.stdin.on('error', () => {}).end(settings.join('\n') + '\n');
  closeSync(output);
  child.unref();
  return child;
}

function answers({ port, password }) {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    const finish = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .setTimeout(1_000, () => finish(false))
      .on('error', () => finish(false))
      .on('close', () => finish(false));
    socket.on('data', (chunk) => {
      said += chunk;
      if (said.includes('+PONG')) finish(true);
      else if (said.includes('-')) finish(false);
    });
  });
}
