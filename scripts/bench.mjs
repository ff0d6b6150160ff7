// npm run bench: how fast lists, searches, task pages and progress reports are beside a floor (test/bench/README.md).
//   --seconds N   length of a round (4)      --rounds N   rounds a server (7)      --keep   keep the databases for the next run
//   --only list,search,page,progress,deep,growth      --smoke   a tiny province, one short round, no goals
//   --matrix   instead: how long every filter takes in every order
//   --reminders   instead: deriving, sweeping and telling, beside Bull's empty jobs (--keep, --smoke)
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { benchReminders, stopReminders } from '../test/bench/reminders/bench.mjs';
import { bench, slowest, stopAll } from '../test/bench/tasks/bench.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ROOT } from './lib/paths.mjs';
import { Problem } from './lib/problem.mjs';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
    smoke: { type: 'boolean', default: false },
    matrix: { type: 'boolean', default: false },
    reminders: { type: 'boolean', default: false },
    /** A server built elsewhere; otherwise the present sources are built. */
    dist: { type: 'string' },
  },
});

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => Promise.all([stopAll(), stopReminders()]).then(() => process.exit(130)));

try {
  if (!options.dist) await ensureBuilt((line) => console.log(`- ${line}`));
  const { keep, smoke, only } = options;
  const dist = resolve(ROOT, options.dist ?? 'dist');
  const [seconds, rounds] = [Number(options.seconds), Number(options.rounds)];
  if (options.matrix) await slowest({ dist, keep });
  else if (options.reminders) {
    if (!(await benchReminders({ dist, keep, smoke }))) process.exitCode = 1;
  } else if (!(await bench({ dist, seconds, rounds, only: only?.split(','), keep, smoke })))
    process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
}
process.exit();
