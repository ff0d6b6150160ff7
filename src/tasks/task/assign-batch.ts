import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/access/caller';
import type { Change } from '../../platform/change/change';
import { Changes } from '../../platform/change/changes';
import { taskProblem } from './task-problems';
import type { AssignedBatch } from './batch.presenter';
import { unitsOf, type BatchUnit } from './batch-units';
import { createTasks, type NewTask } from './create-tasks';
import { presentTask, type TaskDetail } from './task.presenter';
import { readTask } from './task.queries';
import type { AssignBatch } from './task.requests';
import {
  fault,
  findPlan,
  leadFaults,
  refuse,
  refuseTakenCodes,
  resolveComponents,
  type PlanHead,
} from './task-checks';

/**
 * Fan-out: a parent task that its lead unit answers for as a whole, and one part for each unit, written together or
 * not at all. Every one of them is a task of its own lead unit and is counted once (decision 0014).
 */
@Injectable()
export class AssignBatches {
  constructor(private readonly changes: Changes) {}

  assign(caller: Caller, input: AssignBatch): Promise<AssignedBatch> {
    return this.changes.run(caller, async (change) => {
      const { manager } = change;
      const plan = await findPlan(manager, caller.actor, input.planId);
      if (plan.closedOn) throw taskProblem('task.plan_closed');
      const units = await unitsOf(manager, caller.actor, input, input.sourceDate ?? change.today);
      const parentLeadUnitId = input.parentLeadUnitId ?? plan.issuerUnitId;
      const shared = await this.sharedFields(change, plan, input, parentLeadUnitId);
      if (input.code) await refuseTakenCodes(manager, plan.id, [input.code]);
      const [parent] = await createTasks(change, plan, [
        {
          ...shared,
          code: input.code,
          leadUnitId: parentLeadUnitId,
          dueDate: input.parentDueDate ?? shared.dueDate,
        },
      ]);
      const codes = childCodes(parent.code, units.length);
      await refuseTakenCodes(manager, plan.id, codes);
      const children = await createTasks(
        change,
        plan,
        units.map((unit, n) => ({ ...shared, parentId: parent.id, code: codes[n], leadUnitId: unit.id })),
      );
      return this.present(change, parent.id, children, units);
    });
  }

  /** What the whole and its parts have in common, checked. */
  private async sharedFields(
    change: Change,
    plan: PlanHead,
    input: AssignBatch,
    parentLeadUnitId: string,
  ): Promise<Omit<NewTask, 'leadUnitId'>> {
    const { titleVi, titleEn, deliverableVi, deliverableEn, priority, fieldCode } = input;
    const {
      sourceNumber,
      sourceDate,
      evidenceRequired,
      componentIds = [],
      componentCodes = [],
      draft,
    } = input;
    const linked = await resolveComponents(change.manager, plan.editionId, componentIds, componentCodes);
    const { dueDate = null, parentDueDate } = input;
    const whole = [{ path: 'parentLeadUnitId', id: parentLeadUnitId }];
    const source = sourceDate ?? plan.issuedOn;
    refuse([
      ...(await leadFaults(change.manager, change.caller.actor, sourceDate ?? change.today, whole)),
      ...linked.faults,
      ...(dueDate && dueDate < source ? [fault('dueDate', 'due_before_source')] : []),
      ...(parentDueDate && parentDueDate < source ? [fault('parentDueDate', 'due_before_source')] : []),
      ...(parentDueDate && dueDate && parentDueDate < dueDate
        ? [fault('parentDueDate', 'due_before_children')]
        : []),
    ]);
    return {
      ...{
        titleVi,
        titleEn,
        deliverableVi,
        deliverableEn,
        priority,
        fieldCode,
        sourceNumber,
        sourceDate,
        evidenceRequired,
      },
      dueDate,
      coordinatingUnitIds: [],
      componentIds: linked.componentIds,
      assigned: !draft,
    };
  }

  private async present(
    change: Change,
    parentId: string,
    children: { id: string; code: string }[],
    units: BatchUnit[],
  ): Promise<AssignedBatch> {
    const { actor } = change.caller;
    const row = await readTask(change.manager, actor, parentId, change.today);
    return {
      parent: presentTask<TaskDetail>(row, actor),
      children: children.map(({ id, code }, n) => ({ id, code, leadUnit: units[n] })),
      count: children.length,
    };
  }
}

/** `2026-014.001` and on: padded, so that they sort as they count. */
function childCodes(parentCode: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${parentCode}.${String(n + 1).padStart(3, '0')}`);
}
