import { getQueueToken } from '@nestjs/bull';
import type { Queue } from 'bull';
import { addDays, dayOf, yearOf } from '../../src/platform/clock/day';
import { QUEUE } from '../../src/platform/queue/jobs';
import { Sweep } from '../../src/reminders/tell/sweep';
import { eventually, WorkerProcess } from '../support/worker-process';
import { ActingScene } from './acting-scene';
import { forgetQueue } from './counts';
import { Invariants } from './invariants';

jest.setTimeout(180_000);

let acting: ActingScene;

beforeEach(async () => {
  acting = await ActingScene.open();
});

afterEach(async () => {
  await forgetQueue(acting.scene.config);
  await acting.scene.close();
});

it('a Bull job queued before an extension tells nobody, and the rows stand at the new day', async () => {
  const { scene } = acting;
  const today = dayOf(new Date());
  const year = yearOf(today);
  scene.clock.set(new Date());
  await scene.database.query('DELETE FROM calendar_year');
  await scene.addCalendar(year - 1, year, year + 1, year + 2);
  const task = await scene.task('overdue', { due_date: addDays(today, -30) });
  await acting.derive([task]);
  const owed = (await scene.lines(task)).filter(({ state }) => state === 'waiting');
  expect(owed.map(({ rule }) => rule)).toContain('overdue_1');
  let worker: WorkerProcess | undefined;
  try {
    await scene.module.get(Sweep).sweep({});
    const queue = scene.module.get<Queue>(getQueueToken(QUEUE), { strict: false });
    expect((await queue.getWaiting()).map(({ name }) => name)).toEqual(['reminders.tell']);

    await acting.extend(task, addDays(today, 200));
    worker = await WorkerProcess.start(scene.config);
    await eventually('the old job is done', async () => (await queue.getWaiting()).length === 0);
    await eventually('the extension has been told', async () => {
      const told = await scene.database.query(`SELECT 1 FROM notification WHERE kind = 'extension_decided'`);
      return told.length > 0;
    });
  } finally {
    await worker?.kill();
  }
  const lines = (await scene.lines(task)).filter(({ rule }) => /^(due|overdue)_/.test(rule));
  const of = (revision: number) => lines.filter((line) => line.revision === revision);
  expect(of(1).filter(({ state }) => state === 'told' || state === 'waiting')).toEqual([]);
  expect(of(2).length).toBeGreaterThan(0);
  expect(new Set(of(2).map(({ state }) => state))).toEqual(new Set(['waiting']));
  expect(
    await scene.database.query(
      `SELECT 1 FROM notification WHERE kind IN ('due_soon', 'due_today', 'overdue')`,
    ),
  ).toEqual([]);
  expect(await new Invariants(scene.database).violations(new Date(), { atRest: true })).toEqual([]);
});
