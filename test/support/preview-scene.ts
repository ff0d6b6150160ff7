import type { DataSource } from 'typeorm';
import { Reconcile } from '../../src/reminders/derive/reconcile';
import { addPlan, addTask, type TaskColumns } from './factories';
import type { HttpClient } from './http-client';
import { openPar, type Par } from './par';
import { addPerson, addUnit } from './people';

/** One telling as `task rule recipient day moment`. */
export type Telling = string;

/** A province with two departments, each with a head and an officer, a plan of the province and one of the first department. */
export class PreviewScene {
  readonly unit: Record<string, string> = {};
  readonly plan: Record<string, string> = {};
  readonly person: Record<string, string> = {};
  admin!: HttpClient;

  private constructor(readonly par: Par) {}

  static async open(): Promise<PreviewScene> {
    const scene = new PreviewScene(await openPar('empty'));
    await scene.build();
    return scene;
  }

  get database(): DataSource {
    return this.par.database;
  }

  private async build(): Promise<void> {
    const { par, database, unit, plan } = this;
    unit.province = await addUnit(database, 'T');
    unit.a = await addUnit(database, 'T.A', unit.province);
    unit.b = await addUnit(database, 'T.B', unit.province);
    await this.add('admin', 'province', 'admin');
    await this.add('committee', 'province', 'committee');
    await this.add('leader', 'province', 'leader');
    for (const name of ['a', 'b']) {
      await this.add(`head-${name}`, name, 'officer');
      await this.add(`officer-${name}`, name, 'officer');
      await this.add(`committee-${name}`, name, 'committee');
      await database.query('UPDATE app_user SET is_head = true WHERE id = $1', [this.person[`head-${name}`]]);
    }
    plan.province = await addPlan(database, unit.province, { code: 'P', issued_on: '2030-01-01' });
    plan.a = await addPlan(database, unit.a, { code: 'P.A', issued_on: '2030-01-01' });
    await database.query(
      `INSERT INTO calendar_year (year, version, effective_from, provisional, days)
       SELECT y, 1, '1990-01-01', false, '[]' FROM generate_series(2029, 2031) AS y`,
    );
    par.clock.set('2030-03-01');
    this.admin = await par.signIn('admin');
  }

  private async add(username: string, unit: string, role: 'admin' | 'committee' | 'leader' | 'officer') {
    this.person[username] = await addPerson(this.par, { username, unitId: this.unit[unit], role });
  }

  /** A task of the first department in the province's plan, unless told otherwise; its officer answers for it. */
  task(code: string, columns: Partial<TaskColumns> & { priority?: string } = {}): Promise<string> {
    return addTask(this.database, '2030-02-01', {
      plan_id: this.plan.province,
      lead_unit_id: this.unit.a,
      responsible_id: this.person['officer-a'],
      code,
      ...columns,
    });
  }

  derive(): Promise<number> {
    return this.par.app.get(Reconcile, { strict: false }).deriveAll(this.par.clock.now());
  }

  /** What waits to be told, by the table itself. */
  async waiting(): Promise<Telling[]> {
    const rows = await this.database.query(
      `SELECT t.code AS task, rule.code AS rule, u.username AS recipient, r.fire_on AS "fireOn", r.fire_at AS "fireAt"
         FROM reminder r JOIN task t ON t.id = r.task_id JOIN reminder_rule rule ON rule.id = r.rule_id JOIN app_user u ON u.id = r.recipient_id
        WHERE num_nonnulls(r.told_at, r.failed_at, r.void_at) = 0`,
    );
    return rows
      .map((row: any) => [row.task, row.rule, row.recipient, row.fireOn, row.fireAt.toISOString()].join(' '))
      .sort();
  }

  /** Every page of a preview, as one. */
  async preview(body: object, who = this.admin, limit = 50): Promise<any> {
    const items: any[] = [];
    let cursor: string | undefined;
    for (;;) {
      const answer = await who.post('/reminder-rules/preview', { ...body, limit, cursor });
      if (answer.status !== 200) throw new Error(answer.text);
      items.push(...answer.body.items);
      cursor = answer.body.nextCursor ?? undefined;
      if (!cursor) return { ...answer.body, items };
    }
  }

  /** Each table of the database by what is in it. */
  async fingerprints(): Promise<Record<string, string>> {
    const tables: { name: string }[] = await this.database.query(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    const [row] = await this.database.query(
      `SELECT ${tables.map(({ name }) => `(SELECT md5(coalesce(string_agg(x::text, ',' ORDER BY x::text), '')) FROM ${name} x) AS ${name}`).join(', ')}`,
    );
    return row;
  }
}

export const telling = ({ task, rule, recipient, fireOn, fireAt }: any): Telling =>
  [task.code, rule.code, recipient.displayName, fireOn, fireAt].join(' ');
