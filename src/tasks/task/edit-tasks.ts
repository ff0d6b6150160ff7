import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import type { Change } from '../../platform/change/change';
import type { Day } from '../../platform/clock/day';
import type { FieldError } from '../../platform/errors/problem';
import { commonProblem } from '../../platform/errors/common-problems';
import { changesBetween } from '../../platform/journal/journal';
import { createTask } from './create-task';
import type { Task } from './task';
import { familyUnitFaults } from './hand-down-checks';
import { permitted } from './task.policy';
import { presentTask, type TaskDetail } from './task.presenter';
import { readTask } from './task.queries';
import type { ChangeTask, CreateTask, LinkComponents } from './task.requests';
import { lockTask, saveTask, snapshot } from './task.store';
import { familyFaults, fault, refuse, resolveComponents, responsibleFaults, unitFaults } from './task-checks';
import { taskProblem } from './task-problems';

/** What an officer without the right to assign may still set on his unit's tasks. */
const staffFields: (keyof ChangeTask)[] = ['responsibleId'];

/** Creating tasks and changing their words, units, people and links. Acts on their state are in `acts/`. */
@Injectable()
export class EditTasks {
  constructor(private readonly changes: Changes) {}

  create(caller: Caller, input: CreateTask): Promise<TaskDetail> {
    return this.changes.run(caller, async (change) => this.present(change, await createTask(change, input)));
  }

  change(caller: Caller, taskId: string, version: number, input: ChangeTask): Promise<TaskDetail> {
    return this.changes.run(caller, async (change) => {
      await this.changeWithin(change, taskId, version, input);
      return this.present(change, taskId);
    });
  }

  /** The same inside a change that is already open; `version` null takes the task in whatever version it is. */
  async changeWithin(change: Change, taskId: string, version: number | null, input: ChangeTask) {
    const task = await lockTask(change, taskId, 'staff', version);
    const given = (Object.keys(input) as (keyof ChangeTask)[]).filter((field) => input[field] !== undefined);
    const beyondStaff = given.some((field) => !staffFields.includes(field));
    if (beyondStaff && !permitted(change.caller.actor, 'edit', task)) throw commonProblem('forbidden');
    if (task.state !== 'draft') task.refuseUnlessOpen('change');
    const before = snapshot(task);
    const coordinators = await coordinatorsOf(change, taskId);
    await this.apply(change, task, input);
    const beside = changesBetween(coordinators, await coordinatorsOf(change, taskId));
    const saved = await saveTask(change, task, before, 'task.changed', null, beside);
    if (task.state !== 'draft') announceEdits(change, task, before, saved);
    return { state: task.state, version: saved };
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
      if (task.handedDown) throw taskProblem('task.points_of_plan');
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
      const { day, ...before } = await linksOf(change, taskId);
      if (!add) await endLinks(change, taskId, linked.componentIds, day);
      await beginLinks(change, taskId, linked.componentIds, day);
      const { componentIds } = await linksOf(change, taskId);
      const beside = changesBetween(before, { componentIds });
      await saveTask(change, task, snapshot(task), 'task.linked', null, beside);
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
        task.handedDown ? 'task.hand_down' : 'task.assign',
        change.today,
        movesUnit ? leadUnitId : undefined,
        coordinatingUnitIds ?? [],
      )),
      ...(movesUnit ? await familyUnitFaults(change.manager, task.id, leadUnitId) : []),
      ...(task.handedDown && coordinatingUnitIds?.length
        ? [fault('coordinatingUnitIds', 'part_not_coordinated')]
        : []),
      ...(task.handedDown ? partEditFaults(input, change.today) : []),
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

/** The assigning document is the plan's task's; a first due date of a part is one still to come, as when it is handed down. */
function partEditFaults({ sourceNumber, sourceDate, dueDate }: ChangeTask, today: Day): FieldError[] {
  return [
    ...(sourceNumber != null ? [fault('sourceNumber', 'part_without_source')] : []),
    ...(sourceDate != null ? [fault('sourceDate', 'part_without_source')] : []),
    ...(dueDate != null && dueDate < today ? [fault('dueDate', 'due_past')] : []),
  ];
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

async function coordinatorsOf(change: Change, taskId: string): Promise<{ coordinatingUnitIds: string[] }> {
  const [row]: { coordinatingUnitIds: string[] }[] = await change.manager.query(
    `SELECT ARRAY(SELECT c.unit_id FROM task_coordinator c WHERE c.task_id = $1 ORDER BY c.unit_id) AS "coordinatingUnitIds"`,
    [taskId],
  );
  return row;
}

/** The components linked now, and the day from which a change of them counts: today, or the open one of a clock set back. */
async function linksOf(change: Change, taskId: string): Promise<{ componentIds: string[]; day: Day }> {
  const [row]: { componentIds: string[]; day: Day }[] = await change.manager.query(
    `SELECT local_day(greatest(t.changed_at, $2)) AS day,
            ARRAY(SELECT l.component_id FROM task_component l WHERE l.task_id = t.id AND l.valid_to = 'infinity' ORDER BY 1) AS "componentIds"
       FROM task t WHERE t.id = $1`,
    [taskId, change.now],
  );
  return row;
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

/** Ends links that are gone from `day` on; a link made and ended on one day leaves nothing. */
async function endLinks(
  { manager }: Change,
  taskId: string,
  componentIds: string[],
  day: Day,
): Promise<void> {
  await manager.query(
    `DELETE FROM task_component WHERE task_id = $1 AND valid_to = 'infinity' AND valid_from >= $3 AND component_id <> ALL($2::uuid[])`,
    [taskId, componentIds, day],
  );
  await manager.query(
    `UPDATE task_component SET valid_to = $3 WHERE task_id = $1 AND valid_to = 'infinity' AND component_id <> ALL($2::uuid[])`,
    [taskId, componentIds, day],
  );
}

async function beginLinks(change: Change, taskId: string, componentIds: string[], day: Day): Promise<void> {
  await change.manager.query(
    `INSERT INTO task_component (task_id, component_id, valid_from) SELECT $1, c, $3 FROM unnest($2::uuid[]) AS c
      WHERE NOT EXISTS (SELECT 1 FROM task_component l WHERE l.task_id = $1 AND l.component_id = c AND l.valid_to = 'infinity')`,
    [taskId, componentIds, day],
  );
}
