import type { Change } from '../../platform/change/change';
import { createTasks } from './create-tasks';
import type { CreateTask } from './task.requests';
import {
  fault,
  findPlan,
  refuse,
  refuseTakenCodes,
  resolveComponents,
  responsibleFaults,
  unitFaults,
} from './task-checks';
import { taskProblem } from './task-problems';

/** Assigns a task, or drafts it, in a plan that the actor may assign in; returns its id. Tells all faults at once. */
export async function createTask(change: Change, input: CreateTask): Promise<string> {
  const { manager, caller } = change;
  const plan = await findPlan(manager, caller.actor, input.planId);
  if (plan.closedOn) throw taskProblem('task.plan_closed');
  const coordinatingUnitIds = [...new Set(input.coordinatingUnitIds ?? [])];
  const { componentIds = [], componentCodes = [], dueDate = null } = input;
  const linked = await resolveComponents(manager, plan.editionId, componentIds, componentCodes);
  const from = input.sourceDate ?? change.today;
  refuse([
    ...(await unitFaults(manager, caller.actor, 'task.assign', from, input.leadUnitId, coordinatingUnitIds)),
    ...(await responsibleFaults(manager, input.leadUnitId, input.responsibleId)),
    ...linked.faults,
    ...(dueDate && dueDate < (input.sourceDate ?? plan.issuedOn)
      ? [fault('dueDate', 'due_before_source')]
      : []),
  ]);
  if (input.code) await refuseTakenCodes(manager, plan.id, [input.code]);
  const { draft, ...fields } = input;
  const [created] = await createTasks(change, plan, [
    { ...fields, dueDate, coordinatingUnitIds, componentIds: linked.componentIds, assigned: !draft },
  ]);
  return created.id;
}
