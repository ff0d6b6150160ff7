import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../platform/access/caller';
import type { Change } from '../../platform/change/change';
import { daysBetween, type Day } from '../../platform/clock/day';
import {
  createTasks,
  findPlan,
  refuse,
  responsibleFaults,
  taskFault,
  taskProblem,
  unitFaults,
} from '../../tasks/tasks.api';
import { deriveEvent } from '../derive/derive-event';
import { Derivation, holdTasks } from '../derive/derivation';
import { KnownCalendar, whereKnown } from '../derive/known-calendar';
import { inVain } from './in-vain';
import { presentPlanned, type TaskPreview } from './preview.presenter';
import { plannedTellings } from './preview.queries';
import type { PreviewTask } from './preview.requests';

/** Nobody's code, told to nobody. */
const CODE = '\u2013';
const MOST_TELLINGS = 200;

/** Who would be told what, and when, of a task that is about to be assigned: it is assigned, derived, read, and undone. */
@Injectable()
export class TaskPreviews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly derivation: Derivation,
    private readonly calendar: KnownCalendar,
  ) {}

  preview(caller: Caller, input: PreviewTask): Promise<TaskPreview> {
    return inVain(this.dataSource, caller, async (change) => {
      const { manager, today, now } = change;
      const id = await assign(change, input);
      await this.derivation.deriveWhole(manager, await holdTasks(manager, [id]), today, today);
      await deriveEvent(manager, { kind: 'assigned', taskId: id, version: 1, subjectId: id }, now);
      const asked = { taskIds: [id], before: { ids: [], days: [] }, ruleId: null, expected: [] };
      const items = (await plannedTellings(manager, asked, MOST_TELLINGS - 1)).map(presentPlanned);
      return { items, count: items.length, ...(await this.daysLeft(manager, today, input.dueDate)) };
    });
  }

  private async daysLeft(manager: EntityManager, today: Day, dueDate: Day | null) {
    if (dueDate === null) return { calendarDaysLeft: null, workingDaysLeft: null };
    const calendar = await this.calendar.current(manager);
    const workingDaysLeft = whereKnown(() => calendar.countWorkingDays(today, dueDate));
    return { calendarDaysLeft: daysBetween(today, dueDate), workingDaysLeft };
  }
}

/** Only who may assign this task is shown who would be told of it; the checks are those of assigning. */
async function assign(change: Change, input: PreviewTask): Promise<string> {
  const { manager, caller, today } = change;
  const { leadUnitId, responsibleId, dueDate, priority } = input;
  const plan = await findPlan(manager, caller.actor, input.planId);
  if (plan.closedOn) throw taskProblem('task.plan_closed');
  refuse([
    ...(await unitFaults(manager, caller.actor, 'task.assign', today, leadUnitId, [])),
    ...(await responsibleFaults(manager, leadUnitId, responsibleId)),
    ...(dueDate && dueDate < plan.issuedOn ? [taskFault('dueDate', 'due_before_source')] : []),
  ]);
  const unnamed = { code: CODE, titleVi: CODE, coordinatingUnitIds: [], componentIds: [], assigned: true };
  const [task] = await createTasks(change, plan, [
    { ...unnamed, leadUnitId, responsibleId, dueDate, priority },
  ]);
  return task.id;
}
