import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { ROOT } from '../../support/source-files';

/** Nothing is timed here: the bench is run on a tiny province, so that it is whole when it is wanted. */
describe('the bench of tasks', () => {
  it('asks the floor and the application the same, and both answer', () => {
    const dist = resolve(ROOT, process.env.TEST_DIST ?? 'dist');
    const said = execFileSync(process.execPath, ['scripts/bench.mjs', '--smoke', '--dist', dist], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    for (const kind of ['list of a subtree', 'search', 'task page', 'progress report', 'page 1000']) {
      expect(said).toMatch(new RegExp(`^${kind}.* ok$`, 'm'));
    }
  });
});
