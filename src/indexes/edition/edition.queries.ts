import type { DataSource, EntityManager } from 'typeorm';
import type { Day } from '../../platform/clock/day';
import { nodesOf, type Edition, type EditionNode } from './edition';

export type Db = DataSource | EntityManager;

/** An edition by its id, or by its index and year. */
export type EditionKey = string | { code: string; year: number };

const editionColumns = `
  e.id, e.index_code AS "indexCode", e.year, e.name_vi AS "nameVi", e.name_en AS "nameEn", e.decision, e.illustrative,
  e.label_vi AS "labelVi", e.label_en AS "labelEn", e.totals, e.baseline_year AS "baselineYear",
  e.published_at AS "publishedAt", e.version`;

const nodeColumns = `
  n.id, n.code, n.level, n.name_vi AS "nameVi", n.name_en AS "nameEn", n.max_points AS "maxPoints", n.method, n.rule,
  n.source, n.task_measure AS "taskMeasure", n.task_scope AS "taskScope", n.quantity,
  n.owner_unit_code AS "ownerUnitCode", n.baseline_score AS "baselineScore"`;

/** The edition with its whole tree, in two queries; null when there is none. Drafts included: callers decide. */
export async function loadEdition(db: Db, key: EditionKey): Promise<Edition | null> {
  const [where, parameters] =
    typeof key === 'string'
      ? ['e.id = $1', [key]]
      : ['e.index_code = $1 AND e.year = $2', [key.code, key.year]];
  const [head]: Omit<Edition, 'fields' | 'components'>[] = await db.query(
    `SELECT ${editionColumns} FROM edition e WHERE ${where}`,
    parameters,
  );
  if (!head) return null;
  const rows: (EditionNode & { parentId: string | null })[] = await db.query(
    `SELECT ${nodeColumns}, n.parent_id AS "parentId" FROM node n WHERE n.edition_id = $1 ORDER BY n.position`,
    [head.id],
  );
  const fields = hang(rows);
  return { ...head, fields, components: nodesOf({ fields }).filter(({ level }) => level === 'component') };
}

function hang(rows: readonly (EditionNode & { parentId: string | null })[]): EditionNode[] {
  const byId = new Map(
    rows.map(({ parentId: _, ...row }) => [row.id, { ...row, children: [] as EditionNode[] }]),
  );
  for (const { id, parentId } of rows) if (parentId) byId.get(parentId)!.children.push(byId.get(id)!);
  return rows.filter(({ parentId }) => !parentId).map(({ id }) => byId.get(id)!);
}

export interface LatestValue {
  componentId: string;
  value: number;
  reportedOn: Day;
  note: string | null;
}

/** True where the value `v` was of the day or before, and known by its end: reports of the past do not change. */
export const valueKnown = (day: string) =>
  `v.reported_on <= ${day}::date AND local_day(v.entered_at) <= ${day}::date`;

/** By component id, the latest value known on the day. */
export async function latestValues(db: Db, editionId: string, asOf: Day): Promise<Map<string, LatestValue>> {
  const rows: LatestValue[] = await db.query(
    `SELECT DISTINCT ON (v.component_id) v.component_id AS "componentId", v.value, v.reported_on AS "reportedOn", v.note
       FROM component_value v JOIN node n ON n.id = v.component_id
      WHERE n.edition_id = $1 AND ${valueKnown('$2')}
      ORDER BY v.component_id, v.reported_on DESC, v.id DESC`,
    [editionId, asOf],
  );
  return new Map(rows.map((row) => [row.componentId, row]));
}
