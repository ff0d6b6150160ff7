import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { within, withinScope } from '../../platform/access/scope';
import { commonProblem } from '../../platform/errors/common-problems';
import { decodeCursor } from '../../platform/http/cursor';
import { nameJson, readable, unitJson } from '../../tasks/tasks.api';
import type { AnalysisRow, OutstandingComponent } from './analysis.presenter';
import type { AnalysesRequest, OutstandingRequest } from './analysis.requests';

type Reader = DataSource | EntityManager;

/** Of the component `n` of the edition `e`. */
const componentJson = `json_build_object('id', n.id, 'code', n.code, 'nameVi', n.name_vi, 'nameEn', n.name_en, 'indexCode', e.index_code,
  'year', e.year, 'maxPoints', n.max_points, 'lostPoints', n.max_points - n.baseline_score, 'illustrative', e.illustrative)`;

const tables = `analysis a JOIN node n ON n.id = a.component_id JOIN edition e ON e.id = n.edition_id JOIN unit u ON u.id = a.unit_id`;

function columns(actor: Actor, parameters: unknown[]): string {
  return `a.id, ${componentJson} AS component, ${unitJson('u')} AS unit, ${nameJson('who')} AS person, a.achieved,
    a.not_achieved AS "notAchieved", a.cause, a.solution, a.version,
    (SELECT coalesce(json_agg(json_build_object('id', t.id, 'code', t.code, 'titleVi', t.title_vi, 'titleEn', t.title_en,
        'state', t.state, 'dueDate', t.due_date) ORDER BY t.code, t.id), '[]')
       FROM analysis_task l JOIN task t ON t.id = l.task_id
      WHERE l.analysis_id = a.id AND ${readable(actor, parameters)}) AS tasks,
    a.written_at AS "writtenAt", ${nameJson('writer')} AS "writtenBy", a.agreed_at AS "agreedAt", ${nameJson('agreer')} AS "agreedBy",
    ${withinScope(actor, 'analysis.write', 'a.unit_id', parameters)} AS "mayWrite",
    ${withinScope(actor, 'analysis.agree', 'a.unit_id', parameters)} AS "mayAgree",
    ${withinScope(actor, 'task.assign', 'a.unit_id', parameters)} AS "mayAssign"`;
}
const people = `LEFT JOIN app_user who ON who.id = a.person_id LEFT JOIN app_user writer ON writer.id = a.written_by
  LEFT JOIN app_user agreer ON agreer.id = a.agreed_by`;

/** Analyses of units in the actor's scope, the latest first; one row more than the page. */
export function listAnalyses(reader: Reader, actor: Actor, request: AnalysesRequest): Promise<AnalysisRow[]> {
  const { where, parameters } = filter(actor, request);
  if (request.cursor) where.push(`a.id < $${parameters.push(...decodeCursor(request.cursor, 1))}::uuid`);
  const limit = parameters.push(request.limit + 1);
  return reader.query(
    `SELECT ${columns(actor, parameters)} FROM ${tables} ${people} WHERE ${where.join(' AND ')} ORDER BY a.id DESC LIMIT $${limit}`,
    parameters,
  );
}

export async function countAnalyses(reader: Reader, actor: Actor, request: AnalysesRequest): Promise<number> {
  const { where, parameters } = filter(actor, request);
  const [{ count }]: { count: number }[] = await reader.query(
    `SELECT count(*)::int AS count FROM ${tables} WHERE ${where.join(' AND ')}`,
    parameters,
  );
  return count;
}

/** 404 when the unit lies beyond the actor's scope. */
export async function readAnalysis(reader: Reader, actor: Actor, id: string): Promise<AnalysisRow> {
  const parameters: unknown[] = [id];
  const [row]: AnalysisRow[] = await reader.query(
    `SELECT ${columns(actor, parameters)} FROM ${tables} ${people}
      WHERE a.id = $1 AND ${withinScope(actor, 'report.read', 'a.unit_id', parameters)}`,
    parameters,
  );
  if (!row) throw commonProblem('not_found');
  return row;
}

function filter(actor: Actor, request: AnalysesRequest): { where: string[]; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const where = [withinScope(actor, 'report.read', 'a.unit_id', parameters)];
  if (request.editionId) where.push(`n.edition_id = $${parameters.push(request.editionId)}`);
  if (request.componentId) where.push(`a.component_id = $${parameters.push(request.componentId)}`);
  if (request.within) where.push(within('a.unit_id', `$${parameters.push([request.within])}::uuid[]`));
  if (request.state) where.push(`a.agreed_at IS ${request.state === 'agreed' ? 'NOT NULL' : 'NULL'}`);
  return { where, parameters };
}

/** The components of an edition that lost points, most lost first; all of them, for an edition has some hundreds at most. */
export async function outstanding(
  reader: Reader,
  actor: Actor,
  { index, year }: OutstandingRequest,
): Promise<OutstandingComponent[]> {
  const parameters: unknown[] = [index, year];
  const scope = withinScope(actor, 'report.read', 'a.unit_id', parameters);
  return reader.query(
    `SELECT ${componentJson} AS component,
            (SELECT ${unitJson('u')} FROM unit u WHERE u.code = n.owner_unit_code ORDER BY u.valid_to DESC NULLS FIRST LIMIT 1) AS owner,
            (SELECT count(*)::int FROM analysis a WHERE a.component_id = n.id AND a.agreed_at IS NULL AND ${scope}) AS open,
            (SELECT count(*)::int FROM analysis a WHERE a.component_id = n.id AND a.agreed_at IS NOT NULL AND ${scope}) AS agreed
       FROM node n JOIN edition e ON e.id = n.edition_id
      WHERE e.index_code = $1 AND e.year = $2 AND n.level = 'component' AND n.max_points > n.baseline_score
      ORDER BY n.max_points - n.baseline_score DESC, string_to_array(n.code, '.'), n.id LIMIT 2000`,
    parameters,
  );
}
