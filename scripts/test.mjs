// npm test: all checks in order, stopping at the first that fails. `npm test -- <jest arguments>` runs only jest.
// The last line is always "N passed, N failed"; a check that fails before jest counts as one failure.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { chromium } from './lib/chromium.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { Problem } from './lib/problem.mjs';
import { sleep } from './lib/processes.mjs';
import { endActive, run, runTool } from './lib/run.mjs';
import { testServers } from './lib/servers.mjs';

const log = (line) => console.log(`- ${line}`);
const jestArguments = process.argv.slice(2);
const everything = jestArguments.length === 0;
const results = mkdtempSync(join(tmpdir(), 'par-tracker-results-'));
let starting;
let interrupted = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    if (interrupted) return;
    interrupted = true;
    await endActive();
    await cleanUp();
    process.exit(130);
  });
}

async function step(name, work) {
  console.log(`\n== ${name}`);
  const begun = Date.now();
  try {
    await work();
  } finally {
    console.log(`   ${name}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  }
}

async function jest() {
  starting = testServers({ log });
  const servers = await starting;
  const path = chromium({ install: everything || /browser/.test(jestArguments.join(' ')), log });
  const env = { ...process.env, ...servers.env, NODE_ENV: 'test', ...(path && { CHROMIUM_PATH: path }) };
  // Nothing a test does may reach the servers of a running system.
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'DATA_DIR']) delete env[name];
  const output = ['--json', `--outputFile=${join(results, 'jest.json')}`];
  await runTool('jest/bin/jest.js', [...output, ...jestArguments], {
    env,
    wrong: 'Some tests failed, see above.',
  });
}

async function check() {
  checkNode();
  await step('Packages', () => ensureInstalled(log));
  if (everything) {
    await step('Lock file', () => run(process.execPath, ['scripts/lock.mjs', '--check']));
    await step('Types', () => runTool('typescript/bin/tsc', ['--noEmit']));
    await step('Lint', () => runTool('eslint/bin/eslint.js', ['.']));
    await step('Format', () => runTool('prettier/bin/prettier.cjs', ['--check', '.']));
    await step('Build', () => ensureBuilt(log));
    await step('Contract', () => run(process.execPath, ['scripts/openapi.mjs', '--check']));
  }
  await step('Tests', jest);
}

/** Passed and failed, from jest's own count; a test file that could not be run at all counts as a failure. */
function count() {
  const file = join(results, 'jest.json');
  if (!existsSync(file)) return [0, 1];
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return [numPassedTests, numFailedTests + numRuntimeErrorTestSuites];
}

async function cleanUp() {
  await starting?.then((servers) => servers.stop()).catch(() => {});
  rmSync(results, { recursive: true, force: true });
}

try {
  await check();
} catch (error) {
  process.exitCode = 1;
  await sleep(10);
  if (!interrupted) console.error(error instanceof Problem ? error.message : error);
}
if (!interrupted) {
  const [passed, failed] = count();
  await cleanUp();
  console.log(`\n${passed} passed, ${failed} failed`);
}
