import type { Change } from '../../platform/change/change';
import { commonProblem } from '../../platform/errors/common-problems';
import { versionFrom } from '../../platform/http/version';
import { directionProblem } from './direction-problems';
import { mayAnswer, readDirection, visible } from './directions.queries';
import { presentDirection, type DirectionItem } from './directions.presenter';

/**
 * The answer to a direction: once, in whatever state its task is by now, since the record is to be complete. The task
 * stays as it is and counts one version more. Not found outside the actor's sight; 403 for whoever only reads along.
 */
export async function answerDirection(
  change: Change,
  id: string,
  ifMatch: string | undefined,
  text: string,
): Promise<DirectionItem> {
  const { manager, caller, now, today } = change;
  const held = await hold(change, id);
  if (!held) throw commonProblem('not_found');
  if (!held.mayAnswer) throw commonProblem('forbidden');
  if (ifMatch && versionFrom(ifMatch) !== held.version) throw commonProblem('stale');
  if (held.answered) throw directionProblem('direction.answered');
  await manager.query('UPDATE direction SET answered_at = $2, answered_by = $3, answer = $4 WHERE id = $1', [
    ...[id, now, caller.actor.userId, text],
  ]);
  await manager.query('UPDATE task SET version = version + 1 WHERE id = $1', [held.taskId]);
  const { taskId, leadUnitId } = held;
  change.record({
    act: 'direction.answered',
    subjectType: 'task',
    subjectId: taskId,
    unitId: leadUnitId,
    note: text,
  });
  change.announce('direction.answered', { taskId, version: held.version + 1, directionId: id });
  return presentDirection(await readDirection(manager, caller.actor, today, id));
}

interface Held {
  taskId: string;
  leadUnitId: string;
  version: number;
  answered: boolean;
  mayAnswer: boolean;
}

/** The direction and its task, locked: of two answers at once the second sees the first. */
async function hold(change: Change, id: string): Promise<Held | undefined> {
  const { actor } = change.caller;
  const parameters: unknown[] = [id];
  const [held]: Held[] = await change.manager.query(
    `SELECT t.id AS "taskId", t.lead_unit_id AS "leadUnitId", t.version, d.answered_at IS NOT NULL AS answered,
            ${mayAnswer(actor, parameters)} AS "mayAnswer"
       FROM direction d JOIN task t ON t.id = d.task_id
      WHERE d.id = $1 AND ${visible(actor, parameters)} FOR UPDATE OF t, d`,
    parameters,
  );
  return held;
}
