import { covers, overlaps, type Level, type Period } from '../unit/unit';
import { levelFault, periodFault } from '../unit/unit.rules';
import { finding, type UnitLine } from './read-unit-row';

/** A unit that is there already. */
export interface KnownUnit extends Period {
  id: string;
  code: string;
  nameVi: string;
  level: Level;
  /** In the actor's scope. */
  mayWrite: boolean;
}

/**
 * Places each line under its parent, which may be known already or come anywhere in the file, and adds what is wrong to
 * the lines. Returns them parents first.
 */
export function checkUnitLines(lines: UnitLine[], known: readonly KnownUnit[]): UnitLine[] {
  const placed = [...known, ...lines.map(({ id, unit }) => ({ id, ...unit, mayWrite: true }))];
  const byCode = new Map<string, KnownUnit[]>();
  for (const unit of placed) byCode.set(unit.code, [...(byCode.get(unit.code) ?? []), unit]);
  for (const line of lines) {
    const { unit } = line;
    const period = periodFault(unit, null);
    if (period) line.findings.push(finding('validTo', period));
    const holder = (byCode.get(unit.code) ?? []).find(
      (other) => other.id !== line.id && overlaps(other, unit),
    );
    if (holder && unit.code !== '') {
      line.findings.push(finding('code', 'unit.code_taken', { code: unit.code, name: holder.nameVi }));
    }
    placeUnder(line, byCode.get(line.parentCode) ?? []);
  }
  return parentsFirst(lines);
}

function placeUnder(line: UnitLine, named: KnownUnit[]): void {
  if (line.parentCode === '') return;
  const parent = named.find((unit) => covers(unit, line.unit));
  if (parent?.mayWrite) {
    line.parentId = parent.id;
    const level = levelFault(line.unit.level, parent.level);
    if (level) line.findings.push(finding('level', level));
  } else {
    const code = named.some((unit) => unit.mayWrite) ? 'unit.parent_period' : 'unit.parent_unknown';
    line.findings.push(finding('parentCode', code));
  }
}

function parentsFirst(lines: UnitLine[]): UnitLine[] {
  const own = new Map(lines.map((line) => [line.id, line]));
  const sorted = new Set<UnitLine>();
  const visit = (line: UnitLine, below: Set<UnitLine>): void => {
    if (sorted.has(line)) return;
    const parent = line.parentId === null ? undefined : own.get(line.parentId);
    if (below.has(line)) {
      const circle = [...below].slice([...below].indexOf(line));
      for (const member of circle) member.findings.push(finding('parentCode', 'unit.parent_circle'));
    } else if (parent) visit(parent, new Set([...below, line]));
    sorted.add(line);
  };
  for (const line of lines) visit(line, new Set());
  return [...sorted];
}
