import { Sweep } from '../../src/reminders/tell/sweep';
import { WorkerProcess } from '../support/worker-process';
import { closeOutgoing, Outgoing, REMINDERS } from './outgoing';

jest.setTimeout(180_000);
afterEach(closeOutgoing);

it('two workers whose clocks differ by two hours tell everybody once, and nothing before its time', async () => {
  const out = await Outgoing.prepare();
  const early = await out.scene.task('early', { due_date: '2030-12-31' });
  await out.scene.database.query(
    `INSERT INTO reminder (id, task_id, rule_id, revision, recipient_id, subject_id, fire_on, fire_at, created_at)
     SELECT uuid_v7(), $1, id, 1, $2, $1, local_day(now()), now() + interval '1 hour', now() FROM reminder_rule WHERE code = 'direction_given'`,
    [early, out.scene.people.responsible],
  );
  const workers = await Promise.all([
    WorkerProcess.start(out.scene.config),
    WorkerProcess.start(out.scene.config, { clockAhead: 2 * 3600_000 }),
  ]);
  try {
    const sweep = out.scene.module.get(Sweep);
    await Promise.all([sweep.sweep({}), sweep.sweep({}), sweep.sweep({})]);
    await out.allAreOut();
    await Promise.all([sweep.sweep({}), sweep.sweep({})]);
  } finally {
    await Promise.all(workers.map((worker) => worker.kill()));
  }
  await out.expectToldOnce();
  expect(out.letterFiles()).toHaveLength(REMINDERS);
  const untimely = (await out.scene.lines(early)).find(({ rule }) => rule === 'direction_given');
  expect(untimely?.state).toBe('waiting');
});
