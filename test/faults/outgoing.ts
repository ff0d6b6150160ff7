import Redis from 'ioredis';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../support/worker-process';
import { ReminderScene } from '../support/reminder-scene';

export const REMINDERS = 200;
const PEOPLE = 20;

const opened: Outgoing[] = [];

/** After each test, also one that failed. */
export async function closeOutgoing(): Promise<void> {
  for (const out of opened.splice(0)) await out.close();
}

/** 200 reminders that are due, ten for each of twenty people, and what came of them. */
export class Outgoing {
  private constructor(readonly scene: ReminderScene) {}

  static async prepare(environment: NodeJS.ProcessEnv = {}): Promise<Outgoing> {
    const scene = await ReminderScene.open({ LOG_LEVEL: 'info', ...environment });
    const out = new Outgoing(scene);
    opened.push(out);
    scene.clock.set(new Date());
    const people: string[] = [];
    for (let n = 0; n < PEOPLE; n++) people.push(await scene.person(`person-${n}`, scene.department));
    for (let n = 0; n < REMINDERS; n++) {
      const taskId = await scene.task(`NV-${n}`, {
        responsible_id: people[n % PEOPLE],
        due_date: '2030-12-31',
      });
      await scene.announce('task.assigned', { taskId, version: 1 });
    }
    return out;
  }

  async count(condition: string, table = 'reminder'): Promise<number> {
    const [row] = await this.scene.database.query(
      `SELECT count(*)::int AS n FROM ${table} WHERE ${condition}`,
    );
    return row.n;
  }

  told(): Promise<number> {
    return this.count('told_at IS NOT NULL');
  }

  sent(): Promise<number> {
    return this.count('sent_at IS NOT NULL', 'delivery');
  }

  async allAreOut(seconds = 120): Promise<void> {
    await eventually('every reminder is told', async () => (await this.told()) === REMINDERS, seconds);
    await eventually('every letter is sent', async () => (await this.sent()) === REMINDERS, seconds);
  }

  /** Everybody has each of their ten notifications once, and nothing is both told and failed. */
  async expectToldOnce(): Promise<void> {
    const perPerson = await this.scene.database.query(
      `SELECT u.username, count(*)::int AS notifications, count(DISTINCT n.task_id)::int AS tasks
         FROM notification n JOIN app_user u ON u.id = n.recipient_id GROUP BY 1 ORDER BY 1`,
    );
    const each = REMINDERS / PEOPLE;
    expect(perPerson).toEqual(
      Array.from({ length: PEOPLE }, (_, n) => ({
        username: `person-${n}`,
        notifications: each,
        tasks: each,
      })).sort((a, b) => (a.username < b.username ? -1 : 1)),
    );
    expect(await this.count(`fire_at <= now() AND told_at IS NULL`)).toBe(0);
    expect(await this.count('failed_at IS NOT NULL')).toBe(0);
  }

  letterFiles(): string[] {
    return readdirSync(join(this.scene.config.DATA_DIR, 'letters')).filter((name) => name.endsWith('.eml'));
  }

  /** What FLUSHALL does to this installation; others may share the server. */
  async emptyRedis(): Promise<void> {
    const redis = new Redis(this.scene.config.REDIS_URL);
    try {
      await redis.eval(
        `for _, key in ipairs(redis.call('keys', ARGV[1])) do redis.call('del', key) end`,
        0,
        `${this.scene.config.REDIS_PREFIX}*`,
      );
    } finally {
      redis.disconnect();
    }
  }

  async close(): Promise<void> {
    await this.emptyRedis();
    await this.scene.close();
  }
}
