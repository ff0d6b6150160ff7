// npm start: does all its own set-up, then runs the HTTP process and the worker until Ctrl-C.
import { checkNamedServers, freeWebPort } from './lib/addresses.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { endChildren, endOrphans, startChild } from './lib/children.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { keepAlive } from './lib/keep-alive.mjs';
import { DATA_DIR } from './lib/paths.mjs';
import { onDisk, Problem } from './lib/problem.mjs';
import { commandOf, sleep } from './lib/processes.mjs';
import { endActive, run } from './lib/run.mjs';
import { secretKey } from './lib/secret-key.mjs';
import { missingServers } from './lib/servers.mjs';

const log = (line) => console.log(`- ${line}`);
const servers = [];
let serversStarting;
let stopWatching = async () => {};
let stopping;

/** Ends everything in order: the application first, then the servers under it. */
function stop(code) {
  stopping ??= (async () => {
    await stopWatching();
    await endActive();
    await endChildren();
    await serversStarting;
    await Promise.allSettled(servers.map((server) => server.stop()));
    process.exit(code);
  })();
  return stopping;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (!stopping) log('Stopping');
    stop(0);
  });
}

// npm passes a signal only to the shell between us, which then ends without telling us.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(0), 500).unref();

async function start() {
  checkNode();
  await endOrphans();
  const port = await freeWebPort();
  await ensureInstalled(log);
  await checkNamedServers();
  await ensureBuilt(log);

  const env = {
    ...{ PUBLIC_URL: `http://localhost:${port}`, ...process.env },
    ...{ DATA_DIR, PORT: String(port), SECRET_KEY: secretKey(DATA_DIR) },
  };
  const parts = await startServers(env);
  await run(process.execPath, ['dist/cli.js', 'prepare'], {
    env,
    wrong: 'The database could not be prepared, see above.',
  });

  for (const [name, script] of [
    ['The HTTP process', 'main.js'],
    ['The worker', 'worker.js'],
  ]) {
    parts.push({ name, pid: startChild(script, env), start: async () => startChild(script, env) });
  }
  await ready(env, parts);
  if (stopping) return;
  stopWatching = keepAlive(parts, { log, giveUp });
  console.log(`\nReady: ${env.PUBLIC_URL}\n`);
  await run(process.execPath, ['dist/cli.js', 'welcome'], {
    env,
    wrong: 'The welcome text could not be shown, see above.',
  });
  console.log(`\nLogs are in ${DATA_DIR}/logs. Ctrl-C stops everything.`);
}

/** Starts what the environment does not name, and names it there. */
async function startServers(env) {
  const starting = missingServers({ log, adopt: true }).map(async ({ name, variable, start }, index) => {
    const begin = async () => {
      const server = (servers[index] = await start());
      if (env[variable] && env[variable] !== server.url)
        throw new Problem('Its port was taken by another program.');
      env[variable] = server.url;
      return server.pid;
    };
    log(`Starting ${name}`);
    return { name, pid: await begin(), start: begin };
  });
  // All are waited for even when one fails, so that stop() knows each that did start.
  serversStarting = Promise.allSettled(starting);
  await serversStarting;
  return Promise.all(starting);
}

async function ready({ HOST, PORT }, parts) {
  log('Starting the application');
  const address = `http://${!HOST || HOST === '0.0.0.0' ? '127.0.0.1' : HOST}:${PORT}/health/ready`;
  for (let waited = 0; waited < 120_000; waited += 200) {
    const dead = parts.find((part) => commandOf(part.pid) === '');
    if (dead) throw new Problem(`${dead.name} ended while starting; its log is in ${DATA_DIR}/logs.`);
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Problem(
    `The application did not become ready within two minutes; its log is in ${DATA_DIR}/logs.`,
  );
}

async function giveUp(sentence) {
  console.error(`${sentence} Everything is stopped; the logs are in ${DATA_DIR}/logs.`);
  await stop(1);
}

onDisk(DATA_DIR, start).catch(async (error) => {
  // Ctrl-C also ends the step that was running; that is no problem to tell.
  await sleep(10);
  if (stopping) return;
  console.error(error instanceof Problem ? error.message : error);
  await stop(1);
});
