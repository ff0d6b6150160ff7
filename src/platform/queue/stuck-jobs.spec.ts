import 'reflect-metadata';
import { getQueueToken } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import type { Queue } from 'bull';
import { DataSource } from 'typeorm';
import { eventually } from '../../../test/support/eventually';
import { openPlatform, type PlatformScene } from '../../../test/support/platform';
import { defineJob, Handles } from './job';
import { JobRunner } from './job-runner';
import { Jobs, QUEUE } from './jobs';
import { Timetable } from './timetable';

const chime = defineJob('test.chime', { concurrency: 2 });
const hourly = { job: chime, rhythm: { everySeconds: 3600 } };

@Injectable()
class Bell {
  rung = 0;
  hold?: Promise<void>;

  @Handles(chime)
  async ring(): Promise<void> {
    this.rung++;
    await this.hold;
  }
}

describe('a keyed job that is stuck in Redis', () => {
  let scene: PlatformScene;
  let http: TestingModule;
  let queue: Queue;
  let jobs: Jobs;

  beforeEach(async () => {
    scene = await openPlatform();
    http = await scene.boot([]);
    queue = http.get<Queue>(getQueueToken(QUEUE));
    jobs = http.get(Jobs);
  });
  afterEach(() => scene.close());

  const id = 'test.chime:recurring';
  const ask = () => jobs.add(chime, {}, 'recurring');
  const redis = () => queue.client;
  const key = (name: string) => queue.toKey(name);
  const startWorker = async () => (await scene.boot([JobRunner, Bell])).get(Bell);
  const freed = () => scene.database.query('SELECT job, times FROM job_freed');

  it('is ignored for ever by Bull itself when its place in the list is lost: the trap', async () => {
    await ask();
    await redis().del(key('wait'));
    await queue.add(chime.name, {}, { jobId: id });
    expect(await queue.getWaitingCount()).toBe(0);
  });

  it.each([
    ['the waiting list is lost', () => redis().del(key('wait'))],
    [
      'it was begun by a worker that is gone, and the list of the active is lost',
      async () => {
        await redis().rpoplpush(key('wait'), key('active'));
        await redis().del(key('active'));
      },
    ],
    [
      'half of it was lost, so that it failed in a way that keeps it',
      async () => {
        await redis().del(key('wait'));
        await redis().zadd(key('failed'), 1, id);
      },
    ],
  ])('runs at the next asking when %s', async (_, damage) => {
    await ask();
    await damage();
    expect(await redis().exists(key(id))).toBe(1);
    await ask();
    const bell = await startWorker();
    await eventually(async () => bell.rung === 1);
    expect(await freed()).toEqual([{ job: 'test.chime', times: 1 }]);
  });

  it('is not freed while it waits, is paused, or has just been taken', async () => {
    await ask();
    await ask();
    await queue.pause();
    await ask();
    await queue.resume();
    await redis().rpoplpush(key('wait'), key('active'));
    await ask();
    expect(await freed()).toEqual([]);
    expect(await queue.getWaitingCount()).toBe(0);
  });

  it('is not torn down while a worker holds it, even when the lists have forgotten it', async () => {
    const bell = await startWorker();
    let release = () => {};
    bell.hold = new Promise((resolve) => (release = resolve));
    await ask();
    await eventually(async () => bell.rung === 1);
    await redis().del(key('active'));
    await ask();
    await jobs.free(chime, ['recurring'], { alsoActive: true });
    await ask();
    expect([bell.rung, await freed()]).toEqual([1, []]);
    bell.hold = undefined;
    release();
    // Bull cannot end a job that is not among the active: it stays behind, and runs out of its lock.
    await eventually(async () => {
      await ask();
      return bell.rung === 2;
    });
  });

  describe('among the active, where no check of stalled jobs runs', () => {
    const timetable = () => new Timetable([hourly], scene.database, jobs);
    /** The timetable's next turn comes, the last end being so many seconds ago. */
    const turnAfter = async (seconds: number) => {
      await scene.database.query(
        `UPDATE timetable_run SET last_run_at = now() - interval '1 hour', ended_at = now() - make_interval(secs => $1),
                asked_since = now() - interval '9 days'`,
        [seconds],
      );
      await timetable().tick();
    };
    const abandon = async () => {
      await timetable().tick();
      await redis().rpoplpush(key('wait'), key('active'));
    };

    it('is asked for anew by the timetable after five periods without an end', async () => {
      await abandon();
      await turnAfter(5 * 3600 - 60);
      expect(await queue.getWaitingCount()).toBe(0);
      await turnAfter(5 * 3600 + 60);
      expect(await queue.getWaitingCount()).toBe(1);
      expect(await freed()).toEqual([{ job: 'test.chime', times: 1 }]);
    });

    it('is given its time when nobody had asked for it for long', async () => {
      await abandon();
      await scene.database.query(
        `UPDATE timetable_run SET last_run_at = now() - interval '9 days', ended_at = now() - interval '9 days',
                asked_since = now() - interval '20 days'`,
      );
      await timetable().tick();
      expect(await freed()).toEqual([]);
    });

    it('is left alone by the timetable while a worker holds it', async () => {
      await abandon();
      await redis().set(key(`${id}:lock`), 'a worker');
      await turnAfter(50 * 3600);
      expect(await queue.getWaitingCount()).toBe(0);
      expect(await freed()).toEqual([]);
    });

    it('keeps its place in a long queue however long it has waited', async () => {
      await timetable().tick();
      await jobs.add(chime, {}, 'behind it');
      await turnAfter(50 * 3600);
      expect(await redis().lrange(key('wait'), 0, -1)).toEqual(['test.chime:behind it', id]);
    });
  });

  it('whose end is noted is noted at most twice a minute', async () => {
    const bell = await startWorker();
    const ends = async () =>
      (await http.get(DataSource).query('SELECT ended_at AS "endedAt" FROM timetable_run'))[0].endedAt;
    await new Timetable([hourly], scene.database, jobs).tick();
    const first = await eventually(ends);
    await ask();
    await jobs.add(chime, {}, 'another');
    await eventually(async () => bell.rung === 3 && (await queue.getActiveCount()) === 0);
    expect(await ends()).toEqual(first);
  });
});
