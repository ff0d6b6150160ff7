import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Actor } from '../../platform/access/actor';
import type { Caller } from '../../platform/access/caller';
import type { Changes } from '../../platform/change/changes';
import { momentOf, type Day } from '../../platform/clock/day';
import {
  acceptAct,
  ActOnTask,
  cancelAct,
  closePlan,
  createPlan,
  createTasks,
  decideExtensionAct,
  progressAct,
  requestExtensionAct,
  returnAct,
  submitAct,
  type Act,
} from '../../tasks/tasks.api';
import { readCsv } from './data-files';
import { directoryOn, planLines, taskOfLine } from './sample-tasks';

type Event = Record<'taskRef' | 'date' | 'kind' | 'percent' | 'note' | 'newDueDate', string>;
type Actors = Map<string, Actor & { userId: string }>;

const YEAR = 2023;

/** Issues plan 2023 and does again, through the real verbs and on the real days, what happened to its tasks. */
export async function replay2023(
  manager: EntityManager,
  changes: Changes,
  actors: Actors,
  editionId: string,
): Promise<void> {
  const committee = actors.get('committee')!;
  const issuerUnitId = actors.get('leader')!.unitId!;
  const tasks = new Map<string, { id: string; unitCode: string }>();
  const planId = await changes.within(manager, on('2022-12-28', committee), (change) =>
    createPlan(
      change,
      {
        code: 'KH-2023',
        kind: 'annual_plan',
        year: YEAR,
        number: 'MH-01',
        symbol: 'KH-UBND',
        issuedOn: '2022-12-28',
        issuerUnitId,
        titleVi: 'Kế hoạch cải cách hành chính tỉnh Lạng Sơn năm 2023 (minh họa)',
        titleEn: 'PAR plan of Lang Son Province, 2023 (illustrative)',
        editionId,
      },
      true,
    ),
  );
  const all = planLines();
  for (const day of new Set(all.map((line) => line.sourceDate))) {
    const lines = all.filter((line) => line.sourceDate === day);
    const directory = await directoryOn(manager, day, editionId);
    await changes.within(manager, on(day, committee), async (change) => {
      const news = lines.map((line) =>
        taskOfLine(line, directory, YEAR, actors.get(`officer:${line.leadUnitCode}`)!.userId),
      );
      const created = await createTasks(change, { id: planId, year: YEAR }, news);
      created.forEach(({ id }, n) => tasks.set(lines[n].taskRef, { id, unitCode: lines[n].leadUnitCode }));
    });
  }
  await replayEvents(manager, changes, actors, tasks);
  await changes.within(manager, on('2024-01-15', committee), (change) =>
    closePlan(change, planId, 'Kết thúc năm kế hoạch 2023', null),
  );
  // What happened then was told then.
  await manager.query('UPDATE outbox SET delivered_at = now() WHERE delivered_at IS NULL');
}

async function replayEvents(
  manager: EntityManager,
  changes: Changes,
  actors: Actors,
  tasks: Map<string, { id: string; unitCode: string }>,
): Promise<void> {
  const acts = new ActOnTask(changes);
  const asked = new Map<string, { id: string; requestedDueDate: Day }>();
  let minute = 0;
  for (const event of readCsv<keyof Event>('progress-2023.csv')) {
    const { id, unitCode } = tasks.get(event.taskRef)!;
    const officer = actors.get(`officer:${unitCode}`)!;
    const committee = actors.get('committee')!;
    const byUnit = ['progress', 'submitted', 'extension_requested'].includes(event.kind);
    const caller = on(event.date, byUnit ? officer : committee, (minute += 1) % 400);
    await changes.within(manager, caller, (change) =>
      acts.within(change, id, undefined, actOf(event, asked)),
    );
  }
}

function actOf(event: Event, asked: Map<string, { id: string; requestedDueDate: Day }>): Act {
  const { kind, note, newDueDate, taskRef } = event;
  switch (kind) {
    case 'progress':
      return progressAct({ percent: Number(event.percent), done: note || null });
    case 'submitted':
      return submitAct({ note: note || null });
    case 'accepted':
      return acceptAct({ note: note || null });
    case 'returned':
      return returnAct({ reason: note });
    case 'cancelled':
      return cancelAct({ reason: note });
    case 'extension_requested':
      asked.set(taskRef, { id: uuidv7(), requestedDueDate: newDueDate });
      return requestExtensionAct(asked.get(taskRef)!.id, { newDueDate, reason: note });
    case 'extension_approved':
      return decideExtensionAct(asked.get(taskRef)!, { approved: true, newDueDate, reason: note || null });
    case 'extension_rejected':
      return decideExtensionAct(asked.get(taskRef)!, { approved: false, reason: note });
    default:
      throw new Error(`progress-2023.csv: ${kind} is not known.`);
  }
}

/** A caller of that day, in office hours; `minute` keeps the file's order within the day. */
export function on(day: Day, actor: Actor, minute = 0): Caller {
  const now = new Date(momentOf(day, 8).getTime() + minute * 60_000);
  return { actor, locale: 'vi', now, requestId: 'sample' };
}
