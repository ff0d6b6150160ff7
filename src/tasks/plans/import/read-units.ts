import type { DirectoryUnit, UnitReading } from '../../../organisation/organisation.api';
import { showDay, type Day } from '../../../platform/clock/day';
import { fold } from '../fold';
import { fault, warning, type Finding } from './findings';
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

/** The one unit that answers for a task. */
export function readLead(text: string, context: UnitContext): { unit: NamedUnit } | { finding: Finding } {
  const { names, day, assignable, present } = context;
  const refuse = (finding: Finding) => ({ finding });
  if (text === '') return refuse(fault('leadUnitCode', 'empty_lead'));
  const reading = names.find(text, day);
  const named = reading.kind === 'unit' ? reading.unit : null;
  const unit = text === present?.code ? present : named;
  if (unit) return assignable.has(unit.id) ? { unit } : refuse(fault('leadUnitCode', 'not_found', { text }));
  const several = reading.kind === 'group' || (reading.kind === 'unknown' && severalUnits(text, context));
  if (several) return refuse(fault('leadUnitCode', 'several_leads', { text }));
  const mine = (each: DirectoryUnit) => assignable.has(each.id);
  return refuse(unitFault('leadUnitCode', text, reading, context, mine));
}

/** The units that help: a list of units and groups, without the lead unit. */
export function readCoordinating(
  text: string,
  context: UnitContext,
  leadId: string | null,
): { unitIds: string[]; findings: Finding[] } {
  const path = 'coordinatingUnitCodes';
  const findings: Finding[] = [];
  const ids = new Set<string>();
  for (const name of splitUnits(text, context)) {
    const reading = context.names.find(name, context.day);
    if (reading.kind === 'unit') ids.add(reading.unit.id);
    else if (reading.kind === 'group') for (const id of reading.unitIds) ids.add(id);
    else if (namesNobody.test(fold(name))) findings.push(warning(path, 'unnamed_units', { text: name }));
    else findings.push(unitFault(path, name, reading, context, () => true));
  }
  if (leadId) ids.delete(leadId);
  if (ids.size > MAX_UNITS) findings.push(fault(path, 'too_many_units', { max: MAX_UNITS }));
  return { unitIds: [...ids], findings };
}

/** "Các cơ quan, đơn vị có liên quan" and the like. */
const namesNobody =
  /^(?:va )?(?:cac )?(?:co quan|don vi|to chuc|dia phuong|so|ban|nganh|cap)\b.*\blien quan$/;

function unitFault(
  path: Finding['path'],
  text: string,
  reading: UnitReading,
  { names, day }: UnitContext,
  mayBeNamed: (unit: DirectoryUnit) => boolean,
): Finding {
  const list = (units: DirectoryUnit[]) => units.map(({ code, nameVi }) => `${code} ${nameVi}`).join(', ');
  if (reading.kind === 'ambiguous') {
    return fault(path, 'ambiguous_unit', { text, candidates: list(reading.proposals) });
  }
  if (reading.kind === 'not_valid') {
    const periods = reading.proposals.map(
      ({ validFrom, validTo }) => `${shown(validFrom)} – ${shown(validTo)}`,
    );
    return fault(path, 'unit_not_valid', { text, day: showDay(day), periods: periods.join('; ') });
  }
  return fault(path, 'not_found', { text, candidates: list(names.propose(text, day).filter(mayBeNamed)) });
}

function shown(day: Day | null): string {
  return day === null ? '…' : showDay(day);
}

function severalUnits(text: string, context: UnitContext): boolean {
  const kinds = splitUnits(text, context).map((name) => context.names.find(name, context.day).kind);
  return kinds.length > 1 && kinds.every((kind) => kind === 'unit' || kind === 'group');
}

/**
 * Units are separated by semicolons or line breaks, often by commas and "và" too; but names hold both ("Sở Văn hóa,
 * Thể thao và Du lịch"). So the longest run of words that is a name is taken first.
 */
function splitUnits(text: string, context: UnitContext): string[] {
  const parts = text.split(/[;\n]/).map((part) => part.replace(/^[\s\-–•+]+|[\s.,]+$/g, ''));
  return parts.filter((part) => part !== '').flatMap((part) => splitPart(part, context));
}

/** Pieces between commas that one name may have. */
const LONGEST_NAME = 4;
/** A part of more pieces is no list that a person wrote. */
const MOST_PIECES = 100;

/** From the first piece on that begins no name, the rest is one unknown name. */
function splitPart(part: string, { names, day }: UnitContext): string[] {
  const known = (text: string) => names.find(text, day).kind !== 'unknown' || namesNobody.test(fold(text));
  // Every second piece is a separator.
  const pieces = part.split(/(\s*,\s*|\s+và\s+)/iu);
  if (pieces.length > 2 * MOST_PIECES) return [part];
  const found: string[] = [];
  for (let start = 0; start < pieces.length;) {
    const ends = Array.from({ length: LONGEST_NAME }, (_, n) => start + 2 * (LONGEST_NAME - n) - 1);
    const end = ends.find((each) => known(pieces.slice(start, each).join('').trim()));
    found.push(pieces.slice(start, end).join('').trim());
    start = end === undefined ? pieces.length : end + 1;
  }
  return found.filter((name) => name !== '');
}
