import 'reflect-metadata';
import { getQueueToken } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import type { Queue } from 'bull';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../../../test/support/eventually';
import { openPlatform, type PlatformScene } from '../../../test/support/platform';
import { defineJob, Handles } from './job';
import { JobRunner } from './job-runner';
import { Jobs, QUEUE } from './jobs';

const ring = defineJob<{ name: string }>('test.ring', { concurrency: 2 });

@Injectable()
class Bell {
  readonly heard: { name: string; now: Date }[] = [];
  hold?: Promise<void>;
  broken = false;

  @Handles(ring)
  async ring({ name }: { name: string }, now: Date): Promise<void> {
    this.heard.push({ name, now });
    await this.hold;
    if (this.broken) throw new Error('The bell is broken.');
  }
}

@Injectable()
class SecondBell {
  @Handles(ring)
  async ring(): Promise<void> {}
}

describe('the job runner', () => {
  let scene: PlatformScene;
  beforeEach(async () => (scene = await openPlatform()));
  afterEach(() => scene.close());

  const unfinished = async (module: TestingModule) => {
    const { waiting, active } = await module.get<Queue>(getQueueToken(QUEUE)).getJobCounts();
    return waiting + active;
  };
  const idle = (module: TestingModule) => eventually(async () => (await unfinished(module)) === 0);

  it('will not start when a job has no handler', async () => {
    await expect(scene.boot([JobRunner])).rejects.toThrow(
      'The job test.ring has 0 handlers; mark exactly one method with @Handles.',
    );
  });

  it('will not start when a job has two handlers', async () => {
    await expect(scene.boot([JobRunner, Bell, SecondBell])).rejects.toThrow('test.ring has 2 handlers');
  });

  it('knows a job by one definition', () => {
    expect(() => defineJob('test.ring')).toThrow('The job test.ring is defined twice.');
  });

  it('runs the handler with the payload and the time of the clock', async () => {
    const module = await scene.boot([JobRunner, Bell]);
    scene.clock.set(new Date('2023-05-26T03:00:00Z'));
    await module.get(Jobs).add(ring, { name: 'payload' });
    await eventually(async () => module.get(Bell).heard);
    expect(module.get(Bell).heard).toEqual([{ name: 'payload', now: new Date('2023-05-26T03:00:00Z') }]);
  });

  it('runs once what was asked for twice with the same key while it waited', async () => {
    const http = await scene.boot([]);
    await http.get(Jobs).add(ring, { name: 'first' }, 'same');
    await http
      .get(Jobs)
      .addMany(ring, [
        { payload: { name: 'again' }, key: 'same' },
        { payload: { name: 'other' }, key: 'other' },
        { payload: { name: 'no key' } },
        { payload: { name: 'no key' } },
      ]);
    const worker = await scene.boot([JobRunner, Bell]);
    await idle(worker);
    const names = worker.get(Bell).heard.map(({ name }) => name);
    expect(names.sort()).toEqual(['first', 'no key', 'no key', 'other']);
  });

  it('runs once what is asked for again while it runs, and anew when it has ended', async () => {
    const module = await scene.boot([JobRunner, Bell]);
    const [bell, jobs] = [module.get(Bell), module.get(Jobs)];
    let release = () => {};
    bell.hold = new Promise((resolve) => (release = resolve));
    await jobs.add(ring, { name: 'running' }, 'same');
    await eventually(async () => bell.heard);
    await jobs.add(ring, { name: 'meanwhile' }, 'same');
    release();
    await idle(module);
    expect(bell.heard).toHaveLength(1);
    await jobs.add(ring, { name: 'anew' }, 'same');
    await eventually(async () => bell.heard.length === 2);
    expect(bell.heard[1].name).toBe('anew');
  });

  it('frees the key of a job that failed', async () => {
    const module = await scene.boot([JobRunner, Bell]);
    const [bell, jobs] = [module.get(Bell), module.get(Jobs)];
    bell.broken = true;
    await jobs.add(ring, { name: 'broken' }, 'same');
    await eventually(async () => bell.heard);
    await idle(module);
    bell.broken = false;
    await jobs.add(ring, { name: 'mended' }, 'same');
    await eventually(async () => bell.heard.length === 2);
  });

  it('lets a running job finish before the process ends', async () => {
    const module = await scene.boot([JobRunner, Bell]);
    const bell = module.get(Bell);
    let finished = false;
    bell.hold = sleep(500).then(() => void (finished = true));
    await module.get(Jobs).add(ring, { name: 'long' });
    await eventually(async () => bell.heard);
    await module.close();
    expect(finished).toBe(true);
  });
});
