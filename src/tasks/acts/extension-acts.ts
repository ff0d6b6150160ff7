import type { Change } from '../../platform/change/change';
import { showDay, type Day } from '../../platform/clock/day';
import { commonProblem, fieldError, invalid } from '../../platform/errors/common-problems';
import { familyFaults, refuse } from '../task/task-checks';
import { taskProblem } from '../task/task-problems';
import type { Act } from './act-on-task';
import type { DecideExtension, RequestExtension } from './acts.requests';
import { documentNote } from './document-words';

export function requestExtensionAct(extensionId: string, input: RequestExtension): Act {
  return {
    act: 'requestExtension',
    journal: 'extension.requested',
    topic: 'extension.requested',
    note: `${showDay(input.newDueDate)}: ${input.reason}`,
    work: async (task, change) => {
      task.refuseUnlessOpen('extend');
      const dueDate = task.refuseWithoutDueDate();
      refuseNotLater(dueDate, input.newDueDate);
      if ((await undecidedExtensions(change, task.id)).length > 0)
        throw taskProblem('task.extension_pending');
      await change.manager.query(
        `INSERT INTO extension (id, task_id, at, by_user_id, reason, due_date_before, requested_due_date)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          extensionId,
          task.id,
          change.now,
          change.caller.actor.userId,
          input.reason,
          dueDate,
          input.newDueDate,
        ],
      );
      return { extensionId };
    },
  };
}

/** A granted day moves the due date; the task's other record of it, the original day, stays. */
export function decideExtensionAct(
  extension: { id: string; requestedDueDate: Day },
  input: DecideExtension,
): Act {
  const newDueDate = input.approved ? (input.newDueDate ?? extension.requestedDueDate) : null;
  return {
    act: 'decideExtension',
    journal: input.approved ? 'extension.approved' : 'extension.rejected',
    topic: 'extension.decided',
    note: documentNote(input, input.reason),
    work: async (task, change) => {
      task.refuseUnlessOpen('extend');
      // Read under the task's lock, so that two decisions at once cannot both find the request open.
      if (!(await undecidedExtensions(change, task.id)).includes(extension.id))
        throw taskProblem('task.extension_decided');
      task.refuseDocumentDay(input.documentDate, change.today);
      if (newDueDate !== null) {
        refuseNotLater(task.refuseWithoutDueDate(), newDueDate);
        refuse(await familyFaults(change.manager, task.id, 'newDueDate', newDueDate));
        task.extendTo(newDueDate);
        change.announce('task.due_changed', { taskId: task.id, version: task.version + 1 });
      } else if (!input.reason) throw reasonNeeded();
      await change.manager.query(
        `UPDATE extension SET decided_at = $2, decided_by = $3, approved = $4, new_due_date = $5, decision_reason = $6,
           decision_document_number = $7, decision_document_date = $8 WHERE id = $1`,
        [
          ...[extension.id, change.now, change.caller.actor.userId, input.approved, newDueDate],
          ...[input.reason ?? null, input.documentNumber ?? null, input.documentDate ?? null],
        ],
      );
      return { extensionId: extension.id };
    },
  };
}

export async function findExtension(change: Change, id: string) {
  const [extension]: { id: string; taskId: string; requestedDueDate: Day }[] = await change.manager.query(
    'SELECT id, task_id AS "taskId", requested_due_date AS "requestedDueDate" FROM extension WHERE id = $1',
    [id],
  );
  if (!extension) throw commonProblem('not_found');
  return extension;
}

export async function undecidedExtensions(change: Change, taskId: string): Promise<string[]> {
  const rows: { id: string }[] = await change.manager.query(
    'SELECT id FROM extension WHERE task_id = $1 AND decided_at IS NULL',
    [taskId],
  );
  return rows.map((row) => row.id);
}

function refuseNotLater(present: Day, asked: Day): void {
  if (asked > present) return;
  throw invalid(
    fieldError(
      'newDueDate',
      'not_later',
      {
        vi: 'Ngày mới phải sau thời hạn hiện tại ({day}).',
        en: 'The new day must be after the present due date ({day}).',
      },
      { day: showDay(present) },
    ),
  );
}

function reasonNeeded() {
  return invalid(
    fieldError('reason', 'required', {
      vi: 'Nêu lý do không phê duyệt.',
      en: 'Say why the request is refused.',
    }),
  );
}
