import { eventually, WorkerProcess } from '../support/worker-process';
import { closeOutgoing, Outgoing, REMINDERS } from './outgoing';

jest.setTimeout(180_000);
afterEach(closeOutgoing);

it('Redis emptied while reminders are going out delays them, loses none and repeats none', async () => {
  const out = await Outgoing.prepare();
  const worker = await WorkerProcess.start(out.scene.config);
  try {
    await eventually('some are told', async () => (await out.told()) >= 30);
    await out.emptyRedis();
    expect(await out.told()).toBeLessThan(REMINDERS);
    await out.allAreOut();
  } finally {
    await worker.kill();
  }
  await out.expectToldOnce();
  expect(out.letterFiles()).toHaveLength(REMINDERS);
});

it('Redis emptied and the worker killed at one blow: the next worker goes on where the rows say', async () => {
  const out = await Outgoing.prepare();
  let worker = await WorkerProcess.start(out.scene.config);
  try {
    await eventually('some are told', async () => (await out.told()) >= 30);
    await Promise.all([worker.kill(), out.emptyRedis()]);
    expect(await out.told()).toBeLessThan(REMINDERS);
    await out.emptyRedis();
    // The killed worker's claims run out; the next may take its letters.
    await out.scene.database.query('UPDATE delivery SET next_attempt_at = now() WHERE sent_at IS NULL');
    worker = await WorkerProcess.start(out.scene.config);
    await out.allAreOut();
  } finally {
    await worker.kill();
  }
  await out.expectToldOnce();
  expect(out.letterFiles()).toHaveLength(REMINDERS);
});
