import type { Day } from '../../platform/clock/day';

export const levels = ['province', 'department', 'office', 'body', 'district', 'commune'] as const;
export type Level = (typeof levels)[number];

/** Both ends inclusive; null is open. */
export interface Period {
  validFrom: Day | null;
  validTo: Day | null;
}

export interface UnitFields extends Period {
  code: string;
  gsoCode: string | null;
  nameVi: string;
  nameEn: string;
  aliases: string[];
  level: Level;
  subtype: string | null;
}

export interface NewUnit extends UnitFields {
  id: string;
  parentId: string | null;
}

export function validOn({ validFrom, validTo }: Period, day: Day): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}

export function overlaps(a: Period, b: Period): boolean {
  const before = (x: Period, y: Period) =>
    x.validTo !== null && y.validFrom !== null && x.validTo < y.validFrom;
  return !before(a, b) && !before(b, a);
}

/** Whether `outer` holds on every day of `inner`. */
export function covers(outer: Period, inner: Period): boolean {
  const begins = outer.validFrom === null || (inner.validFrom !== null && outer.validFrom <= inner.validFrom);
  const ends = outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo);
  return begins && ends;
}

/** Composed, trimmed, without doubles and blanks. */
export function cleanAliases(aliases: readonly string[]): string[] {
  const clean = aliases.map((alias) => alias.normalize('NFC').replace(/\s+/g, ' ').trim());
  return [...new Set(clean)].filter((alias) => alias !== '');
}
