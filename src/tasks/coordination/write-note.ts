import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '../../platform/access/caller';
import { unitsWhere } from '../../platform/access/actor';
import { within } from '../../platform/access/scope';
import type { Change } from '../../platform/change/change';
import { Changes } from '../../platform/change/changes';
import { commonProblem, fieldError, invalid } from '../../platform/errors/common-problems';
import { openStates, type TaskState } from '../task/task-status';
import { wrongState } from '../task/task-problems';
import type { CoordinationNoteOfUnit } from './coordination.presenter';
import type { WriteNote } from './coordination.requests';
import { readNote } from './notes.queries';

/** A coordinating unit says how far its own share is. The lead unit reads it; nothing of the task moves by it. */
@Injectable()
export class WriteNotes {
  constructor(private readonly changes: Changes) {}

  write(caller: Caller, taskId: string, input: WriteNote): Promise<CoordinationNoteOfUnit> {
    return this.changes.run(caller, async (change) => {
      const state = await holdState(change, taskId);
      const units = await ownUnits(change, taskId);
      if (state === null || units.length === 0) throw commonProblem('not_found');
      const unitId = speaker(units, input.unitId);
      if (!openStates.includes(state)) throw wrongState(state, 'note');
      const noteId = uuidv7();
      await change.manager.query(
        `INSERT INTO coordination_note (id, task_id, unit_id, at, by_user_id, percent, text) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [noteId, taskId, unitId, change.now, caller.actor.userId, input.percent, input.text],
      );
      // Of the coordinating unit, so that its own auditors read it in the trail; the lead unit has it in the task's history.
      change.record({
        act: 'coordination.noted',
        subjectType: 'task',
        subjectId: taskId,
        unitId,
        note: `${input.percent} %: ${input.text}`,
      });
      change.announce('coordination.noted', { taskId, unitId, noteId });
      return readNote(change.manager, noteId);
    });
  }
}

/** Keeps the task from ending, and its units from changing, until the note is written. Null for what nobody is told of. */
async function holdState(change: Change, taskId: string): Promise<TaskState | null> {
  const [task]: { state: TaskState }[] = await change.manager.query(
    `SELECT t.state FROM task t WHERE t.id = $1 AND t.state <> 'draft' AND EXISTS (
       SELECT 1 FROM task_coordinator c WHERE c.task_id = t.id AND ${within('c.unit_id', '$2::uuid[]')}) FOR SHARE OF t`,
    [taskId, unitsWhere(change.caller.actor, 'task.read')],
  );
  return task?.state ?? null;
}

interface OwnUnit {
  id: string;
  reports: boolean;
}

/** The coordinating units in the actor's scope, and for which of them he reports. */
function ownUnits(change: Change, taskId: string): Promise<OwnUnit[]> {
  const { actor } = change.caller;
  return change.manager.query(
    `SELECT c.unit_id AS id, ${within('c.unit_id', '$3::uuid[]')} AS reports FROM task_coordinator c
      WHERE c.task_id = $1 AND ${within('c.unit_id', '$2::uuid[]')}`,
    [taskId, unitsWhere(actor, 'task.read'), unitsWhere(actor, 'task.report')],
  );
}

/** The unit that is named, or the only one the actor reports for. */
function speaker(units: OwnUnit[], named: string | undefined): string {
  if (named !== undefined && !units.some(({ id }) => id === named.toLowerCase())) throw notCoordinating();
  const speaking = units.filter(
    ({ id, reports }) => reports && (named === undefined || id === named.toLowerCase()),
  );
  if (speaking.length === 0) throw commonProblem('forbidden');
  if (speaking.length > 1) throw unitNeeded();
  return speaking[0].id;
}

function notCoordinating() {
  return invalid(
    fieldError('unitId', 'not_coordinating', {
      vi: 'Trong phạm vi của bạn không có cơ quan phối hợp này của nhiệm vụ.',
      en: 'No unit of your scope with this id coordinates the task.',
    }),
  );
}

function unitNeeded() {
  return invalid(
    fieldError('unitId', 'required', {
      vi: 'Nhiều đơn vị của bạn cùng phối hợp. Nêu đơn vị mà bạn báo cáo.',
      en: 'Several of your units coordinate this task. Name the one you report for.',
    }),
  );
}
