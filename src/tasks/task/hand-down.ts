import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { versionFrom } from '../../platform/http/version';
import { createTasks } from './create-tasks';
import { freePartCode, partFaults, placeInFamily, refuseFullFamily } from './hand-down-checks';
import type { HandDownPart } from './hand-down.requests';
import { presentTask, type TaskDetail } from './task.presenter';
import { readTask } from './task.queries';
import { lockTask } from './task.store';
import { refuse, responsibleFaults } from './task-checks';

/** A lead unit divides its task: it hands a part to itself or to a unit below it, and decides on it (decision 0020). */
@Injectable()
export class HandDownParts {
  constructor(private readonly changes: Changes) {}

  /** Leaves the parent's version alone: a new part makes nobody's edit of the parent stale. */
  handDown(
    caller: Caller,
    parentId: string,
    ifMatch: string | undefined,
    input: HandDownPart,
  ): Promise<TaskDetail> {
    return this.changes.run(caller, async (change) => {
      const { manager, today } = change;
      // Held until the end, so that parts of one task are numbered and counted one after the other.
      const parent = await lockTask(change, parentId, 'handDown', ifMatch ? versionFrom(ifMatch) : null);
      parent.refuseUnlessOpen('handDown');
      const leadUnitId = input.leadUnitId ?? parent.leadUnitId;
      refuse([
        ...(await partFaults(manager, parent, { leadUnitId, dueDate: input.dueDate ?? null }, today)),
        ...(await responsibleFaults(manager, leadUnitId, input.responsibleId)),
      ]);
      const family = await placeInFamily(manager, parent.id);
      refuseFullFamily(family);
      const code = await freePartCode(manager, parent, family.highestNumber);
      const [part] = await createTasks(change, { id: parent.planId, year: family.planYear }, [
        {
          ...input,
          ...{ code, leadUnitId, parentId: parent.id, handedDown: true, assigned: true },
          fieldCode: parent.fieldCode,
          dueDate: input.dueDate ?? null,
          coordinatingUnitIds: [],
          componentIds: [],
        },
      ]);
      change.record({
        act: 'task.part_handed_down',
        subjectType: 'task',
        subjectId: parent.id,
        unitId: parent.leadUnitId,
        note: `${code}: ${input.titleVi}`,
      });
      return presentTask<TaskDetail>(await readTask(manager, caller.actor, part.id, today), caller.actor);
    });
  }
}
