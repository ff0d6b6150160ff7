import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { unitsWhere, type Actor } from '../../platform/access/actor';
import { within } from '../../platform/access/scope';
import { isDay, type Day } from '../../platform/clock/day';
import { commonProblem } from '../../platform/errors/common-problems';
import { decodeCursor } from '../../platform/http/cursor';
import { openStates } from '../task/task-status';
import type { PlanEdition, PlanIssuer } from './plan.presenter';
import type { PlanKind, PlansRequest } from './plan.requests';
import { readable } from '../task/readable';

export interface PlanRow {
  id: string;
  code: string;
  kind: PlanKind;
  year: number;
  number: string | null;
  symbol: string | null;
  issuedOn: Day;
  issuer: PlanIssuer;
  titleVi: string;
  titleEn: string | null;
  edition: PlanEdition | null;
  illustrative: boolean;
  closedOn: Day | null;
  version: number;
  issuerAncestorIds: string[];
}

export interface TaskCounts {
  all: number;
  draft: number;
  open: number;
  accepted: number;
  cancelled: number;
}

const selected = `
  SELECT p.id, p.code, p.kind, p.year, p.number, p.symbol, p.issued_on AS "issuedOn", p.title_vi AS "titleVi",
         p.title_en AS "titleEn", p.illustrative, p.closed_on AS "closedOn", p.version,
         json_build_object('id', u.id, 'code', u.code, 'nameVi', u.name_vi, 'nameEn', u.name_en) AS issuer,
         CASE WHEN e.id IS NOT NULL THEN json_build_object('id', e.id, 'indexCode', e.index_code, 'year', e.year,
           'illustrative', e.illustrative, 'labelVi', e.label_vi, 'labelEn', e.label_en) END AS edition,
         ARRAY(SELECT a.ancestor_id FROM unit_ancestor a WHERE a.unit_id = p.issuer_unit_id) AS "issuerAncestorIds"
    FROM plan p JOIN unit u ON u.id = p.issuer_unit_id LEFT JOIN edition e ON e.id = p.edition_id`;

/**
 * A plan binds the units under its issuer: it is visible to who holds a role in one of them, and to whose scope holds
 * the issuer itself.
 */
export function planVisible(actor: Actor, parameters: unknown[]): string {
  parameters.push(unitsWhere(actor, 'plan.read'));
  const units = `$${parameters.length}::uuid[]`;
  return `(${within('p.issuer_unit_id', units)}
    OR p.issuer_unit_id IN (SELECT a.ancestor_id FROM unit_ancestor a WHERE a.unit_id = ANY(${units})))`;
}

export async function visiblePlan(manager: EntityManager, actor: Actor, id: string): Promise<PlanRow> {
  const parameters: unknown[] = [id];
  const [row]: PlanRow[] = await manager.query(
    `${selected} WHERE p.id = $1 AND ${planVisible(actor, parameters)}`,
    parameters,
  );
  if (!row) throw commonProblem('not_found');
  return row;
}

/** Up to `limit + 1` plans, the latest issued first. */
export async function plansOf(
  manager: EntityManager,
  actor: Actor,
  request: PlansRequest,
): Promise<PlanRow[]> {
  const { where, parameters } = filterOf(actor, request);
  const after = request.cursor ? afterOf(request.cursor) : null;
  if (after) parameters.push(...after);
  const n = parameters.length;
  const rest = after ? `AND (p.issued_on, p.id) < ($${n - 1}::date, $${n}::uuid)` : '';
  return manager.query(
    `${selected} WHERE ${where} ${rest} ORDER BY p.issued_on DESC, p.id DESC LIMIT $${n + 1}`,
    [...parameters, request.limit + 1],
  );
}

export async function countPlans(
  manager: EntityManager,
  actor: Actor,
  request: PlansRequest,
): Promise<number> {
  const { where, parameters } = filterOf(actor, request);
  const [{ count }]: { count: number }[] = await manager.query(
    `SELECT count(*)::int AS count FROM plan p WHERE ${where}`,
    parameters,
  );
  return count;
}

export async function countTasks(manager: EntityManager, actor: Actor, planId: string): Promise<TaskCounts> {
  const parameters: unknown[] = [planId, openStates];
  const of = (condition: string) => `count(*) FILTER (WHERE t.state ${condition})::int`;
  const [counts]: TaskCounts[] = await manager.query(
    `SELECT count(*)::int AS "all", ${of(`= 'draft'`)} AS draft, ${of('= ANY($2)')} AS open,
            ${of(`= 'accepted'`)} AS accepted, ${of(`= 'cancelled'`)} AS cancelled
       FROM task t WHERE t.plan_id = $1 AND ${readable(actor, parameters)}`,
    parameters,
  );
  return counts;
}

function filterOf(
  actor: Actor,
  { year, kind, closed }: PlansRequest,
): { where: string; parameters: unknown[] } {
  const parameters: unknown[] = [year ?? null, kind ?? null, closed ?? null];
  const where = `${planVisible(actor, parameters)}
    AND ($1::int IS NULL OR p.year = $1) AND ($2::text IS NULL OR p.kind = $2)
    AND ($3::boolean IS NULL OR (p.closed_on IS NOT NULL) = $3)`;
  return { where, parameters };
}

function afterOf(cursor: string): [Day, string] {
  const [day, id] = decodeCursor(cursor, 2);
  return isDay(day) && isUUID(id) ? [day, id as string] : (decodeCursor('', 2) as never);
}
