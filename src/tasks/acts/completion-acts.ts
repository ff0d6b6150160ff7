import { uuidv7 } from 'uuidv7';
import type { Change } from '../../platform/change/change';
import { prepared } from '../../platform/database/prepared';
import { requireEvidence } from '../evidence/evidence.queries';
import { cancelParts } from '../task/hand-down-cancel';
import type { Act } from './act-on-task';
import type { AcceptTask, CancelTask, ReasonedAct, ReportProgress, SubmitTask } from './acts.requests';
import { documentNote } from './document-words';
import { settleRequests } from '../task/settle-requests';

/** The acts that carry a task from its assignment to acceptance or cancellation. */

export function assignAct(): Act {
  return {
    act: 'assign',
    journal: 'task.assigned',
    topic: 'task.assigned',
    work: async (task, change) => {
      task.assign(change.today);
      await change.manager.query('UPDATE task SET assigned_by = $2 WHERE id = $1', [
        task.id,
        change.caller.actor.userId,
      ]);
    },
  };
}

export function progressAct(input: ReportProgress): Act {
  const done = input.done ?? input.note ?? null;
  return {
    act: 'progress',
    journal: 'task.progress_reported',
    topic: 'task.progress_reported',
    note: [done, input.obstacle].filter(Boolean).join(' — ') || null,
    work: async (task, change) => {
      task.progress(input.percent);
      await prepared(
        change.manager,
        `INSERT INTO progress_update (id, task_id, at, by_user_id, percent, done, obstacle) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          uuidv7(),
          task.id,
          change.now,
          change.caller.actor.userId,
          input.percent,
          done,
          input.obstacle ?? null,
        ],
      );
    },
  };
}

export function submitAct(input: SubmitTask): Act {
  return {
    act: 'submit',
    journal: 'task.submitted',
    topic: 'task.submitted',
    note: [input.documentNumber, input.note].filter(Boolean).join(': ') || null,
    work: async (task, change) => {
      const countsOn = input.documentDate ?? change.today;
      task.submit(countsOn, change.today);
      if (task.evidenceRequired) await requireEvidence(change.manager, task.id);
      await change.manager.query(
        `INSERT INTO submission (id, task_id, at, by_user_id, note, document_number, document_date, counts_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          uuidv7(),
          task.id,
          change.now,
          change.caller.actor.userId,
          input.note ?? null,
          input.documentNumber ?? null,
          input.documentDate ?? null,
          countsOn,
        ],
      );
    },
  };
}

export function acceptAct(input: AcceptTask): Act {
  return {
    act: 'accept',
    journal: 'task.accepted',
    topic: 'task.accepted',
    note: input.note,
    work: async (task, change) => {
      task.accept();
      await decideSubmission(change, task.id, true, input.note ?? null);
      await settleRequests(change, [task.id]);
    },
  };
}

export function returnAct(input: ReasonedAct): Act {
  return {
    act: 'return',
    journal: 'task.returned',
    topic: 'task.returned',
    note: input.reason,
    work: async (task, change) => {
      task.return();
      await decideSubmission(change, task.id, false, input.reason);
    },
  };
}

/** What was handed down from the task goes with it. */
export function cancelAct(input: CancelTask): Act {
  const note = documentNote(input, input.reason);
  return {
    act: 'cancel',
    journal: 'task.cancelled',
    topic: 'task.cancelled',
    note,
    work: async (task, change) => {
      const waiting = task.state === 'submitted';
      task.refuseDocumentDay(input.documentDate, change.today);
      task.cancel();
      if (waiting) await decideSubmission(change, task.id, false, input.reason);
      await settleRequests(change, [task.id]);
      await change.manager.query(
        `INSERT INTO cancellation (id, task_id, at, by_user_id, reason, document_number, document_date, issuer)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[uuidv7(), task.id, change.now, change.caller.actor.userId, input.reason],
          ...[input.documentNumber ?? null, input.documentDate ?? null, input.issuer ?? null],
        ],
      );
      await cancelParts(change, task.id, input.reason, note);
    },
  };
}

/** Closes the one submission that waits. */
async function decideSubmission(
  change: Change,
  taskId: string,
  accepted: boolean,
  reason: string | null,
): Promise<void> {
  await change.manager.query(
    `UPDATE submission SET decided_at = $2, decided_by = $3, accepted = $4, reason = $5 WHERE task_id = $1 AND decided_at IS NULL`,
    [taskId, change.now, change.caller.actor.userId, accepted, reason],
  );
}
