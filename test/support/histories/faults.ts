import { addDays, type Day } from '../../../src/platform/clock/day';
import type { FieldChanges } from '../../../src/platform/journal/journal';
import { ReportViews } from '../../../src/reports/report-views';
import { StatusReport } from '../../../src/reports/status/status.queries';
import { cells } from '../../../src/tasks/task/task-status';
import { SPAN } from './run-histories';
import { cellOf, type Facts, type TaskTruth } from './task-truth';
import { FIRST_DAY, type World } from './world';

/** What `task_period` keeps of a task. */
const periodFields = [
  'leadUnitId',
  'responsibleId',
  'state',
  'dueDate',
  'originalDueDate',
  'submittedOn',
] as const;
type Period = Record<(typeof periodFields)[number], string | null> & {
  taskId: string;
  from: Day;
  to: Day;
};

export const everyDay: Day[] = Array.from({ length: SPAN + 3 }, (_, n) => addDays(FIRST_DAY, n - 1));

const told = (values: Partial<Record<(typeof periodFields)[number], unknown>>) =>
  JSON.stringify(periodFields.map((field) => values[field] ?? null));

/** Where the table of days and the replayed journal differ from the truth or from each other, on any day. */
export async function faultsByDay(world: World): Promise<string[]> {
  const periods: Period[] = await world.par.database.query(
    `SELECT task_id AS "taskId", valid_from AS "from", valid_to::text AS "to", lead_unit_id AS "leadUnitId", responsible_id AS "responsibleId",
            state, due_date AS "dueDate", original_due_date AS "originalDueDate", submitted_on AS "submittedOn"
       FROM task_period WHERE plan_id = $1`,
    [world.planId],
  );
  const entries: { taskId: string; day: Day; changes: FieldChanges }[] = await world.par.database.query(
    `SELECT j.subject_id AS "taskId", local_day(j.at) AS day, j.changes FROM journal_entry j JOIN task t ON t.id = j.subject_id
      WHERE t.plan_id = $1 ORDER BY j.recorded_at, j.position`,
    [world.planId],
  );
  const [periodsOf, entriesOf] = [groupByTask(periods), groupByTask(entries)];
  return world.truths.flatMap((truth) => {
    const kept = periodsOf.get(truth.id) ?? [];
    const replayed = replay(entriesOf.get(truth.id) ?? []);
    return everyDay.flatMap((day) => {
      const held = kept.filter(({ from, to }) => from <= day && (to === 'infinity' || to > day));
      const facts = truth.on(day);
      const expected = facts ? told(facts) : 'none';
      const fromPeriod = held.length === 0 ? 'none' : held.map(told).join(' and ');
      const last = replayed.findLast((one) => one.day <= day);
      const fromJournal = last ? told(last.values) : 'none';
      const leaderless = held.some(({ leadUnitId }) => !world.unitIds.includes(leadUnitId ?? ''));
      return [
        ...(fromPeriod === expected
          ? []
          : [`${truth.id} on ${day}: period ${fromPeriod}, truth ${expected}`]),
        ...(fromJournal === expected
          ? []
          : [`${truth.id} on ${day}: journal ${fromJournal}, truth ${expected}`]),
        ...(leaderless ? [`${truth.id} on ${day}: nobody leads it`] : []),
      ];
    });
  });
}

function groupByTask<Row extends { taskId: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.taskId, [...(groups.get(row.taskId) ?? []), row]);
  return groups;
}

/** The journal read forward: what stood at the end of each day. A clock that was set back writes into the open day. */
function replay(
  entries: { day: Day; changes: FieldChanges }[],
): { day: Day; values: Record<string, unknown> }[] {
  const ends: { day: Day; values: Record<string, unknown> }[] = [];
  for (const { day, changes } of entries) {
    const fields = Object.entries(changes);
    if (fields.length === 0) continue;
    const open = ends.at(-1);
    const values = {
      ...open?.values,
      ...Object.fromEntries(fields.map(([field, [, after]]) => [field, after])),
    };
    if (open && open.day >= day) open.values = values;
    else ends.push({ day, values });
  }
  return ends;
}

/** Where the report's four cells differ from the counted truth, or do not sum to the tasks alive on a day. */
export async function faultsOfCells(world: World): Promise<string[]> {
  const { app } = world.par;
  const caller = world.caller(world.actor('committee', world.unitIds[0]), everyDay.at(-1)!);
  const faults: string[] = [];
  for (const asOf of everyDay) {
    const view = await app.get(ReportViews).open(caller, { asOf, planId: world.planId, format: 'json' });
    const report = (await app.get(StatusReport).read(view)).cells;
    const facts = world.truths.map((truth) => truth.on(asOf)).filter((one): one is Facts => one !== null);
    const alive = facts.filter(({ state }) => state !== 'draft' && state !== 'cancelled').length;
    const sum = cells.reduce((total, cell) => total + report[cell], 0);
    if (sum !== alive || report.all !== alive)
      faults.push(`${asOf}: cells sum to ${sum} of ${report.all}, alive ${alive}`);
    for (const cell of cells) {
      const counted = facts.filter((one) => cellOf(one, asOf) === cell).length;
      if (counted !== report[cell]) faults.push(`${asOf}: ${cell} is ${report[cell]}, counted ${counted}`);
    }
  }
  return faults;
}

/** Where a row, its version, its journal or its events differ from the truth: what a refused act left would show here. */
export async function faultsOfRows(world: World): Promise<string[]> {
  const rows: (Facts & { id: string; version: number; journal: number; events: number })[] =
    await world.par.database.query(
      `WITH told AS (SELECT payload ->> 'taskId' AS id, count(*)::int AS n FROM outbox GROUP BY 1),
            recorded AS (SELECT subject_id AS id, count(*)::int AS n FROM journal_entry GROUP BY 1)
       SELECT t.id, t.version, coalesce(r.n, 0) AS journal, coalesce(o.n, 0) AS events, t.state, t.title_vi AS "titleVi", t.priority,
              t.lead_unit_id AS "leadUnitId", t.responsible_id AS "responsibleId", t.due_date AS "dueDate",
              t.original_due_date AS "originalDueDate", t.assigned_on AS "assignedOn", t.submitted_on AS "submittedOn", t.percent,
              ARRAY(SELECT c.unit_id FROM task_coordinator c WHERE c.task_id = t.id ORDER BY 1) AS "coordinatingUnitIds",
              ARRAY(SELECT l.component_id FROM task_component l WHERE l.task_id = t.id AND l.valid_to = 'infinity' ORDER BY 1) AS "componentIds"
         FROM task t LEFT JOIN told o ON o.id = t.id::text LEFT JOIN recorded r ON r.id = t.id WHERE t.plan_id = $1`,
      [world.planId],
    );
  const found = new Map(rows.map(({ id, ...row }) => [id, sorted(row)]));
  return world.truths.flatMap((truth) => {
    const { id, version, journal, events, now } = truth;
    const expected = sorted({ version, journal, events, ...now });
    return found.get(id) === expected ? [] : [`${id}: is ${found.get(id)}, should be ${expected}`];
  });
}

export function sorted(row: object): string {
  return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The truth of a task on a day as `GET tasks/:id?asOf` tells it. */
export function shownOn(truth: TaskTruth, day: Day): string | null {
  const facts = truth.on(day);
  if (!facts) return null;
  return sorted({ ...facts, cell: cellOf(facts, day), extensionPending: truth.extensionPendingOn(day) });
}
