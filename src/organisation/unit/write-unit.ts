import { uuidv7 } from 'uuidv7';
import type { Change } from '../../platform/change/change';
import { commonProblem, fieldError, invalid } from '../../platform/errors/common-problems';
import { changesBetween } from '../../platform/journal/journal';
import { unitProblem } from '../organisation.problems';
import { cleanAliases, type NewUnit, type Period, type UnitFields } from './unit';
import type { UnitRow } from './unit.presenter';
import { childrenAfter, codeHolder, insertUnits, unitById } from './unit.queries';
import type { CreateUnitBody, UpdateUnitBody } from './unit.requests';
import { levelFault, periodFault, unitFaults, type UnitFault } from './unit.rules';

const refuse = (path: string, code: UnitFault) => invalid(fieldError(path, code, unitFaults[code]));

/** Adds a unit under one in the actor's scope: 400 where it does not fit there, 409 when its code is taken. */
export async function createUnit(change: Change, body: CreateUnitBody): Promise<string> {
  const parent = await unitById(change.manager, change.caller.actor, body.parentId, 'FOR UPDATE OF u');
  if (!parent?.mayWrite) throw refuse('parentId', 'unit.parent_unknown');
  const level = levelFault(body.level, parent.level);
  if (level) throw refuse('level', level);
  const unit = newUnit(body);
  const period = periodFault(unit, parent);
  if (period) throw refuse(period === 'unit.period_empty' ? 'validTo' : 'parentId', period);
  await requireFreeCode(change, unit.code, unit, null, 'code');
  await insertUnits(change.manager, [unit]);
  recordCreated(change, unit);
  return unit.id;
}

/** Changes names, aliases, statistics code or last day of a unit; 412 when `version` is not the present one. */
export async function updateUnit(
  change: Change,
  id: string,
  version: number,
  body: UpdateUnitBody,
): Promise<void> {
  const before = await unitById(change.manager, change.caller.actor, id, 'FOR UPDATE OF u');
  if (!before) throw commonProblem('not_found');
  if (!before.mayWrite) throw commonProblem('forbidden');
  if (before.version !== version) throw commonProblem('stale');
  const after = { ...editable(before), ...editable(body) };
  if (after.validTo !== before.validTo) await requireSoundEnd(change, before, after.validTo);
  await change.manager.query(
    `UPDATE unit SET name_vi = $2, name_en = $3, aliases = $4, gso_code = $5, valid_to = $6, version = version + 1
      WHERE id = $1`,
    [id, after.nameVi, after.nameEn, after.aliases, after.gsoCode, after.validTo],
  );
  const changes = changesBetween<Partial<UnitFields>>(editable(before), after);
  change.record({ act: 'unit.changed', subjectType: 'unit', subjectId: id, unitId: id, changes });
  change.announce('unit.changed', { unitId: id });
}

export function recordCreated(change: Change, unit: NewUnit): void {
  const { id, ...fields } = unit;
  const changes = changesBetween<Partial<NewUnit>>({}, fields);
  change.record({ act: 'unit.created', subjectType: 'unit', subjectId: id, unitId: id, changes });
  change.announce('unit.created', { unitId: id });
}

function newUnit(body: CreateUnitBody): NewUnit {
  return {
    id: uuidv7(),
    code: body.code,
    gsoCode: body.gsoCode ?? null,
    nameVi: body.nameVi,
    nameEn: body.nameEn,
    aliases: cleanAliases(body.aliases ?? []),
    level: body.level,
    subtype: body.subtype ?? null,
    parentId: body.parentId,
    validFrom: body.validFrom ?? null,
    validTo: body.validTo ?? null,
  };
}

type Editable = Pick<UnitFields, 'nameVi' | 'nameEn' | 'aliases' | 'gsoCode' | 'validTo'>;

/** The fields that may change, of those that are given. */
function editable<T extends Partial<Editable>>(from: T): Pick<T, keyof Editable & keyof T> {
  const { nameVi, nameEn, aliases, gsoCode, validTo } = from;
  const fields = { nameVi, nameEn, aliases: aliases && cleanAliases(aliases), gsoCode, validTo };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

async function requireSoundEnd(change: Change, unit: UnitRow, validTo: string | null): Promise<void> {
  const period: Period = { validFrom: unit.validFrom, validTo };
  const parent = unit.parent && (await unitById(change.manager, change.caller.actor, unit.parent.id));
  const fault = periodFault(period, parent);
  if (fault) throw refuse('validTo', fault);
  await requireFreeCode(change, unit.code, period, unit.id, 'validTo');
  if (validTo === null) return;
  const { count, nameVi } = await childrenAfter(change.manager, unit.id, validTo);
  if (count === 0) return;
  const params = { count, name: nameVi ?? '' };
  const { texts } = unitProblem('unit.children_outlive', params);
  throw unitProblem('unit.children_outlive', params, [fieldError('validTo', 'unit.children_outlive', texts)]);
}

async function requireFreeCode(
  change: Change,
  code: string,
  period: Period,
  except: string | null,
  path: string,
): Promise<void> {
  const holder = await codeHolder(change.manager, code, period, except);
  if (!holder) return;
  const params = { code, name: holder };
  const { texts } = unitProblem('unit.code_taken', params);
  throw unitProblem('unit.code_taken', params, [fieldError(path, 'unit.code_taken', texts)]);
}
