import type { DirectoryUnit, UnitReading } from '../../../organisation/organisation.api';
import { showDay, type Day } from '../../../platform/clock/day';
import type { Column } from './columns';
import { fault, unitFault, warning, type Finding } from './findings';
import type { Normalisation } from './normalisations';
import { namesNobody, splitUnits } from './split-units';
import type { NamedUnit, UnitNames } from './unit-names';

export const MAX_UNITS = 500;

export interface UnitContext {
  names: UnitNames;
  /** The day on which units must be valid. */
  day: Day;
  /** Units to which the actor may assign. */
  assignable: ReadonlySet<string>;
  /** The present lead unit of the task, when the plan has it already: it may be newer than the row's day. */
  present?: NamedUnit;
}

export interface LeadReading {
  /** Null where a finding says why. */
  unit: NamedUnit | null;
  findings: Finding[];
  normalised: Normalisation[];
}

/** The one unit that answers for a task. */
export function readLead(text: string, context: UnitContext): LeadReading {
  const path = 'leadUnitCode';
  const { names, day, assignable, present } = context;
  const refuse = (finding: Finding): LeadReading => ({ unit: null, findings: [finding], normalised: [] });
  if (text === '') return refuse(fault(path, 'empty_lead'));
  const reading = names.find(text, day);
  const named = reading.kind === 'unit' ? reading.unit : null;
  const unit = present && [present.code, present.nameVi].includes(text) ? present : named;
  if (unit && !assignable.has(unit.id)) return refuse(unitFault(path, 'not_found', text, []));
  if (unit) return { unit, findings: [], normalised: writtenOtherwise(path, text, unit) };
  const several = reading.kind === 'group' || (reading.kind === 'unknown' && severalUnits(text, context));
  if (several) return refuse(fault(path, 'several_leads', { text }));
  return refuse(faultOf(path, text, reading, context, (each) => assignable.has(each.id)));
}

export interface CoordinatingReading {
  unitIds: string[];
  findings: Finding[];
  normalised: Normalisation[];
}

/** The units that help: a list of units and groups. The lead unit may still be among them. */
export function readCoordinating(text: string, context: UnitContext): CoordinatingReading {
  const path = 'coordinatingUnitCodes';
  const findings: Finding[] = [];
  const normalised: Normalisation[] = [];
  const ids = new Set<string>();
  for (const name of splitUnits(text, isName(context))) {
    const reading = context.names.find(name, context.day);
    if (reading.kind === 'unit') {
      ids.add(reading.unit.id);
      normalised.push(...writtenOtherwise(path, name, reading.unit));
    } else if (reading.kind === 'group') {
      for (const id of reading.unitIds) ids.add(id);
      normalised.push({ path, how: 'unit_group', from: name, to: String(reading.unitIds.length) });
    } else if (namesNobody(name)) findings.push(warning(path, 'unnamed_units', { text: name }));
    else findings.push(faultOf(path, name, reading, context, () => true));
  }
  if (ids.size > MAX_UNITS) findings.push(fault(path, 'too_many_units', { max: MAX_UNITS }));
  return { unitIds: [...ids], findings, normalised };
}

/** Said only where a reader could not tell it from the text. */
function writtenOtherwise(path: Column, from: string, { code, nameVi }: NamedUnit): Normalisation[] {
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ');
  const same = from === code || plain(from) === plain(nameVi);
  return same ? [] : [{ path, how: 'unit_name', from, to: `${nameVi} (${code})` }];
}

function faultOf(
  path: Column,
  text: string,
  reading: UnitReading,
  { names, day }: UnitContext,
  mayBeNamed: (unit: DirectoryUnit) => boolean,
): Finding {
  if (reading.kind === 'ambiguous') return unitFault(path, 'ambiguous_unit', text, reading.proposals);
  if (reading.kind === 'not_valid') {
    const periods = reading.proposals.map(
      ({ validFrom, validTo }) => `${shown(validFrom)} – ${shown(validTo)}`,
    );
    return fault(path, 'unit_not_valid', { text, day: showDay(day), periods: periods.join('; ') });
  }
  return unitFault(path, 'not_found', text, names.propose(text, day).filter(mayBeNamed));
}

function shown(day: Day | null): string {
  return day === null ? '…' : showDay(day);
}

function severalUnits(text: string, context: UnitContext): boolean {
  const kinds = splitUnits(text, isName(context)).map((name) => context.names.find(name, context.day).kind);
  return kinds.length > 1 && kinds.every((kind) => kind === 'unit' || kind === 'group');
}

function isName({ names, day }: UnitContext): (text: string) => boolean {
  return (text) => names.find(text, day).kind !== 'unknown' || namesNobody(text);
}
