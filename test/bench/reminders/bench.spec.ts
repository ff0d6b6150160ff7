import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { ROOT } from '../../support/source-files';

jest.setTimeout(180_000);

/** Nothing is timed here: the bench is run on a tiny province, so that it is whole when it is wanted. */
describe('the bench of reminders', () => {
  it('derives, sweeps, tells with two workers and outlives an emptied Redis', () => {
    const dist = resolve(ROOT, process.env.TEST_DIST ?? 'dist');
    const said = execFileSync(
      process.execPath,
      ['scripts/bench.mjs', '--reminders', '--smoke', '--dist', dist],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    );
    for (const measured of [
      "a day's rows derived",
      'sweep with nothing due',
      'told / empty Bull jobs',
      "Redis' growth while telling",
      'after FLUSHALL all flows',
    ]) {
      expect(said).toMatch(new RegExp(`^${measured}.* ok`, 'm'));
    }
  });
});
