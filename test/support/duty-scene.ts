import { DutyTasks } from '../../src/tasks/duties/create-duty-tasks';
import { momentOf, type Day } from '../../src/platform/clock/day';
import { addPlan } from './factories';
import type { HttpClient } from './http-client';
import { openPar, type Par } from './par';
import { addPerson, addUnit } from './people';

/** A province with two departments and a plan of 2027, where recurring duties are tried out. */
export interface DutyScene {
  par: Par;
  committee: HttpClient;
  committeeId: string;
  province: string;
  units: [string, string];
  plan: string;
  /** The officer of the first unit. */
  officer: string;
  /** Back to the beginning, but for the journal. */
  reset(): Promise<void>;
  /** Writes a duty for both units, of the report from 15/12/2026 on unless `fields` say otherwise; returns the answer's body. */
  duty(fields?: object): Promise<any>;
  /** Lets the job run as on that day, at nine. */
  run(day: Day): Promise<void>;
  /** `title | due day | unit code` of each task, in the order of making. */
  made(dutyId?: string): Promise<string[]>;
}

export async function openDutyScene(): Promise<DutyScene> {
  const par = await openPar('empty');
  const province = await addUnit(par.database, 'T');
  const units: [string, string] = [
    await addUnit(par.database, 'T.A', province),
    await addUnit(par.database, 'T.B', province),
  ];
  const committeeId = await addPerson(par, { username: 'committee', unitId: province, role: 'committee' });
  const officer = await addPerson(par, { username: 'officer', unitId: units[0], role: 'officer' });
  const plan = await addPlan(par.database, province, {
    code: 'KH-2027',
    issued_on: '2026-12-01',
    year: 2027,
  });
  const committee = await par.signIn('committee');
  return {
    ...{ par, committee, committeeId, province, units, plan, officer },
    async reset() {
      await par.database.query('TRUNCATE duty, task, outbox CASCADE');
      await par.database.query('UPDATE plan SET closed_on = NULL');
      await par.database.query('UPDATE unit SET valid_to = NULL');
      await par.database.query('UPDATE app_user SET unit_id = $2, active = true WHERE id = $1', [
        officer,
        units[0],
      ]);
      par.clock.set('2026-11-23');
    },
    async duty(fields = {}) {
      const { status, body, text } = await committee.post('/duties', {
        ...{ planId: plan, rhythm: 'par_report', titleVi: 'Báo cáo cải cách hành chính' },
        ...{ leadUnits: units.map((unitId) => ({ unitId })), startsOn: '2026-12-15' },
        ...fields,
      });
      if (status !== 201) throw new Error(text);
      return body;
    },
    run: (day) => par.app.get(DutyTasks).create({ asOf: momentOf(day, 9).toISOString() }),
    async made(dutyId) {
      const rows: { line: string }[] = await par.database.query(
        `SELECT concat_ws(' | ', t.title_vi, t.due_date, u.code) AS line
           FROM duty_task m JOIN task t ON t.id = m.task_id JOIN unit u ON u.id = t.lead_unit_id
          WHERE $1::uuid IS NULL OR m.duty_id = $1 ORDER BY t.id`,
        [dutyId ?? null],
      );
      return rows.map(({ line }) => line);
    },
  };
}
