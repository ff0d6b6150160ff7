import { uuidv7 } from 'uuidv7';
import { withinScope } from '../../platform/access/scope';
import type { Change } from '../../platform/change/change';
import type { Day } from '../../platform/clock/day';
import { commonProblem } from '../../platform/errors/common-problems';
import { changesBetween } from '../../platform/journal/journal';
import { findPlan, refuse, resolveComponents } from '../task/task-checks';
import { taskProblem } from '../task/task-problems';
import { chooseUnits, termFaults, wordFaults, type ChosenUnit } from './duty-checks';
import { readDuty } from './duty.queries';
import type { ChangeDuty, CreateDuty } from './duty.requests';

/** The columns of a duty that may change later. */
interface DutyFields {
  titleVi: string;
  titleEn: string | null;
  deliverableVi: string | null;
  deliverableEn: string | null;
  priority: string;
  fieldCode: string | null;
  evidenceRequired: boolean;
  dueAfterDays: number;
  leadDays: number;
  endsOn: Day | null;
}

const columns = `title_vi, title_en, deliverable_vi, deliverable_en, priority, field_code, evidence_required, due_after_days,
  lead_days, ends_on`;

/** Writes a duty into a plan that the actor may assign in; returns its id. The worker makes the tasks. */
export async function createDuty(change: Change, input: CreateDuty): Promise<string> {
  const { manager, caller } = change;
  const { planId, rhythm, startsOn, componentIds = [], componentCodes = [] } = input;
  const plan = await findPlan(manager, caller.actor, planId);
  if (plan.closedOn) throw taskProblem('task.plan_closed');
  const linked = await resolveComponents(manager, plan.editionId, componentIds, componentCodes);
  refuse([
    ...wordFaults(input),
    ...termFaults(startsOn, input.endsOn ?? null, plan.issuedOn),
    ...linked.faults,
  ]);
  const units = await chooseUnits(manager, caller.actor, input, laterOf(startsOn, change.today));
  const id = uuidv7();
  const fields = fieldsOf(input);
  await manager.query(
    `INSERT INTO duty (id, plan_id, rhythm, starts_on, created_by, ${columns})
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [id, planId, rhythm, startsOn, caller.actor.userId, ...valuesOf(fields)],
  );
  await writeUnits(change, id, units);
  await manager.query('INSERT INTO duty_component (duty_id, component_id) SELECT $1, unnest($2::uuid[])', [
    id,
    [...new Set(linked.componentIds)],
  ]);
  const told = {
    planId,
    rhythm,
    startsOn,
    ...fields,
    unitIds: idsOf(units),
    responsibleIds: peopleOf(units),
  };
  change.record({
    act: 'duty.created',
    subjectType: 'duty',
    subjectId: id,
    unitId: plan.issuerUnitId,
    changes: changesBetween<typeof told>({}, told),
  });
  return id;
}

/** Writes what differs. Tasks that are there already stay as they are; what comes later follows the new words. */
export async function changeDuty(
  change: Change,
  id: string,
  input: ChangeDuty,
  version: number,
): Promise<void> {
  const { manager } = change;
  const { issuedOn, issuerUnitId } = await lockDuty(change, id, version);
  const duty = await readDuty(manager, change.caller.actor, id, change.today);
  const { leadUnits, level, group, ...given } = input;
  const [before, after] = [fieldsOf(duty), fieldsOf({ ...duty, ...definedOnly(given) })];
  const faults = termFaults(duty.startsOn, after.endsOn, issuedOn);
  refuse([...wordFaults(after), ...faults.filter(({ path }) => path === 'endsOn')]);
  const unitsBefore = duty.units.map(({ unit, responsible }) => ({
    unitId: unit.id,
    responsibleId: responsible?.id ?? null,
  }));
  const chooses = [leadUnits, level, group].some((way) => way !== undefined);
  const units = chooses
    ? await chooseUnits(manager, change.caller.actor, input, laterOf(duty.startsOn, change.today))
    : unitsBefore;
  const changes = changesBetween<object>(
    { ...before, unitIds: idsOf(unitsBefore), responsibleIds: peopleOf(unitsBefore) },
    { ...after, unitIds: idsOf(units), responsibleIds: peopleOf(units) },
  );
  if (Object.keys(changes).length === 0) return;
  await manager.query(
    `UPDATE duty SET version = version + 1, look_on = '-infinity',
            (${columns}) = ROW($2, $3, $4, $5, $6, $7, $8, $9, $10, $11) WHERE id = $1`,
    [id, ...valuesOf(after)],
  );
  if (chooses) await writeUnits(change, id, units);
  change.record({ act: 'duty.changed', subjectType: 'duty', subjectId: id, unitId: issuerUnitId, changes });
}

/** The duty, held until the change ends, in an open plan that the actor may assign in, at the version he read. */
async function lockDuty(
  change: Change,
  id: string,
  version: number,
): Promise<{ issuedOn: Day; issuerUnitId: string }> {
  const { manager, caller } = change;
  await readDuty(manager, caller.actor, id, change.today);
  const parameters: unknown[] = [id];
  const [held]: {
    version: number;
    closed: boolean;
    mayEdit: boolean;
    issuedOn: Day;
    issuerUnitId: string;
  }[] = await manager.query(
    `SELECT d.version, p.closed_on IS NOT NULL AS closed, p.issued_on AS "issuedOn", p.issuer_unit_id AS "issuerUnitId",
              ${withinScope(caller.actor, 'task.assign', 'p.issuer_unit_id', parameters)} AS "mayEdit"
         FROM duty d JOIN plan p ON p.id = d.plan_id WHERE d.id = $1 FOR UPDATE OF d`,
    parameters,
  );
  if (!held.mayEdit) throw commonProblem('forbidden');
  if (held.version !== version) throw commonProblem('stale');
  if (held.closed) throw taskProblem('task.plan_closed');
  return held;
}

async function writeUnits({ manager }: Change, id: string, units: ChosenUnit[]): Promise<void> {
  await manager.query('DELETE FROM duty_unit WHERE duty_id = $1', [id]);
  await manager.query(
    'INSERT INTO duty_unit (duty_id, unit_id, responsible_id) SELECT $1, * FROM unnest($2::uuid[], $3::uuid[])',
    [id, units.map(({ unitId }) => unitId), units.map(({ responsibleId }) => responsibleId)],
  );
}

type Given = { [F in keyof DutyFields]?: DutyFields[F] | null };

function fieldsOf(given: Given & { titleVi: string; dueAfterDays: number; leadDays: number }): DutyFields {
  const { titleVi, titleEn, deliverableVi, deliverableEn, priority, fieldCode, evidenceRequired } = given;
  return {
    ...{ titleVi, titleEn: titleEn ?? null, deliverableVi: deliverableVi ?? null },
    ...{ deliverableEn: deliverableEn ?? null, priority: priority ?? 'normal', fieldCode: fieldCode ?? null },
    ...{ evidenceRequired: evidenceRequired ?? false, dueAfterDays: given.dueAfterDays },
    ...{ leadDays: given.leadDays, endsOn: given.endsOn ?? null },
  };
}

function valuesOf(f: DutyFields): unknown[] {
  const words = [f.titleVi, f.titleEn, f.deliverableVi, f.deliverableEn, f.priority, f.fieldCode];
  return [...words, f.evidenceRequired, f.dueAfterDays, f.leadDays, f.endsOn];
}

function definedOnly<T extends object>(given: T): Partial<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;
}

const idsOf = (units: ChosenUnit[]) => units.map(({ unitId }) => unitId).sort();
const peopleOf = (units: ChosenUnit[]) => units.flatMap(({ responsibleId }) => responsibleId ?? []).sort();
const laterOf = (one: Day, other: Day) => (one < other ? other : one);
