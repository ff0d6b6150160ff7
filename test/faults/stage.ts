import { mkdtempSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Day } from '../../src/platform/clock/day';
import { HookReceiver } from '../support/hook-receiver';
import { MailServer } from '../support/mail-server';
import type { RedisServer } from '../support/redis-server';
import { ReminderScene } from '../support/reminder-scene';
import { eventually, WorkerProcess, type Watched, type WorkerOptions } from '../support/worker-process';
import { counts, forgetQueue, type Counts } from './counts';
import { untold } from './outcome';

const PEOPLE = 10;
/** By the Message-ID of a letter or the id of a call. */
const sentAs = 'SELECT 1 FROM delivery WHERE $1 IN (message_id, id::text) AND sent_at IS NOT NULL';
const settings = {
  SECRET_KEY: 'only-for-tests-'.repeat(3),
  WEBHOOK_LOOPBACK: 'on',
  LETTERS_A_MINUTE: '100000',
};

export interface StageServers {
  redis?: RedisServer;
  /** A database other than a fresh clone. */
  databaseUrl?: string;
  /** Milliseconds that workers wait for the mail server. */
  mailPatience?: number;
}

/** Where a fault is played: a province, a mail server, worker processes, and tasks whose assignment is to be told. */
export class Stage {
  readonly workers: WorkerProcess[] = [];
  /** The tasks of which exactly one person is to be told, each once. */
  readonly expected: string[] = [];
  /** Whether what is put off to a later try is tried at once, from the end of the fault on. */
  hurries = false;
  /** When the fault was over; lateness counts from here. */
  overAt = Date.now();
  private tasks = 0;
  private readonly closing: (() => Promise<void>)[] = [];
  private readonly people: string[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'par-fault-'));

  private constructor(
    readonly scene: ReminderScene,
    readonly mail: MailServer,
    readonly program: HookReceiver,
  ) {}

  static async open({ redis, databaseUrl, mailPatience }: StageServers = {}): Promise<Stage> {
    const mail = await MailServer.start(mailPatience);
    const scene = await ReminderScene.open({
      ...(redis ? { REDIS_URL: redis.url } : {}),
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      SMTP_URL: mail.url,
      ...settings,
    });
    const program = await HookReceiver.start();
    const stage = new Stage(scene, mail, program);
    scene.clock.set(new Date());
    const noted = async (id: string) => (await scene.database.query(sentAs, [id]).catch(() => [])).length > 0;
    mail.noted = noted;
    program.noted = noted;
    await scene.database.query(
      `INSERT INTO webhook (id, unit_id, name, url, created_at) VALUES (uuid_v7(), $1, 'Cầu nối', $2, now())`,
      [scene.province, program.url],
    );
    // Nobody but who is responsible: no digest and no review goes out in between.
    await scene.database.query('DELETE FROM role_grant');
    for (let n = 0; n < PEOPLE; n++) stage.people.push(await scene.person(`person-${n}`, scene.department));
    return stage;
  }

  /** Tasks that have just been assigned: the events are committed, nothing is derived yet. */
  async assign(count: number): Promise<void> {
    for (let n = 0; n < count; n++) {
      const [taskId] = await this.addTasks(1, '2030-12-31');
      await this.scene.announce('task.assigned', { taskId, version: 1 });
      this.expected.push(taskId);
    }
  }

  /** Tasks of which nobody has said anything yet, each person's in turn. */
  async addTasks(count: number, dueDate: Day): Promise<string[]> {
    const ids: string[] = [];
    for (let n = 0; n < count; n++) {
      const responsible = this.people[this.tasks % PEOPLE];
      ids.push(
        await this.scene.task(`NV-${(this.tasks += 1)}`, { responsible_id: responsible, due_date: dueDate }),
      );
    }
    return ids;
  }

  async worker(options?: WorkerOptions): Promise<WorkerProcess> {
    const worker = await WorkerProcess.start(this.scene.config, options);
    this.workers.push(worker);
    return worker;
  }

  twoWorkers(first?: WorkerOptions, second?: WorkerOptions): Promise<WorkerProcess[]> {
    return Promise.all([this.worker(first), this.worker(second)]);
  }

  /** A worker that dies at a step, and what it left behind; fails when it died elsewhere or not at all. */
  async victim(step: Pick<Watched, 'when' | 'statement' | 'having' | 'says' | 'nth'>): Promise<Counts> {
    const watch = { ...step, kills: true, note: this.note('step') };
    const victim = WorkerProcess.launch(this.scene.config, { watch });
    this.workers.push(victim);
    await eventually('the worker dies at the step', () => !victim.runs, 120);
    expect(await victim.ended).toBe('SIGKILL');
    expect(this.passed('step')).toBe(step.nth);
    // Its connections end, and with them what it had not committed.
    await eventually('its transactions are gone', async () => (await this.othersInTransaction()) === 0);
    return counts(this);
  }

  /** What the mail server or the program has and we do not know it: Message-IDs and ids of calls. */
  async takenUnnoted(): Promise<string[]> {
    const rows: { id: string }[] = await this.scene.database.query(
      `SELECT CASE channel WHEN 'mail' THEN message_id ELSE id::text END AS id FROM delivery WHERE sent_at IS NULL`,
    );
    const taken = new Set([...this.mail.taken.map(({ messageId }) => messageId), ...this.program.taken]);
    return rows.map(({ id }) => id).filter((id) => taken.has(id));
  }

  /** How many of those who should have been told have not been, in full. */
  lost: () => Promise<number> = () => untold(this);

  note(name: string): string {
    return join(this.folder, name);
  }

  /** How often a watched worker has passed its step. */
  passed(name: string): number {
    return existsSync(this.note(name)) ? readFileSync(this.note(name), 'utf8').trim().split('\n').length : 0;
  }

  /** The processes that have passed it. */
  workersIn(name: string): Set<string> {
    const lines = readFileSync(this.note(name), 'utf8').trim().split('\n');
    return new Set(lines.map((line) => line.split(' ')[0]));
  }

  private async othersInTransaction(): Promise<number> {
    const [{ n }] = await this.scene.database.query(
      `SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL AND backend_type = 'client backend'`,
    );
    return n;
  }

  /** The leases of a dead worker's deliveries have run out, so that a test need not wait two minutes for it. */
  async endLeases(begunBefore = 'now()'): Promise<void> {
    await this.scene.database.query(
      `UPDATE delivery d SET next_attempt_at = now() WHERE sent_at IS NULL AND failed_at IS NULL AND next_attempt_at > now()
          AND EXISTS (SELECT 1 FROM delivery_attempt a WHERE a.delivery_id = d.id AND a.ended_at IS NULL AND a.begun_at < ${begunBefore})`,
    );
  }

  /** What was put off to a later try is tried at once; not what is in hand, which would then be in two. */
  async hurry(): Promise<void> {
    await this.scene.database.query(
      `UPDATE delivery d SET next_attempt_at = now() WHERE sent_at IS NULL AND failed_at IS NULL AND next_attempt_at > now()
          AND NOT EXISTS (SELECT 1 FROM delivery_attempt a WHERE a.delivery_id = d.id AND a.ended_at IS NULL)`,
    );
    await this.scene.database.query('UPDATE delivery_pause SET until = now() WHERE until > now()');
  }

  async triesFailed(number: number): Promise<void> {
    await eventually(`${number} tries have failed`, async () => {
      const failed = await this.scene.database.query(
        'SELECT 1 FROM delivery WHERE failure_reason IS NOT NULL',
      );
      return failed.length >= number;
    });
  }

  async toldAtLeast(number: number): Promise<void> {
    await eventually(`${number} are told`, async () => (await counts(this)).notifications >= number, 120);
  }

  /** What is to be ended after the workers and the scene. */
  closes(close: () => Promise<void>): void {
    this.closing.push(close);
  }

  over({ hurries = false } = {}): void {
    this.overAt = Date.now();
    this.hurries = hurries;
  }

  get repeated(): string[] {
    return [...this.mail.repeated, ...this.program.repeated];
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.kill()));
    await forgetQueue(this.scene.config);
    await this.scene.close();
    await this.mail.close();
    await this.program.close();
    for (const close of this.closing) await close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
