import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { TEST_PASSWORD } from '../support/par';
import { cloneDatabase } from '../support/servers';
import { ROOT } from '../support/source-files';

/** The small version of test/bench/evidence, which sends a thousand files: streamed both ways, none is held in memory. */
describe('the built server', () => {
  it('takes and gives 60 files of 5 MB without its memory rising by 100 MB', async () => {
    const dist = resolve(ROOT, process.env.TEST_DIST ?? 'dist');
    if (!existsSync(join(dist, 'main.js')))
      throw new Error(`${dist}/main.js is missing. Build it first: npm run build`);
    const database = await cloneDatabase('sample');
    try {
      const script = join(ROOT, 'test/bench/evidence/memory.mjs');
      const { stdout } = await promisify(execFile)(process.execPath, [script, '--files', '60'], {
        env: { ...process.env, PREPARED_DATABASE_URL: database.url, SAMPLE_PASSWORD: TEST_PASSWORD },
      });
      const rise = Number(/^rise: ([\d.-]+) MB/m.exec(stdout)?.[1]);
      expect(rise).toBeLessThan(100);
      // What is held in memory would be 300 MB: the measure itself must have seen all of it pass.
      expect(stdout).toMatch(/^uploaded {3}60 × 5 MB/m);
      expect(stdout).toMatch(/^downloaded 60 × 5 MB/m);
    } finally {
      await database.drop();
    }
  }, 180_000);
});
