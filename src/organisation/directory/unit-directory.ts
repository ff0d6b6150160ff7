import type { DataSource, EntityManager } from 'typeorm';
import type { Day } from '../../platform/clock/day';
import { validOn, type Level, type Period } from '../unit/unit';
import { fold, nameKey } from './unit-names';

export interface DirectoryUnit extends Period {
  id: string;
  code: string;
  nameVi: string;
  nameEn: string;
  aliases: string[];
  level: Level;
  /** Name of the unit above it. */
  parentName: string | null;
}

export interface DirectoryGroup {
  keyword: string;
  names: string[];
  level: Level;
}

/** What a text names on a day; `proposals` are what it may mean instead. */
export type UnitReading =
  | { kind: 'unit'; unit: DirectoryUnit }
  | { kind: 'group'; keyword: string; unitIds: string[] }
  | { kind: 'ambiguous'; proposals: DirectoryUnit[] }
  /** There is such a unit, but not on that day. */
  | { kind: 'not_valid'; proposals: DirectoryUnit[] }
  | { kind: 'unknown'; proposals: DirectoryUnit[] };

const PROPOSALS = 5;

/** Units by code, name, alias and group, loaded once for an import of any length. */
export class UnitDirectory {
  private readonly byKey = new Map<string, DirectoryUnit[]>();
  private readonly groups = new Map<string, DirectoryGroup>();

  constructor(
    private readonly units: readonly DirectoryUnit[],
    groups: readonly DirectoryGroup[],
    private readonly day: Day,
  ) {
    for (const unit of units) {
      for (const key of keysOf(unit)) this.byKey.set(key, [...(this.byKey.get(key) ?? []), unit]);
    }
    for (const group of groups) {
      for (const name of [group.keyword, ...group.names]) this.groups.set(nameKey(name), group);
    }
  }

  /** Two queries; `day` is the day on which `resolve` looks unless it is given another. */
  static async load(database: DataSource | EntityManager, day: Day): Promise<UnitDirectory> {
    const units: DirectoryUnit[] = await database.query(
      `SELECT u.id, u.code, u.name_vi AS "nameVi", u.name_en AS "nameEn", u.aliases, u.level, p.name_vi AS "parentName",
              u.valid_from AS "validFrom", u.valid_to AS "validTo"
         FROM unit u LEFT JOIN unit p ON p.id = u.parent_id ORDER BY u.code, u.valid_from NULLS FIRST`,
    );
    const groups: DirectoryGroup[] = await database.query(
      'SELECT keyword, array_prepend(name_vi, array_prepend(name_en, aliases)) AS names, level FROM unit_group',
    );
    return new UnitDirectory(units, groups, day);
  }

  resolve(text: string, day: Day = this.day): UnitReading {
    const reading = this.find(text, day);
    return reading.kind === 'unknown' ? { ...reading, proposals: this.similarTo(text, day) } : reading;
  }

  /** The same without proposals for what is unknown: cheap enough for trying many texts. */
  find(text: string, day: Day = this.day): UnitReading {
    const key = nameKey(text);
    const group = this.groups.get(key);
    if (group) return { kind: 'group', keyword: group.keyword, unitIds: this.membersOf(group, day) };
    const named = this.byKey.get(key) ?? this.byKey.get(withLostZero(key)) ?? [];
    const valid = named.filter((unit) => validOn(unit, day));
    const coded = valid.find((unit) => nameKey(unit.code) === key);
    if (coded ?? valid.length === 1) return { kind: 'unit', unit: coded ?? valid[0] };
    if (valid.length > 1) return { kind: 'ambiguous', proposals: valid.slice(0, PROPOSALS) };
    if (named.length > 0) return { kind: 'not_valid', proposals: named.slice(-PROPOSALS) };
    return { kind: 'unknown', proposals: [] };
  }

  /** The units of a level that are valid on the day. */
  ofLevel(level: Level, day: Day = this.day): DirectoryUnit[] {
    return this.units.filter((unit) => unit.level === level && validOn(unit, day));
  }

  private membersOf({ level }: DirectoryGroup, day: Day): string[] {
    return this.ofLevel(level, day).map(({ id }) => id);
  }

  /** The units whose names share most words with the text, without regard to diacritics. */
  private similarTo(text: string, day: Day): DirectoryUnit[] {
    const words = wordsOf(text);
    const scored = this.units
      .filter((unit) => validOn(unit, day))
      .map((unit) => ({
        unit,
        score: Math.max(...[unit.nameVi, ...unit.aliases].map((name) => likeness(words, wordsOf(name)))),
      }))
      .filter(({ score }) => score >= 0.5);
    return scored
      .sort((a, b) => b.score - a.score)
      .slice(0, PROPOSALS)
      .map(({ unit }) => unit);
  }
}

/** Names recur among communes, so a name may be followed by the unit above: "Xã Hòa Bình, Huyện Hữu Lũng". */
function keysOf({ code, nameVi, nameEn, aliases, level, parentName }: DirectoryUnit): Set<string> {
  const committee = level === 'district' || level === 'commune' ? [`UBND ${nameVi}`] : [];
  const names = [nameVi, ...aliases, ...committee];
  const placed =
    parentName === null
      ? []
      : names.flatMap((name) => [', ', ' ', ' - '].map((mark) => name + mark + parentName));
  const bracketed = parentName === null ? [] : names.map((name) => `${name} (${parentName})`);
  return new Set([code, nameEn, ...names, ...placed, ...bracketed].map(nameKey));
}

/** Spreadsheets turn the code 05977 into the number 5977. */
function withLostZero(key: string): string {
  return /^\d{4}$/.test(key) ? `0${key}` : key;
}

function wordsOf(text: string): Set<string> {
  return new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  );
}

function likeness(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
