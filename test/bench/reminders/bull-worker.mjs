// The floor: a process that runs jobs of Bull with an empty handler, as fast as Bull hands them out.
import Queue from 'bull';

const queue = new Queue('floor', process.env.REDIS_URL, { prefix: process.env.REDIS_PREFIX });
queue.on('error', () => {});
void queue.process('empty', Number(process.env.CONCURRENCY), async () => {});
await queue.isReady();
console.log('ready');
