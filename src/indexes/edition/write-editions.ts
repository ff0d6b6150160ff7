import { uuidv7 } from 'uuidv7';
import type { Change } from '../../platform/change/change';
import type { EditionHead } from './edition';
import type { ReadNode } from './read-node';

export interface NewEdition {
  head: EditionHead;
  nodes: readonly ReadNode[];
  publish?: boolean;
}

/**
 * Stores whole editions with three statements, however many nodes they have, and records each. Returns their ids in
 * order. A second edition of the same index and year is a conflict.
 */
export async function writeEditions(change: Change, editions: readonly NewEdition[]): Promise<string[]> {
  const heads = editions.map(({ head }) => ({ id: uuidv7(), ...head }));
  await change.manager.query(
    `INSERT INTO edition (id, index_code, year, name_vi, name_en, decision, illustrative, label_vi, label_en, totals, baseline_year)
     SELECT id, "indexCode", year, "nameVi", "nameEn", decision, illustrative, "labelVi", "labelEn", totals, "baselineYear"
       FROM jsonb_to_recordset($1::jsonb) AS e(id uuid, "indexCode" text, year int, "nameVi" text, "nameEn" text,
         decision text, illustrative boolean, "labelVi" text, "labelEn" text, totals jsonb, "baselineYear" int)`,
    [JSON.stringify(heads)],
  );
  await change.manager.query(
    `INSERT INTO node (id, edition_id, parent_id, level, code, position, name_vi, name_en, max_points, method, rule, source,
       task_measure, task_scope, quantity, owner_unit_code, baseline_score)
     SELECT id, "editionId", "parentId", level, code, position, "nameVi", "nameEn", "maxPoints", method, rule, source,
       "taskMeasure", "taskScope", quantity, "ownerUnitCode", "baselineScore"
       FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, "editionId" uuid, "parentId" uuid, level text, code text, position int,
         "nameVi" text, "nameEn" text, "maxPoints" numeric, method text, rule jsonb, source text, "taskMeasure" text,
         "taskScope" text, quantity jsonb, "ownerUnitCode" text, "baselineScore" numeric)`,
    [JSON.stringify(editions.flatMap(({ nodes }, n) => rowsOf(nodes, heads[n].id)))],
  );
  const published = heads.filter((_, n) => editions[n].publish).map(({ id }) => id);
  await change.manager.query('UPDATE edition SET published_at = $2 WHERE id = ANY($1)', [
    published,
    change.now,
  ]);
  for (const [n, { id, indexCode, year }] of heads.entries()) {
    const nodes = editions[n].nodes.length;
    change.record({
      act: 'edition.imported',
      subjectType: 'edition',
      subjectId: id,
      unitId: null,
      changes: { index: [null, indexCode], year: [null, year], nodes: [null, nodes] },
    });
  }
  return heads.map(({ id }) => id);
}

/** JSON drops what is undefined and keeps null, so unknown stays null. */
function rowsOf(nodes: readonly ReadNode[], editionId: string) {
  const ids = new Map(nodes.map((node) => [node.code, uuidv7()]));
  return nodes.map((node, position) => ({
    ...node,
    children: undefined,
    id: ids.get(node.code),
    editionId,
    parentId: node.parentCode === null ? null : ids.get(node.parentCode),
    position,
  }));
}
