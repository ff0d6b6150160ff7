import { WorkingCalendar } from '../../src/calendar/working-calendar';
import { Calendars } from '../../src/calendar/calendars';
import { addDays, type Day } from '../../src/platform/clock/day';
import { Reconcile } from '../../src/reminders/derive/reconcile';
import { WriteDigests } from '../../src/reminders/digest/write-digests';
import { WriteReviews } from '../../src/reminders/digest/write-reviews';
import { letterColumns, letterJoins, writeLetter, type LetterRow } from '../../src/reminders/letters/letter';
import type { Letter } from '../../src/platform/mail/mailer';
import { Tell } from '../../src/reminders/tell/tell';
import { uuidv7 } from 'uuidv7';
import { acceptTask, addPlan, addTask, changeTask, linkTask } from './factories';
import { openPar, type Par } from './par';
import { communeTitles, officerTitles } from './digest-titles';

/** A Monday; the first working day of its week. */
export const MONDAY: Day = '2024-11-18';

/**
 * The sample province on a Monday of 2024 with an illustrative plan: an officer with thirty tasks that are due or late, and
 * a leader over two hundred units that are all late with something.
 */
export class DigestScene {
  private constructor(
    readonly par: Par,
    private readonly plan: string,
    private readonly calendar: WorkingCalendar,
  ) {}

  static async open(): Promise<DigestScene> {
    const par = await openPar('sample', {
      PUBLIC_URL: 'https://cchc.langson.example',
      SECRET_KEY: 'a key for the tests of the digest only',
    });
    await par.database.query(`UPDATE plan SET closed_on = '2024-01-15'`);
    const [{ province, edition }] = await par.database.query(
      `SELECT u.id AS province, e.id AS edition FROM unit u, edition e WHERE u.parent_id IS NULL AND e.index_code = 'PAR_INDEX' AND e.year = 2023`,
    );
    const plan = await addPlan(par.database, province, {
      code: 'KH-MH-2024',
      issued_on: '2024-01-05',
      edition_id: edition,
    });
    await par.database.query('UPDATE plan SET illustrative = true WHERE id = $1', [plan]);
    return new DigestScene(par, plan, await par.app.get(Calendars, { strict: false }).load(par.database));
  }

  /** Ten overdue, four due today, the others in one, three and seven working days: each has its telling today. */
  async addOfficersTasks(): Promise<void> {
    const officer = await this.personOf('officer-snv');
    const components = await this.components();
    for (let n = 0; n < 30; n += 1) {
      const step = n < 10 ? -(n * 3 + 2) : n < 14 ? 0 : [1, 3, 7][n % 3];
      const task = await addTask(this.par.database, '2024-01-08', {
        plan_id: this.plan,
        code: `KH-${101 + n}`,
        lead_unit_id: officer.unitId,
        responsible_id: officer.id,
        due_date: this.calendar.addWorkingDays(MONDAY, step),
        title_vi: officerTitles[n % officerTitles.length] + (n < officerTitles.length ? '' : ' (đợt 2)'),
      });
      if (n % 4 === 0)
        await linkTask(this.par.database, task, components[n % components.length], '2024-01-08');
    }
  }

  /** Units late by one to six tasks, some of them since last week; some have done or submitted something. */
  async addTasksOfUnits(count: number): Promise<void> {
    const officer = await this.personOf('officer-snv');
    const units: { id: string }[] = await this.par.database.query(
      `SELECT DISTINCT ON (name_vi) id FROM unit
        WHERE level IN ('department', 'district', 'commune') AND id <> $3 AND name_vi <> 'Sở Nội vụ'
          AND coalesce(valid_from, '2000-01-01') <= $1 AND coalesce(valid_to, '2100-01-01') >= $1
        ORDER BY name_vi, code LIMIT $2`,
      [MONDAY, count, officer.unitId],
    );
    const components = await this.components();
    const tasks = units.flatMap(({ id }, n) => this.tasksOf(id, n));
    await this.insert(tasks);
    for (const { id, n, k } of tasks) {
      const component = components[(n + k) % components.length];
      if ((n + k) % 7 === 0) await linkTask(this.par.database, id, component, '2024-01-08');
      const done = addDays(MONDAY, -1 - (n % 20));
      if (k === 2 && n % 3 === 1) await acceptTask(this.par.database, id, addDays(done, -2), done);
      if (k === 1 && n % 25 === 3) await this.submit(id, addDays(MONDAY, -2));
    }
  }

  private tasksOf(unitId: string, n: number) {
    return Array.from({ length: n % 12 === 7 ? 6 : 3 }, (_, k) => {
      const late = k === 1 ? n % 9 : k === 2 ? -(n % 12) : 16 + ((n * 7 + k) % 23);
      const title = communeTitles[(n + k) % communeTitles.length];
      const due = this.calendar.addWorkingDays(MONDAY, -late);
      return { ...{ id: uuidv7(), n, k, title, due }, code: `X-${1000 + n * 6 + k}`, unit: unitId };
    });
  }

  private async insert(tasks: ReturnType<DigestScene['tasksOf']>): Promise<void> {
    await this.par.database.query(
      `INSERT INTO task (id, plan_id, code, title_vi, lead_unit_id, state, due_date, original_due_date, assigned_on, changed_at)
       SELECT id, $2, code, title, unit, 'assigned', due, due, '2024-01-08', '2024-01-08 02:00Z'
         FROM jsonb_to_recordset($1) AS t (id uuid, code text, title text, unit uuid, due date)`,
      [JSON.stringify(tasks), this.plan],
    );
  }

  /** Derives, tells and writes as of nine o'clock on the Monday: the real pipeline. */
  async run(): Promise<void> {
    const { par } = this;
    par.clock.set(MONDAY);
    const asOf = par.clock.now().toISOString();
    await par.app.get(Reconcile, { strict: false }).deriveAll(par.clock.now());
    await par.app.get(Tell, { strict: false }).tell({ asOf }, par.clock.now());
    await par.app.get(WriteDigests, { strict: false }).write({ asOf });
    await par.app.get(WriteReviews, { strict: false }).write({ asOf });
  }

  async letters(username: string, kind: 'daily' | 'weekly'): Promise<Letter[]> {
    const rows: LetterRow[] = await this.par.database.query(
      `SELECT ${letterColumns} FROM delivery d ${letterJoins} WHERE me.username = $1 AND g.kind = $2`,
      [username, kind],
    );
    return rows.map((row) => writeLetter(row, this.par.config.PUBLIC_URL, this.par.config.SECRET_KEY));
  }

  private async submit(taskId: string, on: Day): Promise<void> {
    await changeTask(this.par.database, taskId, on, { state: 'submitted', submitted_on: on });
    await this.par.database.query(
      `INSERT INTO submission (id, task_id, at, counts_on) VALUES (gen_random_uuid(), $1, $2::date + time '02:00', $2)`,
      [taskId, on],
    );
  }

  private async personOf(username: string): Promise<{ id: string; unitId: string }> {
    const [person] = await this.par.database.query(
      'SELECT id, unit_id AS "unitId" FROM app_user WHERE username = $1',
      [username],
    );
    return person;
  }

  /** Components whose points follow from the tasks that are linked to them. */
  private async components(): Promise<string[]> {
    const rows: { id: string }[] = await this.par.database.query(
      `SELECT n.id FROM node n JOIN edition e ON e.id = n.edition_id
        WHERE e.index_code = 'PAR_INDEX' AND e.year = 2023 AND n.source = 'linked_tasks' AND n.task_scope = 'linked' ORDER BY n.code`,
    );
    return rows.map(({ id }) => id);
  }
}
