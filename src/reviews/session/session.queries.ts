import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { withinScope } from '../../platform/access/scope';
import { commonProblem } from '../../platform/errors/common-problems';
import { decodeCursor } from '../../platform/http/cursor';
import { nameJson, readable, unitJson } from '../../tasks/tasks.api';
import type { ReviewItemView, SessionSummary } from './session.presenter';
import type { SessionsRequest } from './session.requests';

type Reader = DataSource | EntityManager;

export type SessionRow = SessionSummary & { mayDirect: boolean };
export type ItemRow = Omit<ReviewItemView, 'lastProgress' | 'lastDirection'>;

const tables = `review_session s JOIN unit u ON u.id = s.unit_id LEFT JOIN plan p ON p.id = s.plan_id
  LEFT JOIN app_user opener ON opener.id = s.opened_by`;

function columns(actor: Actor, parameters: unknown[]): string {
  return `s.id, ${unitJson('u')} AS unit, s.held_on AS "heldOn", ${nameJson('opener')} AS "openedBy", s.opened_at AS "openedAt",
    s.concluded_at AS "concludedAt", s.version,
    CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'code', p.code, 'titleVi', p.title_vi, 'illustrative', p.illustrative) END AS plan,
    (SELECT count(*)::int FROM review_item i WHERE i.session_id = s.id) AS items,
    (SELECT count(*)::int FROM review_item i WHERE i.session_id = s.id AND i.decision IS NOT NULL) AS decided,
    ${withinScope(actor, 'task.direct', 's.unit_id', parameters)} AS "mayDirect"`;
}

/** Sessions about units in the actor's scope, the latest first; one row more than the page. */
export function listSessions(reader: Reader, actor: Actor, request: SessionsRequest): Promise<SessionRow[]> {
  const { where, parameters } = filter(actor, request);
  if (request.cursor) where.push(`s.id < $${parameters.push(...decodeCursor(request.cursor, 1))}::uuid`);
  const limit = parameters.push(request.limit + 1);
  return reader.query(
    `SELECT ${columns(actor, parameters)} FROM ${tables} WHERE ${where.join(' AND ')} ORDER BY s.id DESC LIMIT $${limit}`,
    parameters,
  );
}

export async function countSessions(reader: Reader, actor: Actor, request: SessionsRequest): Promise<number> {
  const { where, parameters } = filter(actor, request);
  const [{ count }]: { count: number }[] = await reader.query(
    `SELECT count(*)::int AS count FROM ${tables} WHERE ${where.join(' AND ')}`,
    parameters,
  );
  return count;
}

/** 404 when the unit lies beyond the actor's scope. */
export async function readSession(reader: Reader, actor: Actor, id: string): Promise<SessionRow> {
  const parameters: unknown[] = [id];
  const [row]: SessionRow[] = await reader.query(
    `SELECT ${columns(actor, parameters)} FROM ${tables}
      WHERE s.id = $1 AND ${withinScope(actor, 'report.read', 's.unit_id', parameters)}`,
    parameters,
  );
  if (!row) throw commonProblem('not_found');
  return row;
}

/** The items of tasks that the actor may read, in the order of the review; a session has 200 at most. */
export function readItems(reader: Reader, actor: Actor, sessionId: string): Promise<ItemRow[]> {
  const parameters: unknown[] = [sessionId];
  return reader.query(
    `SELECT i.position, i.due_date AS "dueDate", i.days_late AS "daysLate", i.working_days_late AS "workingDaysLate",
            i.points_at_stake AS "pointsAtStake", i.decision, i.text, i.answer_by AS "answerBy", i.new_due_date AS "newDueDate",
            ${nameJson('chosen')} AS "newResponsible", i.outcome, i.refusal_vi AS "refusalVi", i.refusal_en AS "refusalEn",
            json_build_object('id', t.id, 'code', t.code, 'titleVi', t.title_vi, 'titleEn', t.title_en, 'state', t.state,
              'dueDate', t.due_date, 'leadUnit', ${unitJson('u')}, 'responsible', ${nameJson('who')}) AS task
       FROM review_item i JOIN task t ON t.id = i.task_id JOIN unit u ON u.id = t.lead_unit_id
       LEFT JOIN app_user who ON who.id = t.responsible_id LEFT JOIN app_user chosen ON chosen.id = i.new_responsible_id
      WHERE i.session_id = $1 AND ${readable(actor, parameters)} ORDER BY i.position`,
    parameters,
  );
}

function filter(actor: Actor, { state }: SessionsRequest): { where: string[]; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const where = [withinScope(actor, 'report.read', 's.unit_id', parameters)];
  if (state) where.push(`s.concluded_at IS ${state === 'concluded' ? 'NOT NULL' : 'NULL'}`);
  return { where, parameters };
}
