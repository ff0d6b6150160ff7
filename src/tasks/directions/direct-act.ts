import { uuidv7 } from 'uuidv7';
import type { FieldChanges } from '../../platform/journal/journal';
import type { Act } from '../acts/act-on-task';
import { documentNote } from '../acts/document-words';
import { refuse } from '../task/task-checks';
import { mayBeAddressed, usualAddressee } from './addressee';
import { directionFault } from './direction-problems';
import type { GiveDirection } from './directions.requests';

/** A leader's or monitor's instruction on a task that is under way; whom it asks, and until when, stands in the history. */
export function directAct(input: GiveDirection, directionId = uuidv7()): Act {
  const beside: FieldChanges = {};
  return {
    act: 'direct',
    journal: 'direction.given',
    topic: 'direction.given',
    note: documentNote(input, input.text),
    beside,
    work: async (task, change) => {
      task.refuseUnlessOpen('direct');
      task.refuseDocumentDay(input.documentDate, change.today);
      const { addresseeId: named, answerBy } = input;
      const unknown = named && !(await mayBeAddressed(change.manager, task, named));
      refuse([
        ...(unknown ? [directionFault('addresseeId', 'addressee_elsewhere')] : []),
        ...(answerBy && answerBy < change.today ? [directionFault('answerBy', 'answer_by_past')] : []),
      ]);
      const addresseeId = named ?? (await usualAddressee(change.manager, task));
      await change.manager.query(
        `INSERT INTO direction (id, task_id, at, by_user_id, text, addressee_id, answer_by, document_number, document_date)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[directionId, task.id, change.now, change.caller.actor.userId, input.text, addresseeId],
          ...[answerBy ?? null, input.documentNumber ?? null, input.documentDate ?? null],
        ],
      );
      if (addresseeId) beside.addresseeId = [null, addresseeId];
      if (answerBy) beside.answerBy = [null, answerBy];
      return { directionId };
    },
  };
}
