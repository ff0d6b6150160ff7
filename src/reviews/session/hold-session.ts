import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { withinScope } from '../../platform/access/scope';
import type { Caller } from '../../platform/access/caller';
import type { Change } from '../../platform/change/change';
import { commonProblem, invalid } from '../../platform/errors/common-problems';
import { Problem, type FieldError } from '../../platform/errors/problem';
import { OverdueReport, ReportViews } from '../../reports/reports.api';
import { readable, refuse } from '../../tasks/tasks.api';
import { sessionFault, sessionProblem } from './session.problems';
import type { DecideItem, OpenSession } from './session.requests';

/** Opening a review of what is overdue, and deciding on its items. Concluding is in conclude-session.ts. */
@Injectable()
export class HoldSession {
  constructor(
    private readonly views: ReportViews,
    private readonly overdue: OverdueReport,
  ) {}

  /** What the session is about: the overdue report of the day, most points at stake first; of open plans, unless one is named. Read before the change begins. */
  async agenda(caller: Caller, { unitId, planId, items }: OpenSession) {
    const view = await this.views
      .open(caller, { within: unitId, planId, format: 'json' }, !planId)
      .catch((error: unknown) => {
        if (!(error instanceof Problem) || error.code !== 'not_found') throw error;
        throw invalid(
          planId ? sessionFault('planId', 'plan_unknown') : sessionFault('unitId', 'unit_unknown'),
        );
      });
    const report = await this.overdue.read(view, { limit: items });
    if (report.items.length === 0) throw sessionProblem('review.nothing_overdue');
    return report;
  }

  async open(
    change: Change,
    input: OpenSession,
    agenda: Awaited<ReturnType<HoldSession['agenda']>>,
  ): Promise<string> {
    const { manager, caller, now } = change;
    const parameters: unknown[] = [input.unitId];
    const permitted: unknown[] = await manager.query(
      `SELECT 1 FROM unit u WHERE u.id = $1 AND ${withinScope(caller.actor, 'task.direct', 'u.id', parameters)}`,
      parameters,
    );
    if (permitted.length === 0) throw invalid(sessionFault('unitId', 'unit_unknown'));
    const id = uuidv7();
    await manager.query(
      'INSERT INTO review_session (id, unit_id, plan_id, held_on, opened_by, opened_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, input.unitId, input.planId ?? null, agenda.asOf, caller.actor.userId, now],
    );
    const rows = agenda.items.map(({ task, daysLate, pointsAtStake }, n) => ({
      ...{ position: n + 1, taskId: task.id, dueDate: task.dueDate, pointsAtStake },
      ...{ daysLate: daysLate.calendar, workingDaysLate: daysLate.working },
    }));
    await manager.query(
      `INSERT INTO review_item (session_id, position, task_id, due_date, days_late, working_days_late, points_at_stake)
       SELECT $1, r.position, r."taskId", r."dueDate", r."daysLate", r."workingDaysLate", r."pointsAtStake"
         FROM jsonb_to_recordset($2::jsonb) AS r(position int, "taskId" uuid, "dueDate" date, "daysLate" int,
              "workingDaysLate" int, "pointsAtStake" numeric)`,
      [id, JSON.stringify(rows)],
    );
    const { unitId, planId = null } = input;
    change.record({
      ...{ act: 'review.opened', subjectType: 'review_session', subjectId: id, unitId },
      changes: { planId: [null, planId], items: [null, rows.length] },
    });
    return id;
  }

  /** Records the decision on one item, in place of an earlier one; null takes it back. Nothing happens before the conclusion. */
  async decide(change: Change, sessionId: string, taskId: string, input: DecideItem | null): Promise<void> {
    const { manager } = change;
    const session = await holdSession(change, sessionId);
    const parameters: unknown[] = [sessionId, taskId];
    const [item]: { leadUnitId: string }[] = await manager.query(
      `SELECT t.lead_unit_id AS "leadUnitId" FROM review_item i JOIN task t ON t.id = i.task_id
        WHERE i.session_id = $1 AND i.task_id = $2 AND ${readable(change.caller.actor, parameters)}`,
      parameters,
    );
    if (!item) throw commonProblem('not_found');
    const faults = input ? await decisionFaults(change, item.leadUnitId, input) : [];
    refuse(faults);
    await manager.query(
      `UPDATE review_item SET decision = $3, text = $4, answer_by = $5, new_due_date = $6, new_responsible_id = $7
        WHERE session_id = $1 AND task_id = $2`,
      [
        ...[sessionId, taskId, input?.decision ?? null, input?.text ?? null, input?.answerBy ?? null],
        ...[input?.newDueDate ?? null, input?.responsibleId ?? null],
      ],
    );
    await manager.query('UPDATE review_session SET version = version + 1 WHERE id = $1', [sessionId]);
    change.record({
      ...{
        act: 'review.decided',
        subjectType: 'review_session',
        subjectId: sessionId,
        unitId: session.unitId,
      },
      changes: { taskId: [null, taskId], decision: [null, input?.decision ?? null] },
      note: input?.text ?? null,
    });
  }
}

/** The session, locked: 404 beyond the reader's scope, 403 where he gives no directions, 409 once it is concluded. */
export async function holdSession(change: Change, id: string): Promise<{ unitId: string; heldOn: string }> {
  const { actor } = change.caller;
  const parameters: unknown[] = [id];
  const [row]: { unitId: string; heldOn: string; concluded: boolean; permitted: boolean }[] =
    await change.manager.query(
      `SELECT s.unit_id AS "unitId", s.held_on AS "heldOn", s.concluded_at IS NOT NULL AS concluded,
            ${withinScope(actor, 'task.direct', 's.unit_id', parameters)} AS permitted
       FROM review_session s WHERE s.id = $1 AND ${withinScope(actor, 'report.read', 's.unit_id', parameters)} FOR UPDATE OF s`,
      parameters,
    );
  if (!row) throw commonProblem('not_found');
  if (!row.permitted) throw commonProblem('forbidden');
  if (row.concluded) throw sessionProblem('review.concluded');
  return row;
}

/** Each decision has its own day or person, and nothing of another's. */
async function decisionFaults(change: Change, leadUnitId: string, input: DecideItem): Promise<FieldError[]> {
  const { decision, answerBy = null, newDueDate = null, responsibleId = null } = input;
  const faults: FieldError[] = [];
  if (answerBy !== null && decision !== 'urge') faults.push(sessionFault('answerBy', 'not_with_this'));
  else if (answerBy !== null && answerBy < change.today) faults.push(sessionFault('answerBy', 'day_past'));
  if (newDueDate === null && decision === 'extend') faults.push(sessionFault('newDueDate', 'needed'));
  else if (newDueDate !== null && decision !== 'extend')
    faults.push(sessionFault('newDueDate', 'not_with_this'));
  else if (newDueDate !== null && newDueDate < change.today)
    faults.push(sessionFault('newDueDate', 'day_past'));
  if (responsibleId === null && decision === 'reassign') faults.push(sessionFault('responsibleId', 'needed'));
  else if (responsibleId !== null && decision !== 'reassign')
    faults.push(sessionFault('responsibleId', 'not_with_this'));
  else if (responsibleId !== null) {
    const there: unknown[] = await change.manager.query(
      'SELECT 1 FROM app_user WHERE id = $1 AND unit_id = $2 AND active',
      [responsibleId, leadUnitId],
    );
    if (there.length === 0) faults.push(sessionFault('responsibleId', 'person_elsewhere'));
  }
  return faults;
}
