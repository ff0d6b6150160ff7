import 'reflect-metadata';
import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPlatform, type PlatformScene } from '../../../test/support/platform';
import { systemCaller } from '../access/caller';
import type { Change } from '../change/change';
import { Changes } from '../change/changes';
import type { DomainEvent } from './outbox';
import { OutboxRelay } from './relay';
import { Subscribes } from './subscriptions';

const broken = new Map<string, string>();

@Injectable()
class Listeners {
  @Subscribes('test.happened')
  async write({ payload }: DomainEvent, change: Change): Promise<void> {
    await change.manager.query('INSERT INTO told (line) VALUES ($1)', [payload.name]);
    await change.manager.query('SELECT pg_sleep(0.005)');
  }

  /** Comes second, so that its failure finds something to undo. */
  @Subscribes('test.happened')
  async read({ payload }: DomainEvent): Promise<void> {
    const reason = broken.get(String(payload.name));
    if (reason !== undefined) throw new Error(reason);
  }
}

describe('the outbox relay', () => {
  let scene: PlatformScene;
  let relays: OutboxRelay[];
  let changes: Changes;

  beforeAll(async () => {
    scene = await openPlatform();
    await scene.database.query('CREATE TABLE told (id serial, line text)');
    const providers = [OutboxRelay, Listeners];
    const processes = [await scene.boot(providers), await scene.boot(providers)];
    relays = processes.map((module) => module.get(OutboxRelay));
    changes = processes[0].get(Changes);
  });

  afterAll(() => scene.close());

  afterEach(async () => {
    broken.clear();
    await scene.database.query('TRUNCATE told, outbox');
  });

  const caller = () => systemCaller(scene.clock.now(), 'test');
  const relay = (n = 0) => relays[n].relay({}, scene.clock.now());
  const happened =
    (...names: string[]) =>
    async (change: Change) => {
      for (const name of names) change.announce('test.happened', { name });
    };
  const announce = (...names: string[]) => changes.run(caller(), happened(...names));

  const told = async (): Promise<string[]> =>
    (await scene.database.query('SELECT array_agg(line ORDER BY id) AS lines FROM told'))[0].lines;

  /** The first event still waiting, and the seconds until its next try. */
  async function waiting() {
    const [row] = await scene.database.query(
      `SELECT payload->>'name' AS name, attempts, error, round(extract(epoch FROM next_attempt_at - now()))::int AS seconds
         FROM outbox WHERE delivered_at IS NULL ORDER BY id LIMIT 1`,
    );
    return row;
  }

  it('delivers a committed event, and never one that was rolled back', async () => {
    const failing = scene.database.transaction(async (manager) => {
      await changes.within(manager, caller(), happened('never'));
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await announce('committed');
    await relay();
    expect(await told()).toEqual(['committed']);
  });

  it('delivers in the order of the events', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `${n}`);
    for (const name of names) await announce(name);
    await relay();
    expect(await told()).toEqual(names);
  });

  it('delivers each once when two relays run at once', async () => {
    const names = Array.from({ length: 40 }, (_, n) => `${n}`);
    await announce(...names);
    await Promise.all([relay(0), relay(1), relay(0), relay(1)]);
    expect((await told()).sort()).toEqual([...names].sort());
  });

  it('does not wait for an event that another relay holds', async () => {
    await announce('held', 'free');
    const other = scene.database.createQueryRunner();
    await other.startTransaction();
    await other.query('SELECT 1 FROM outbox ORDER BY id LIMIT 1 FOR UPDATE');
    const relaying = relay();
    await Promise.race([relaying, sleep(2_000)]);
    const meanwhile = await told();
    await other.rollbackTransaction().finally(() => other.release());
    await relaying;
    expect(meanwhile).toEqual(['free']);
  });

  it('undoes and postpones an event whose subscriber fails, and goes on with the later ones', async () => {
    broken.set('bad', 'the subscriber is broken');
    await announce('bad', 'good');
    await relay();
    expect(await told()).toEqual(['good']);
    const postponed = { name: 'bad', attempts: 1, error: 'the subscriber is broken', seconds: 5 };
    expect(await waiting()).toEqual(postponed);
    await relay();
    expect((await waiting()).attempts).toBe(1);
  });

  it('waits longer after each failure and delivers once when the subscriber works again', async () => {
    broken.set('bad', 'still broken');
    await announce('bad');
    const tryNow = async () => {
      await scene.database.query('UPDATE outbox SET next_attempt_at = now() WHERE delivered_at IS NULL');
      await relay();
    };
    for (const seconds of [5, 10, 20]) {
      await tryNow();
      expect((await waiting()).seconds).toBe(seconds);
    }
    await scene.database.query('UPDATE outbox SET attempts = 40');
    await tryNow();
    expect(await waiting()).toMatchObject({ attempts: 41, seconds: 3600 });
    broken.clear();
    await tryNow();
    await tryNow();
    expect(await told()).toEqual(['bad']);
    expect(await scene.database.query('SELECT error FROM outbox')).toEqual([{ error: null }]);
  });

  it('is not held up by a failure whose words PostgreSQL cannot keep', async () => {
    broken.set('bad', 'byte \u0000 zero');
    await announce('bad', 'good');
    await relay();
    expect(await told()).toEqual(['good']);
    expect(await waiting()).toMatchObject({ name: 'bad', attempts: 1 });
  });
});
