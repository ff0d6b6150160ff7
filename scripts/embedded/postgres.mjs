import { spawn, spawnSync } from 'node:child_process';
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
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandOf, end, freePort, sleep } from '../lib/processes.mjs';
import { onDisk, Problem } from '../lib/problem.mjs';
import { giveTo, serverAccount } from './account.mjs';
import { prepareFolder, temporaryFolder } from './folders.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';

const DATABASE = 'par_tracker';
// Vietnamese needs ICU: with the C locale alone lower('ĐƯỜNG') is wrong.
const LOCALE = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=vi', '--locale=C'];
const THROWAWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

/**
 * Starts PostgreSQL on 127.0.0.1 and a free port, its data in `dataDir`; a live server on that data is used as it is.
 * `throwaway` gives up durability for speed and removes the folder on stop; `adopt` makes stop() end a reused server too.
 */
export function startPostgres({ dataDir, log = () => {}, throwaway = false, adopt = false } = {}) {
  return onDisk(dataDir ?? tmpdir(), () => start({ dataDir, log, throwaway, adopt }));
}

async function start({ dataDir, log, throwaway, adopt }) {
  const account = serverAccount();
  const { home, major } = await postgresBinaries(account);
  const folder = throwaway
    ? temporaryFolder('postgres', account, dataDir)
    : prepareFolder(dataDir, account, log);
  const cluster = join(folder, 'cluster');
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    log('Creating the database folder');
    createCluster({ home, folder, cluster, account, throwaway });
  }
  checkVersion(cluster, major);

  const running = liveServer(cluster);
  const server = running ?? (await launch({ home, folder, cluster, account, throwaway }));
  const password = readFileSync(join(folder, 'password'), 'utf8').trim();
  const startedHere = !running || adopt;
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${server.port}/${DATABASE}`,
    pid: server.pid,
    startedHere,
    stop: async () => {
      if (startedHere) await end(server.pid, throwaway ? 'SIGQUIT' : 'SIGINT', 30_000);
      if (throwaway) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function createCluster({ home, folder, cluster, account, throwaway }) {
  // Made aside and renamed, so that an interrupted first start leaves nothing half made.
  const draft = `${cluster}.new`;
  const passwordFile = join(folder, 'password');
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  mkdirSync(draft, { mode: 0o700 });
  giveTo(folder, account);
  const run = (program, args, input) => {
    const result = spawnSync(join(home, 'bin', program), args, {
      ...account,
      cwd: '/',
      input,
      encoding: 'utf8',
    });
    if (result.status === 0) return;
    if (throwaway) rmSync(folder, { recursive: true, force: true });
    throw serverProblem(folder, `${result.stdout}\n${result.stderr}`);
  };
  const login = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  run('initdb', ['-D', draft, ...LOCALE, ...login, ...(throwaway ? ['--no-sync'] : [])]);
  run(
    'postgres',
    ['--single', ...(throwaway ? ['-F'] : []), '-D', draft, 'postgres'],
    `CREATE DATABASE ${DATABASE};\n`,
  );
  renameSync(draft, cluster);
}

function checkVersion(cluster, major) {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new Problem(
    `${cluster} was made by PostgreSQL ${found} and this project runs ${major}; nothing was changed. Move the data with the older version's pg_dump, or set DATA_DIR to a new folder.`,
  );
}

/** What postmaster.pid says, when the process it names is PostgreSQL and ready. Line 1 is the pid, 4 the port, 8 the state. */
function liveServer(cluster) {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!commandOf(pid).includes('postgres')) {
    // The number may now belong to another process, and PostgreSQL would refuse to start because of it.
    rmSync(file, { force: true });
    return undefined;
  }
  return lines[7]?.trim() === 'ready' ? { pid, port: Number(lines[3]) } : undefined;
}

async function launch({ home, folder, cluster, account, throwaway }) {
  const logFile = join(folder, 'postgres.log');
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.old`);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'lc_messages=C',
    ...(throwaway ? THROWAWAY : []),
  ];
  // Another try helps when the port was taken meanwhile, or workers of a killed server are still going away.
  for (let attempt = 1; attempt <= 3; attempt++) {
    const port = await freePort(attempt === 1 ? lastPort(cluster) : 0);
    const output = openSync(logFile, 'w', 0o600);
    const args = ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
    const child = spawn(join(home, 'bin', 'postgres'), args, {
      ...account,
      cwd: '/',
      detached: true,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    child.unref();
    let gone = false;
    child.once('exit', () => (gone = true)).once('error', () => (gone = true));
    // Recovery after a crash takes its time.
    for (let waited = 0; !gone && waited < 120_000; waited += 50) {
      const server = liveServer(cluster);
      if (server?.pid === child.pid) return server;
      await sleep(50);
    }
    if (!gone) await end(child.pid, 'SIGQUIT');
    await sleep(1_000);
  }
  throw serverProblem(folder, readFileSync(logFile, 'utf8'));
}

/** The port of the last start, so that a restart under a running application goes unnoticed. */
function lastPort(cluster) {
  const file = join(cluster, 'postmaster.opts');
  return existsSync(file) ? Number(/"-p" "(\d+)"/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) : 0;
}

function serverProblem(folder, text) {
  if (text.includes('No space left on device'))
    return new Problem(`PostgreSQL cannot write to ${folder}: the disk is full.`);
  const last =
    text
      .split('\n')
      .filter((line) => /FATAL|error:/i.test(line))
      .pop() ?? text.trim().split('\n').pop();
  return new Problem(`PostgreSQL did not start on ${folder}: ${last.trim()}`);
}
