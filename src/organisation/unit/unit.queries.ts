import { isUUID } from 'class-validator';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { within, withinScope } from '../../platform/access/scope';
import type { Day } from '../../platform/clock/day';
import { decodeCursor } from '../../platform/http/cursor';
import type { UnitRelations, UnitRow } from './unit.presenter';
import type { UnitsQuery } from './unit.requests';
import type { NewUnit, Period } from './unit';

type Database = DataSource | EntityManager;

const name = (unit: string) =>
  `json_build_object('id', ${unit}.id, 'code', ${unit}.code, 'nameVi', ${unit}.name_vi, 'nameEn', ${unit}.name_en)`;

function selected(actor: Actor, parameters: unknown[]): string {
  return `SELECT u.id, u.code, u.gso_code AS "gsoCode", u.name_vi AS "nameVi", u.name_en AS "nameEn", u.aliases, u.level,
                 u.subtype, CASE WHEN p.id IS NOT NULL THEN ${name('p')} END AS parent, u.valid_from AS "validFrom",
                 u.valid_to AS "validTo", u.version, ${withinScope(actor, 'unit.write', 'u.id', parameters)} AS "mayWrite"
            FROM unit u LEFT JOIN unit p ON p.id = u.parent_id`;
}

function filterOf(query: UnitsQuery, asOf: Day, parameters: unknown[]): string {
  const { level, parentId, within: top, q } = query;
  const put = (value: unknown) => `$${parameters.push(value)}`;
  const day = put(asOf);
  return [
    `(u.valid_from IS NULL OR u.valid_from <= ${day}::date) AND (u.valid_to IS NULL OR u.valid_to >= ${day}::date)`,
    ...(level ? [`u.level = ${put(level)}`] : []),
    ...(parentId ? [`u.parent_id = ${put(parentId)}::uuid`] : []),
    ...(top ? [within('u.id', `${put([top])}::uuid[]`)] : []),
    ...(q ? [`u.search LIKE '%' || fold(${put(q.replace(/[\\%_]/g, '\\$&'))}) || '%'`] : []),
  ].join(' AND ');
}

/** Up to `limit + 1` units valid on a day, in Vietnamese order. Every signed-in person may read all of them. */
export function unitsOf(database: Database, actor: Actor, query: UnitsQuery, asOf: Day): Promise<UnitRow[]> {
  const parameters: unknown[] = [];
  const from = selected(actor, parameters);
  const filter = filterOf(query, asOf, parameters);
  let after = '';
  if (query.cursor) {
    const [nameVi, id] = decodeCursor(query.cursor, 2);
    if (typeof nameVi !== 'string' || !isUUID(id)) decodeCursor('', 2);
    const n = parameters.push(nameVi, id);
    after = `AND (u.name_vi COLLATE vietnamese, u.id) > ($${n - 1}::text, $${n}::uuid)`;
  }
  const limit = parameters.push(query.limit + 1);
  return database.query(
    `${from} WHERE ${filter} ${after} ORDER BY u.name_vi COLLATE vietnamese, u.id LIMIT $${limit}`,
    parameters,
  );
}

export async function countUnits(database: Database, query: UnitsQuery, asOf: Day): Promise<number> {
  const parameters: unknown[] = [];
  const filter = filterOf(query, asOf, parameters);
  const [{ count }]: { count: number }[] = await database.query(
    `SELECT count(*)::int AS count FROM unit u WHERE ${filter}`,
    parameters,
  );
  return count;
}

export async function unitById(
  database: Database,
  actor: Actor,
  id: string,
  lock: 'FOR UPDATE OF u' | '' = '',
): Promise<UnitRow | null> {
  const parameters: unknown[] = [id];
  const [found]: UnitRow[] = await database.query(
    `${selected(actor, parameters)} WHERE u.id = $1 ${lock}`,
    parameters,
  );
  return found ?? null;
}

/** What stands above a unit, and what it came from and went into. */
export async function relationsOf(database: Database, id: string): Promise<UnitRelations> {
  const succession = (other: string, own: string) => `
    (SELECT coalesce(json_agg(json_build_object('effectiveOn', s.effective_on, 'kind', s.kind, 'partial', s.partial,
       'decision', s.decision, 'note', s.note, 'unit', CASE WHEN o.id IS NOT NULL THEN ${name('o')} END)
       ORDER BY s.effective_on, o.name_vi COLLATE vietnamese, s.id), '[]')
       FROM unit_succession s LEFT JOIN unit o ON o.id = s.${other} WHERE s.${own} = $1)`;
  const [relations]: UnitRelations[] = await database.query(
    `SELECT (SELECT coalesce(json_agg(${name('u')} ORDER BY a.depth DESC), '[]')
               FROM unit_ancestor a JOIN unit u ON u.id = a.ancestor_id WHERE a.unit_id = $1 AND a.depth > 0) AS ancestors,
            ${succession('from_unit_id', 'to_unit_id')} AS predecessors,
            ${succession('to_unit_id', 'from_unit_id')} AS successors`,
    [id],
  );
  return relations;
}

/** Another unit that has the code on some day of the period. */
export async function codeHolder(
  manager: EntityManager,
  code: string,
  { validFrom, validTo }: Period,
  except: string | null,
): Promise<string | null> {
  const [holder]: { nameVi: string }[] = await manager.query(
    `SELECT name_vi AS "nameVi" FROM unit
      WHERE code = $1 AND id IS DISTINCT FROM $4::uuid
        AND daterange(valid_from, valid_to, '[]') && daterange($2::date, $3::date, '[]') LIMIT 1`,
    [code, validFrom, validTo, except],
  );
  return holder?.nameVi ?? null;
}

/** How many units directly below are valid after a day, and the name of one of them. */
export async function childrenAfter(
  manager: EntityManager,
  id: string,
  day: Day,
): Promise<{ count: number; nameVi: string | null }> {
  const [row]: { count: number; nameVi: string | null }[] = await manager.query(
    `SELECT count(*)::int AS count, min(name_vi) AS "nameVi" FROM unit
      WHERE parent_id = $1 AND (valid_to IS NULL OR valid_to > $2)`,
    [id, day],
  );
  return row;
}

/** Inserts units whose parents stand earlier in the list or in the table already. */
export async function insertUnits(manager: EntityManager, units: NewUnit[]): Promise<void> {
  const rows = units.map((unit, position) => ({ ...unit, position }));
  await manager.query(
    `INSERT INTO unit (id, code, gso_code, name_vi, name_en, aliases, level, subtype, parent_id, valid_from, valid_to)
     SELECT id, code, "gsoCode", "nameVi", "nameEn", ARRAY(SELECT jsonb_array_elements_text(aliases)), level, subtype,
            "parentId", "validFrom", "validTo"
       FROM jsonb_to_recordset($1::jsonb) AS u(id uuid, code text, "gsoCode" text, "nameVi" text, "nameEn" text,
            aliases jsonb, level text, subtype text, "parentId" uuid, "validFrom" date, "validTo" date, position int)
      ORDER BY position`,
    [JSON.stringify(rows)],
  );
}
