import type { Day } from '../../platform/clock/day';
import type { Level, Period } from './unit';

/** How every answer names a unit. */
export class UnitName {
  id!: string;
  code!: string;
  nameVi!: string;
  nameEn!: string;
}

export class UnitAbilities {
  /** Names, aliases, statistics code, last day. */
  update!: boolean;
  addChild!: boolean;
}

export class UnitView {
  id!: string;
  /** Names the unit only together with its period: codes are used again. */
  code!: string;
  gsoCode!: string | null;
  nameVi!: string;
  nameEn!: string;
  aliases!: string[];
  level!: Level;
  subtype!: string | null;
  parent!: UnitName | null;
  /** First and last day, inclusive; null is open. */
  validFrom!: string | null;
  validTo!: string | null;
  version!: number;
  abilities!: UnitAbilities;
}

export class UnitList {
  items!: UnitView[];
  nextCursor!: string | null;
  count?: number;
}

export class Succession {
  effectiveOn!: string;
  kind!: 'merge' | 'split' | 'abolish' | 'create' | 'rename';
  /** Only a part went over. */
  partial!: boolean;
  decision!: string | null;
  note!: string | null;
  /** The unit on the other side; null when there is none. */
  unit!: UnitName | null;
}

export class UnitDetail extends UnitView {
  /** From the top of the tree down. */
  ancestors!: UnitName[];
  predecessors!: Succession[];
  successors!: Succession[];
}

export interface UnitRow extends Period {
  id: string;
  code: string;
  gsoCode: string | null;
  nameVi: string;
  nameEn: string;
  aliases: string[];
  level: Level;
  subtype: string | null;
  parent: UnitName | null;
  validFrom: Day | null;
  validTo: Day | null;
  version: number;
  mayWrite: boolean;
}

export interface UnitRelations {
  ancestors: UnitName[];
  predecessors: Succession[];
  successors: Succession[];
}

export function presentUnit({ mayWrite, ...unit }: UnitRow): UnitView {
  return { ...unit, abilities: { update: mayWrite, addChild: mayWrite } };
}

export function presentDetail(unit: UnitRow, relations: UnitRelations): UnitDetail {
  return { ...presentUnit(unit), ...relations };
}
