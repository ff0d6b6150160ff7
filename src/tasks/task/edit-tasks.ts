import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import type { Change } from '../../platform/change/change';
import { commonProblem } from '../../platform/errors/common-problems';
import { createTasks } from './create-tasks';
import type { Task } from './task';
import { permitted } from './task.policy';
import { presentTask, type TaskDetail } from './task.presenter';
import { readTask } from './task.queries';
import type { ChangeTask, CreateTask, LinkComponents } from './task.requests';
import { lockTask, saveTask, snapshot } from './task.store';
import {
  familyFaults,
  fault,
  findPlan,
  refuse,
  refuseTakenCodes,
  resolveComponents,
  responsibleFaults,
  unitFaults,
} from './task-checks';
import { taskProblem } from './task-problems';

/** What an officer without the right to assign may still set on his unit's tasks. */
const staffFields: (keyof ChangeTask)[] = ['responsibleId'];

/** Creating tasks and changing their words, units, people and links. Acts on their state are in `acts/`. */
@Injectable()
export class EditTasks {
  constructor(private readonly changes: Changes) {}

  create(caller: Caller, input: CreateTask): Promise<TaskDetail> {
    return this.changes.run(caller, async (change) => {
      const { manager } = change;
      const plan = await findPlan(manager, caller.actor, input.planId);
      if (plan.closedOn) throw taskProblem('task.plan_closed');
      const coordinatingUnitIds = [...new Set(input.coordinatingUnitIds ?? [])];
      const linked = await resolveComponents(
        manager,
        plan.editionId,
        input.componentIds ?? [],
        input.componentCodes ?? [],
      );
      const dueDate = input.dueDate ?? null;
      refuse([
        ...(await unitFaults(
          manager,
          caller.actor,
          'task.assign',
          input.sourceDate ?? change.today,
          input.leadUnitId,
          coordinatingUnitIds,
        )),
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
      return this.present(change, created.id);
    });
  }

  change(caller: Caller, taskId: string, version: number, input: ChangeTask): Promise<TaskDetail> {
    return this.changes.run(caller, async (change) => {
      const task = await lockTask(change, taskId, 'staff', version);
      const given = (Object.keys(input) as (keyof ChangeTask)[]).filter(
        (field) => input[field] !== undefined,
      );
      const beyondStaff = given.some((field) => !staffFields.includes(field));
      if (beyondStaff && !permitted(caller.actor, 'edit', task)) throw commonProblem('forbidden');
      if (task.state !== 'draft') task.refuseUnlessOpen('change');
      const before = snapshot(task);
      await this.apply(change, task, input);
      const saved = await saveTask(change, task, before, 'task.changed');
      if (task.state !== 'draft') announceEdits(change, task, before, saved);
      return this.present(change, taskId);
    });
  }

  /** `add` keeps the links there are; otherwise the named components are the whole list. */
  link(
    caller: Caller,
    taskId: string,
    version: number | null,
    input: LinkComponents,
    add: boolean,
  ): Promise<TaskDetail> {
    return this.changes.run(caller, async (change) => {
      const task = await lockTask(change, taskId, 'link', version);
      if (task.state !== 'draft') task.refuseUnlessOpen('change');
      const [plan]: { editionId: string | null }[] = await change.manager.query(
        'SELECT edition_id AS "editionId" FROM plan WHERE id = $1',
        [task.planId],
      );
      const linked = await resolveComponents(
        change.manager,
        plan.editionId,
        input.componentIds ?? [],
        input.componentCodes ?? [],
      );
      refuse(linked.faults);
      if (!add) await endLinks(change, taskId, linked.componentIds);
      await beginLinks(change, taskId, linked.componentIds);
      await saveTask(change, task, snapshot(task), 'task.linked');
      return this.present(change, taskId);
    });
  }

  private async apply(change: Change, task: Task, input: ChangeTask): Promise<void> {
    const { leadUnitId, coordinatingUnitIds, dueDate, responsibleId, ...words } = input;
    const movesUnit = leadUnitId !== undefined && leadUnitId !== task.leadUnitId;
    Object.assign(task, Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)));
    if (leadUnitId !== undefined) task.leadUnitId = leadUnitId;
    if (responsibleId !== undefined) task.responsibleId = responsibleId;
    else if (movesUnit) task.responsibleId = null;
    if (dueDate !== undefined && dueDate !== task.dueDate) setDueDate(task, dueDate);
    refuse([
      ...(await unitFaults(
        change.manager,
        change.caller.actor,
        'task.assign',
        change.today,
        movesUnit ? leadUnitId : undefined,
        coordinatingUnitIds ?? [],
      )),
      ...(await responsibleFaults(change.manager, task.leadUnitId, responsibleId)),
      ...(await familyFaults(change.manager, task.id, 'dueDate', dueDate ?? null)),
      ...((dueDate !== undefined || words.sourceDate !== undefined) &&
      task.dueDate &&
      task.dueDate < task.earliestDay()
        ? [fault(dueDate === undefined ? 'sourceDate' : 'dueDate', 'due_before_source')]
        : []),
      ...(coordinatingUnitIds?.includes(task.leadUnitId)
        ? [fault('coordinatingUnitIds', 'unit_is_lead')]
        : []),
    ]);
    if (coordinatingUnitIds) await replaceCoordinators(change, task.id, coordinatingUnitIds);
    if (movesUnit) await dropCoordinator(change, task.id, task.leadUnitId);
  }

