import { Injectable } from '@nestjs/common';
import type { Change } from '../../platform/change/change';
import { showDay, type Day } from '../../platform/clock/day';
import type { Problem } from '../../platform/errors/problem';
import { problemOf } from '../../platform/http/problem-of';
import {
  ActOnTask,
  decideExtensionAct,
  directAct,
  EditTasks,
  waitingExtension,
  writeComment,
} from '../../tasks/tasks.api';
import { holdSession } from './hold-session';
import type { ReviewItemView } from './session.presenter';
import { sessionProblem } from './session.problems';
import type { Decision } from './session.requests';

type Outcome = NonNullable<ReviewItemView['outcome']>;

interface Decided {
  taskId: string;
  decision: Decision;
  text: string;
  answerBy: Day | null;
  newDueDate: Day | null;
  responsible: { id: string; displayName: string } | null;
}

/** Carries out what was decided, each item by itself, in one transaction; what could not be done says why. */
@Injectable()
export class ConcludeSession {
  constructor(
    private readonly acts: ActOnTask,
    private readonly edit: EditTasks,
  ) {}

  async conclude(change: Change, sessionId: string): Promise<void> {
    const session = await holdSession(change, sessionId);
    const items = await decidedItems(change, sessionId);
    if (items.length === 0) throw sessionProblem('review.nothing_decided');
    const outcomes: Record<string, number> = {};
    for (const item of items) {
      const outcome = await this.one(change, sessionId, item);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
    await change.manager.query(
      'UPDATE review_session SET concluded_at = $2, concluded_by = $3, version = version + 1 WHERE id = $1',
      [sessionId, change.now, change.caller.actor.userId],
    );
    change.record({
      ...{
        act: 'review.concluded',
        subjectType: 'review_session',
        subjectId: sessionId,
        unitId: session.unitId,
      },
      changes: { outcomes: [null, outcomes] },
    });
  }

  private async one(change: Change, sessionId: string, item: Decided): Promise<Outcome> {
    let [outcome, refusal]: [Outcome, Problem | null] = ['refused', null];
    try {
      outcome = await change.part(() => this.carryOut(change, item));
    } catch (error) {
      refusal = problemOf(error);
      if (refusal.status >= 500) throw error;
    }
    await change.manager.query(
      'UPDATE review_item SET outcome = $3, refusal_vi = $4, refusal_en = $5 WHERE session_id = $1 AND task_id = $2',
      [sessionId, item.taskId, outcome, refusal?.texts.vi ?? null, refusal?.texts.en ?? null],
    );
    return outcome;
  }

  /** Whoever may not extend or name people himself directs those who may. */
  private async carryOut(change: Change, item: Decided): Promise<Outcome> {
    const { taskId, decision, text, answerBy, newDueDate, responsible } = item;
    if (decision === 'accept_explanation') {
      await writeComment(change, taskId, { text: `Chấp nhận giải trình: ${text}` });
      return 'noted';
    }
    if (decision === 'extend') {
      const request = await waitingExtension(change, taskId);
      const day = newDueDate!;
      const decide = () =>
        this.acts.perform(
          change,
          taskId,
          null,
          decideExtensionAct(request, { approved: true, newDueDate: day, reason: text }),
        );
      if (request && (await allowed(change, decide))) return 'extended';
      return this.direct(change, taskId, `Đồng ý gia hạn đến ${showDay(day)}: ${text}`);
    }
    if (decision === 'reassign') {
      const { id, displayName } = responsible!;
      const name = () => this.edit.changeWithin(change, taskId, null, { responsibleId: id });
      if (await allowed(change, name)) return 'reassigned';
      return this.direct(change, taskId, `Giao lại cho ${displayName}: ${text}`);
    }
    return this.direct(change, taskId, text, answerBy);
  }

  private async direct(
    change: Change,
    taskId: string,
    text: string,
    answerBy: Day | null = null,
  ): Promise<Outcome> {
    await this.acts.perform(change, taskId, null, directAct({ text, answerBy }));
    return 'directed';
  }
}

/** False when the actor may not do it; any other refusal is the item's. */
async function allowed(change: Change, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await change.part(work);
    return true;
  } catch (error) {
    if (problemOf(error).code === 'forbidden') return false;
    throw error;
  }
}

/** In the order of the tasks' ids, as all who lock several do. */
function decidedItems(change: Change, sessionId: string): Promise<Decided[]> {
  return change.manager.query(
    `SELECT i.task_id AS "taskId", i.decision, i.text, i.answer_by AS "answerBy", i.new_due_date AS "newDueDate",
            CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'displayName', u.display_name) END AS responsible
       FROM review_item i LEFT JOIN app_user u ON u.id = i.new_responsible_id
      WHERE i.session_id = $1 AND i.decision IS NOT NULL ORDER BY i.task_id`,
    [sessionId],
  );
}
