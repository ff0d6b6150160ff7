import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test, type TestingModule } from '@nestjs/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { systemCaller } from '../../src/platform/access/caller';
import { Changes } from '../../src/platform/change/changes';
import { Clock } from '../../src/platform/clock/clock';
import { Config, readConfig } from '../../src/platform/config/config';
import { createLogger, NestLogger } from '../../src/platform/http/logger';
import type { DomainEvent } from '../../src/platform/outbox/outbox';
import { OutboxRelay } from '../../src/platform/outbox/relay';
import { PlatformModule } from '../../src/platform/platform.module';
import { RemindersModule } from '../../src/reminders/reminders.module';
import { Reconcile } from '../../src/reminders/derive/reconcile';
import { Tell } from '../../src/reminders/tell/tell';
import { addPlan, addTask, type TaskColumns } from './factories';
import { FakeClock } from './fake-clock';
import { addUnit } from './people';
import { cloneDatabase, testServers } from './servers';

export interface ReminderLine {
  rule: string;
  recipient: string;
  revision: number;
  fireOn: string;
  state: string;
}

interface DirectionInput {
  by: string;
  addressee?: string;
  answered?: string;
  text?: string;
  answerBy?: string;
  document?: [string, string];
}

/** A province, one department, its people, a plan and a calendar of plain weeks: where reminders are tried out. */
export class ReminderScene {
  province!: string;
  department!: string;
  plan!: string;
  /** username → id */
  readonly people: Record<string, string> = {};

  private constructor(
    readonly module: TestingModule,
    readonly database: DataSource,
    readonly config: Config,
    readonly clock: FakeClock,
    readonly close: () => Promise<void>,
  ) {}

  static async open(environment: NodeJS.ProcessEnv = {}, rooms: Type[] = []): Promise<ReminderScene> {
    const clone = await cloneDatabase('empty');
    const dataDir = mkdtempSync(join(tmpdir(), 'par-reminders-'));
    const config = readConfig({
      DATABASE_URL: clone.url,
      REDIS_URL: testServers().redisUrl,
      REDIS_PREFIX: new URL(clone.url).pathname.slice(1),
      DATA_DIR: dataDir,
      ...environment,
    });
    const clock = new FakeClock();
    const module = await Test.createTestingModule({
      imports: [PlatformModule, ...rooms, RemindersModule, DiscoveryModule],
      providers: [OutboxRelay],
    })
      .overrideProvider(Config)
      .useValue(config)
      .overrideProvider(Clock)
      .useValue(clock)
      .setLogger(new NestLogger(createLogger('silent', 'test')))
      .compile();
    await module.init();
    const scene = new ReminderScene(module, module.get(DataSource), config, clock, async () => {
      await module.close();
      await clone.drop();
      rmSync(dataDir, { recursive: true, force: true });
    });
    await scene.build();
    return scene;
  }

  private async build(): Promise<void> {
    this.province = await addUnit(this.database, 'T');
    this.department = await addUnit(this.database, 'T.D', this.province);
    await this.person('responsible', this.department);
    await this.person('head', this.department, undefined, true);
    await this.person('officer', this.department, 'officer');
    await this.person('committee', this.province, 'committee');
    await this.person('leader', this.province, 'leader');
    this.plan = await addPlan(this.database, this.province, { code: 'P', issued_on: '2030-01-01' });
    await this.addCalendar(2029, 2030, 2031);
    this.clock.set('2030-03-01');
  }

  async addCalendar(...years: number[]): Promise<void> {
    await this.database.query(
      `INSERT INTO calendar_year (year, version, effective_from, provisional, days)
       SELECT y, 1, '1990-01-01', false, '[]' FROM unnest($1::int[]) AS y`,
      [years],
    );
  }

  async person(username: string, unitId: string, role?: string, head = false): Promise<string> {
    const id = uuidv7();
    await this.database.query(
      `INSERT INTO app_user (id, username, display_name, email, unit_id, is_head) VALUES ($1, $2, $2, $2 || '@example.test', $3, $4)`,
      [id, username, unitId, head],
    );
    if (role) await this.grant(id, role, unitId);
    this.people[username] = id;
    return id;
  }