  private async present(change: Change, taskId: string): Promise<TaskDetail> {
    const { actor } = change.caller;
    return presentTask<TaskDetail>(await readTask(change.manager, actor, taskId, change.today), actor);
  }
}

/** A draft's due date is free; an assigned task may be given its first one; after that only an extension moves it. */
function setDueDate(task: Task, dueDate: string | null): void {
  if (task.state !== 'draft' && task.dueDate !== null) throw taskProblem('task.due_by_extension');
  task.dueDate = dueDate;
  task.originalDueDate = dueDate;
  task.dueText = null;
  task.deadlineRevision += 1;
}

function announceEdits(
  change: Change,
  task: Task,
  before: ReturnType<typeof snapshot>,
  version: number,
): void {
  const payload = { taskId: task.id, version };
  if (before.leadUnitId !== task.leadUnitId) change.announce('task.assigned', payload);
  else if (before.responsibleId !== task.responsibleId) change.announce('task.responsible_changed', payload);
  if (before.dueDate !== task.dueDate) change.announce('task.due_changed', payload);
}

async function replaceCoordinators(change: Change, taskId: string, unitIds: string[]): Promise<void> {
  await change.manager.query(
    'DELETE FROM task_coordinator WHERE task_id = $1 AND unit_id <> ALL($2::uuid[])',
    [taskId, unitIds],
  );
  await change.manager.query(
    'INSERT INTO task_coordinator (task_id, unit_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING',
    [taskId, unitIds],
  );
}

/** The unit that now leads no longer coordinates. */
async function dropCoordinator(change: Change, taskId: string, unitId: string): Promise<void> {
  await change.manager.query('DELETE FROM task_coordinator WHERE task_id = $1 AND unit_id = $2', [
    taskId,
    unitId,
  ]);
}

/** Ends links that are gone from today on; a link made and ended on one day leaves nothing. */
async function endLinks(change: Change, taskId: string, componentIds: string[]): Promise<void> {
  const { manager, today } = change;
  await manager.query(
    `DELETE FROM task_component WHERE task_id = $1 AND valid_to = 'infinity' AND valid_from >= $3 AND component_id <> ALL($2::uuid[])`,
    [taskId, componentIds, today],
  );
  await manager.query(
    `UPDATE task_component SET valid_to = $3 WHERE task_id = $1 AND valid_to = 'infinity' AND component_id <> ALL($2::uuid[])`,
    [taskId, componentIds, today],
  );
}

async function beginLinks(change: Change, taskId: string, componentIds: string[]): Promise<void> {
  await change.manager.query(
    `INSERT INTO task_component (task_id, component_id, valid_from) SELECT $1, c, $3 FROM unnest($2::uuid[]) AS c
      WHERE NOT EXISTS (SELECT 1 FROM task_component l WHERE l.task_id = $1 AND l.component_id = c AND l.valid_to = 'infinity')`,
    [taskId, componentIds, change.today],
  );
}
