import { uuidv7 } from 'uuidv7';
import type { Change } from '../../platform/change/change';
import { addDays, type Day } from '../../platform/clock/day';
import { insertUnits } from '../unit/unit.queries';
import { covers, validOn, type Level, type NewUnit } from '../unit/unit';
import { successionOf, type Reorganisation } from './succession';

/** The parts of data/units.json that are taken over. */
export interface UnitsFile {
  units: UnitOfFile[];
  groups: { keyword: string; nameVi: string; nameEn: string; aliasesVi: string[]; level: Level }[];
  reorganisations: Reorganisation[];
}

interface UnitOfFile {
  code: string;
  gsoCode: string | null;
  nameVi: string;
  nameEn: string;
  aliasesVi?: string[];
  level: Level;
  subtype?: string;
  parentCode: string | null;
  validFrom: Day | null;
  validTo: Day | null;
}

/**
 * Takes over data/units.json: units with their periods, groups, successions. A database that holds units already is
 * left as it is. Returns how many units were written.
 */
export async function importUnits(change: Change, file: UnitsFile): Promise<{ units: number }> {
  const { manager } = change;
  const [{ any }]: { any: boolean }[] = await manager.query('SELECT EXISTS (SELECT FROM unit) AS any');
  if (any) return { units: 0 };
  const units = parentsFirst(file.units);
  await insertUnits(manager, units);
  await manager.query(
    `INSERT INTO unit_group (keyword, name_vi, name_en, aliases, level)
     SELECT keyword, "nameVi", "nameEn", ARRAY(SELECT jsonb_array_elements_text("aliasesVi")), level
       FROM jsonb_to_recordset($1::jsonb) AS g(keyword text, "nameVi" text, "nameEn" text, "aliasesVi" jsonb, level text)`,
    [JSON.stringify(file.groups)],
  );
  const unitOn = (code: string, day: Day) =>
    units.find((unit) => unit.code === code && validOn(unit, day))?.id ?? null;
  const succession = file.reorganisations.flatMap((one) =>
    successionOf(one, file.reorganisations, unitOn, addDays(one.effectiveOn, -1)),
  );
  await manager.query(
    `INSERT INTO unit_succession (id, effective_on, kind, decision, note, from_unit_id, to_unit_id, partial)
     SELECT id, "effectiveOn", kind, decision, note, "fromId", "toId", partial
       FROM jsonb_to_recordset($1::jsonb) AS s(id uuid, "effectiveOn" date, kind text, decision text, note text,
            "fromId" uuid, "toId" uuid, partial boolean)`,
    [JSON.stringify(succession)],
  );
  const [root] = units;
  change.record({
    ...{ act: 'unit.imported', subjectType: 'unit', subjectId: root.id, unitId: root.id },
    changes: { units: [0, units.length], successions: [0, succession.length] },
  });
  return { units: units.length };
}

/** Parents are named by code; of the units with that code, the one valid for the whole period of the child is meant. */
function parentsFirst(file: UnitOfFile[]): NewUnit[] {
  const ids = new Map(file.map((unit) => [unit, uuidv7()]));
  const parentOf = new Map<UnitOfFile, UnitOfFile | undefined>();
  for (const unit of file) {
    if (unit.parentCode === null) continue;
    const parent = file.find((other) => other.code === unit.parentCode && covers(other, unit));
    if (!parent)
      throw new Error(`units.json: ${unit.code} has no parent ${unit.parentCode} for its whole period`);
    parentOf.set(unit, parent);
  }
  const depth = (unit: UnitOfFile): number => {
    const parent = parentOf.get(unit);
    return parent ? depth(parent) + 1 : 0;
  };
  const sorted = [...file].sort((a, b) => depth(a) - depth(b));
  return sorted.map((unit) => {
    const { code, gsoCode, nameVi, nameEn, level, validFrom, validTo } = unit;
    const parent = parentOf.get(unit);
    return {
      ...{ id: ids.get(unit)!, parentId: parent ? ids.get(parent)! : null },
      ...{ code, gsoCode, nameVi, nameEn, level, validFrom, validTo },
      aliases: unit.aliasesVi ?? [],
      subtype: unit.subtype ?? null,
    };
  });
}
