// Bull's own throughput: two processes, an empty handler, as many jobs as there are reminders in the other measure.
import Queue from 'bull';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/paths.mjs';
import { startProcess } from './processes.mjs';

const CONCURRENCY = 10;
const PORTION = 5_000;

/** Jobs a second, from the moment they may be taken to the last one's end. */
export async function bullThroughput({ redisUrl, jobs, processes }) {
  const prefix = 'bench-floor';
  const queue = new Queue('floor', redisUrl, { prefix });
  queue.on('error', () => {});
  const workers = [];
  try {
    await queue.pause();
    for (let added = 0; added < jobs; added += PORTION) {
      const portion = Array.from({ length: Math.min(PORTION, jobs - added) }, () => ({
        name: 'empty',
        data: {},
        opts: { removeOnComplete: true, removeOnFail: true },
      }));
      await queue.addBulk(portion);
    }
    for (let n = 0; n < processes; n++) {
      const env = { REDIS_URL: redisUrl, REDIS_PREFIX: prefix, CONCURRENCY: String(CONCURRENCY) };
      workers.push(await startProcess(join(ROOT, 'test/bench/reminders/bull-worker.mjs'), env, 'ready'));
    }
    const begun = performance.now();
    await queue.resume();
    for (;;) {
      const { waiting, active, delayed, failed } = await queue.getJobCounts();
      if (failed > 0) throw new Error(`${failed} empty jobs failed`);
      if (waiting + active + delayed === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return jobs / ((performance.now() - begun) / 1000);
  } finally {
    for (const worker of workers) await worker.stop();
    await queue.obliterate({ force: true });
    await queue.close();
  }
}
