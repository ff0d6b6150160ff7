import { uuidv7 } from 'uuidv7';
import { withinScope } from '../../platform/access/scope';
import type { Change } from '../../platform/change/change';
import { commonProblem, fieldError, invalid } from '../../platform/errors/common-problems';
import { changesBetween } from '../../platform/journal/journal';
import { mayWrite } from './plan.policy';
import { cannotBeEmpty, codeTaken, planProblem, unknownEdition, unknownIssuer } from './plan.problems';
import { visiblePlan, type PlanRow } from './plan.queries';
import type { ChangePlanRequest, CreatePlanRequest } from './plan.requests';

/** The columns of a plan that a person writes. */
export interface PlanFields {
  code: string;
  kind: string;
  year: number;
  number: string | null;
  symbol: string | null;
  issuedOn: string;
  issuerUnitId: string;
  titleVi: string;
  titleEn: string | null;
  editionId: string | null;
}

const required: (keyof PlanFields)[] = ['code', 'kind', 'year', 'issuedOn', 'issuerUnitId', 'titleVi'];
const columns = 'code, kind, year, number, symbol, issued_on, issuer_unit_id, title_vi, title_en, edition_id';

/** Issues a plan for a unit in which the actor may write plans; returns its id. Only sample data are `illustrative`. */
export async function createPlan(
  change: Change,
  request: CreatePlanRequest,
  illustrative = false,
): Promise<string> {
  const fields: PlanFields = { number: null, symbol: null, titleEn: null, editionId: null, ...request };
  await checkReferences(change, fields, null);
  const id = uuidv7();
  await change.manager.query(
    `INSERT INTO plan (id, illustrative, ${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [id, illustrative, ...valuesOf(fields)],
  );
  const changes = changesBetween<PlanFields>({}, fields);
  change.record({
    act: 'plan.created',
    subjectType: 'plan',
    subjectId: id,
    unitId: fields.issuerUnitId,
    changes,
  });
  return id;
}

/** Writes what differs; a plan with tasks keeps its year, and one whose tasks were ever linked its edition. */
export async function changePlan(
  change: Change,
  id: string,
  request: ChangePlanRequest,
  version: number,
): Promise<void> {
  const plan = await lockPlan(change, id, version);
  const before = fieldsOf(plan);
  const after: PlanFields = { ...before, ...definedOnly(request) };
  const empty = required.filter((field) => after[field] === null);
  if (empty.length > 0) throw invalid(...empty.map((field) => fieldError(field, 'isEmpty', cannotBeEmpty)));
  await checkReferences(change, after, plan);
  if (before.editionId !== after.editionId) await checkNeverLinked(change, id);
  if (before.year !== after.year) await checkWithoutTasks(change, id);
  const changes = changesBetween<PlanFields>(before, after);
  if (Object.keys(changes).length === 0) return;
  await change.manager.query(
    `UPDATE plan SET version = version + 1, (${columns}) = ROW($2, $3, $4, $5, $6, $7, $8, $9, $10, $11) WHERE id = $1`,
    [id, ...valuesOf(after)],
  );
  change.record({
    act: 'plan.changed',
    subjectType: 'plan',
    subjectId: id,
    unitId: after.issuerUnitId,
    changes,
  });
}

/** Ends a plan as of today: it stays readable and counted, and nobody is reminded of it any more. */
export async function closePlan(
  change: Change,
  id: string,
  reason: string,
  version: number | null,
): Promise<void> {
  const plan = await lockPlan(change, id, version);
  await change.manager.query('UPDATE plan SET closed_on = $2, version = version + 1 WHERE id = $1', [
    id,
    change.today,
  ]);
  change.record({
    act: 'plan.closed',
    subjectType: 'plan',
    subjectId: id,
    unitId: plan.issuer.id,
    changes: { closedOn: [null, change.today] },
    note: reason,
  });
  change.announce('plan.closed', { planId: id });
}

/** The plan, locked until the change ends: open, of a unit whose plans the actor may write, at the version he read. */
async function lockPlan(change: Change, id: string, version: number | null): Promise<PlanRow> {
  const { actor } = change.caller;
  await visiblePlan(change.manager, actor, id);
  await change.manager.query('SELECT 1 FROM plan WHERE id = $1 FOR UPDATE', [id]);
  const plan = await visiblePlan(change.manager, actor, id);
  if (!mayWrite(actor, plan)) throw commonProblem('forbidden');
  if (version !== null && version !== plan.version) throw commonProblem('stale');
  if (plan.closedOn) throw planProblem('plan.closed');
  return plan;
}

async function checkReferences(change: Change, fields: PlanFields, plan: PlanRow | null): Promise<void> {
  const parameters: unknown[] = [fields.issuerUnitId, fields.editionId, fields.code, plan?.id ?? null];
  const [found]: { issuer: boolean; edition: boolean; taken: boolean }[] = await change.manager.query(
    `SELECT EXISTS (SELECT 1 FROM unit u WHERE u.id = $1 AND ${withinScope(change.caller.actor, 'plan.write', 'u.id', parameters)}) AS issuer,
            ($2::uuid IS NULL OR EXISTS (SELECT 1 FROM edition WHERE id = $2)) AS edition,
            EXISTS (SELECT 1 FROM plan WHERE code = $3 AND id IS DISTINCT FROM $4::uuid) AS taken`,
    parameters,
  );
  if (!found.issuer) throw invalid(fieldError('issuerUnitId', 'not_found', unknownIssuer));
  if (!found.edition) throw invalid(fieldError('editionId', 'not_found', unknownEdition));
  if (found.taken) throw planProblem('plan.code_taken', {}, [fieldError('code', 'taken', codeTaken)]);
}

/** Links of the past count too: reports of an old day read them. */
async function checkNeverLinked(change: Change, planId: string): Promise<void> {
  const linked: unknown[] = await change.manager.query(
    'SELECT 1 FROM task t JOIN task_component c ON c.task_id = t.id WHERE t.plan_id = $1 LIMIT 1',
    [planId],
  );
  if (linked.length > 0) throw planProblem('plan.edition_in_use');
}

/** A report of a year must give for an old day what it gave then. */
async function checkWithoutTasks(change: Change, planId: string): Promise<void> {
  const tasks: unknown[] = await change.manager.query('SELECT 1 FROM task WHERE plan_id = $1 LIMIT 1', [
    planId,
  ]);
  if (tasks.length > 0) throw planProblem('plan.year_in_use');
}

function fieldsOf(plan: PlanRow): PlanFields {
  const { code, kind, year, number, symbol, issuedOn, titleVi, titleEn } = plan;
  const [issuerUnitId, editionId] = [plan.issuer.id, plan.edition?.id ?? null];
  return { code, kind, year, number, symbol, issuedOn, issuerUnitId, titleVi, titleEn, editionId };
}

function definedOnly(request: ChangePlanRequest): Partial<PlanFields> {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
}

function valuesOf(f: PlanFields): unknown[] {
  const place = [f.issuedOn, f.issuerUnitId, f.titleVi, f.titleEn, f.editionId];
  return [f.code, f.kind, f.year, f.number, f.symbol, ...place];
}
