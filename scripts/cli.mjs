// `npm run cli -- <command>`: the command line of the built server, with the same database as `npm start`.
import { spawnSync } from 'node:child_process';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { DATA_DIR } from './lib/paths.mjs';
import { fail } from './lib/problem.mjs';
import { secretKey } from './lib/secret-key.mjs';
import { missingServers } from './lib/servers.mjs';

const quiet = () => undefined;

async function main() {
  await ensureInstalled(quiet);
  await ensureBuilt(quiet);
  const started = [];
  const env = { ...process.env, DATA_DIR, SECRET_KEY: secretKey(DATA_DIR) };
  for (const { variable, start } of await missingServers({ log: quiet })) {
    const server = await start();
    started.push(server);
    env[variable] = server.url;
  }
  try {
    // The terminal is passed on: a password may be typed or piped in.
    const { status } = spawnSync(process.execPath, ['dist/cli.js', ...process.argv.slice(2)], {
      env,
      stdio: 'inherit',
    });
    process.exitCode = status ?? 1;
  } finally {
    for (const server of started.reverse()) await server.stop();
  }
}

main().catch(fail);
