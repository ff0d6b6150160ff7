import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { ROOT } from './source-files';

interface UnitData {
  id: string;
  code: string;
  nameVi: string;
  nameEn: string;
  aliasesVi?: string[];
  level: string;
  parentCode: string | null;
  validFrom: string | null;
  validTo: string | null;
}

export function dataFile(name: string): Buffer {
  return readFileSync(join(ROOT, 'data', name));
}

/** The units of data/units.json with their validity and groups, by SQL. Returns ids by code, the oldest of a code. */
export async function loadUnits(database: DataSource): Promise<Map<string, string>> {
  const { units, groups } = JSON.parse(dataFile('units.json').toString()) as {
    units: UnitData[];
    groups: { keyword: string; nameVi: string; nameEn: string; aliasesVi: string[]; level: string }[];
  };
  const depth = ['province', 'department', 'office', 'body', 'district', 'commune'];
  const rows = units.map((unit) => ({ ...unit, id: uuidv7(), aliasesVi: unit.aliasesVi ?? [] }));
  rows.sort((a, b) => depth.indexOf(a.level) - depth.indexOf(b.level));
  const overlaps = (a: UnitData, b: UnitData) =>
    (a.validFrom ?? '') <= (b.validTo ?? '9') && (b.validFrom ?? '') <= (a.validTo ?? '9');
  const parentId = (unit: UnitData) =>
    rows.find((other) => other.code === unit.parentCode && overlaps(unit, other))?.id ?? null;
  await database.query(
    `INSERT INTO unit (id, code, name_vi, name_en, aliases, level, parent_id, valid_from, valid_to)
     SELECT id, code, "nameVi", "nameEn", "aliasesVi", level, "parentId", "validFrom", "validTo"
       FROM jsonb_to_recordset($1) AS r(id uuid, code text, "nameVi" text, "nameEn" text, "aliasesVi" text[], level text,
            "parentId" uuid, "validFrom" date, "validTo" date)`,
    [JSON.stringify(rows.map((unit) => ({ ...unit, parentId: parentId(unit) })))],
  );
  await database.query(
    `INSERT INTO unit_group (keyword, name_vi, name_en, aliases, level)
     SELECT keyword, "nameVi", "nameEn", "aliasesVi", level
       FROM jsonb_to_recordset($1) AS r(keyword text, "nameVi" text, "nameEn" text, "aliasesVi" text[], level text)`,
    [JSON.stringify(groups)],
  );
  const oldestFirst = [...rows].sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1));
  return new Map(oldestFirst.map(({ code, id }) => [code, id]));
}

/** Codes of the components of data/working-set-2023.json. */
export function workingSetComponents(): string[] {
  const { fields } = JSON.parse(dataFile('working-set-2023.json').toString()) as {
    fields: { criteria: { components: { code: string }[] }[] }[];
  };
  return fields.flatMap((field) =>
    field.criteria.flatMap(({ components }) => components.map(({ code }) => code)),
  );
}