  async grant(userId: string, role: string, unitId: string): Promise<void> {
    await this.database.query('INSERT INTO role_grant (id, user_id, role, unit_id) VALUES ($1, $2, $3, $4)', [
      uuidv7(),
      userId,
      role,
      unitId,
    ]);
  }

  /** A task of the department that `responsible` answers for. */
  task(code: string, columns: Partial<TaskColumns> = {}): Promise<string> {
    return addTask(this.database, '2030-01-02', {
      plan_id: this.plan,
      lead_unit_id: this.department,
      responsible_id: this.people.responsible,
      code,
      ...columns,
    });
  }

  /** A direction as a row, with people by name; answered with "Rõ" when `answered` names who did. */
  async direction(taskId: string, input: DirectionInput): Promise<string> {
    const id = uuidv7();
    const { by, addressee, answered, text = 'Khẩn trương', answerBy, document = [] } = input;
    const idOf = (name?: string) => (name ? this.people[name] : null);
    await this.database.query(
      `INSERT INTO direction (id, task_id, at, by_user_id, addressee_id, text, answer_by, document_number, document_date, answered_by, answered_at, answer)
       VALUES ($1, $2, now(), $3, $4, $5, $6, $7, $8, $9, CASE WHEN $9::uuid IS NOT NULL THEN now() END, CASE WHEN $9::uuid IS NOT NULL THEN 'Rõ' END)`,
      [id, taskId, idOf(by), idOf(addressee), text, answerBy, document[0], document[1], idOf(answered)],
    );
    return id;
  }

  /** A comment as a row, with people by name. */
  async comment(taskId: string, by: string, mentioned: string[], text = 'Xem giúp'): Promise<string> {
    const id = uuidv7();
    await this.database.query(
      'INSERT INTO task_comment (id, task_id, at, by_user_id, text) VALUES ($1, $2, now(), $3, $4)',
      [id, taskId, this.people[by], text],
    );
    await this.database.query(
      'INSERT INTO task_comment_mention (comment_id, user_id) SELECT $1, unnest($2::uuid[])',
      [id, mentioned.map((name) => this.people[name])],
    );
    return id;
  }

  update(taskId: string, set: string): Promise<unknown> {
    return this.database.query(`UPDATE task SET version = version + 1, ${set} WHERE id = $1`, [taskId]);
  }

  /** Announces as a verb would, and lets the relay hand it on. */
  async happens(topic: string, payload: DomainEvent['payload']): Promise<void> {
    await this.announce(topic, payload);
    await this.module.get(OutboxRelay).relay({}, this.clock.now());
  }

  announce(topic: string, payload: DomainEvent['payload']): Promise<unknown> {
    return this.module.get(Changes).run(systemCaller(this.clock.now(), 'test'), async (change) => {
      change.announce(topic, payload);
    });
  }

  reconcile(): Promise<number> {
    return this.module.get(Reconcile).deriveAll(this.clock.now());
  }

  /** Tells all that is due at the scene's present moment, also what broke just now. */
  async tellDue(): Promise<void> {
    await this.database.query('UPDATE reminder SET next_attempt_at = NULL WHERE next_attempt_at IS NOT NULL');
    await this.lane();
  }

  /** One lane's walk over what is due at the scene's present moment. */
  lane(): Promise<void> {
    return this.module.get(Tell).tell({ asOf: this.clock.now().toISOString() }, this.clock.now());
  }

  lines(taskId: string): Promise<ReminderLine[]> {
    return this.database.query(
      `SELECT rule.code AS rule, u.username AS recipient, r.revision, r.fire_on AS "fireOn",
              CASE WHEN told_at IS NOT NULL THEN 'told' WHEN failed_at IS NOT NULL THEN 'failed'
                   WHEN void_at IS NOT NULL THEN void_reason ELSE 'waiting' END AS state
         FROM reminder r JOIN reminder_rule rule ON rule.id = r.rule_id JOIN app_user u ON u.id = r.recipient_id
        WHERE r.task_id = $1 ORDER BY r.revision, rule.id, u.username`,
      [taskId],
    );
  }

  /** `rule → recipient: state` of each row. */
  async states(taskId: string): Promise<string[]> {
    return (await this.lines(taskId)).map(({ rule, recipient, state }) => `${rule} → ${recipient}: ${state}`);
  }
}
