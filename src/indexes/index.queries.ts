import type { DataSource, EntityManager } from 'typeorm';
import { unitsWhere, type Actor } from '../platform/access/actor';
import { commonProblem } from '../platform/errors/common-problems';
import { problem } from './index.problems';

type Db = DataSource | EntityManager;

export interface IndexRow {
  code: string;
  nameVi: string;
  nameEn: string;
  /** How scores of the whole are printed. */
  unit: 'percent' | 'points';
  position: number;
}

const columns = `code, name_vi AS "nameVi", name_en AS "nameEn", unit, position`;

export async function indexByCode(db: Db, code: string): Promise<IndexRow> {
  const [index]: IndexRow[] = await db.query(`SELECT ${columns} FROM index WHERE code = $1`, [code]);
  if (!index) throw problem('index.unknown', { code: code.slice(0, 40) });
  return index;
}

export function indexesAfter(db: Db, key: [number, string] | null, limit: number): Promise<IndexRow[]> {
  return db.query(
    `SELECT ${columns} FROM index WHERE $1::int IS NULL OR (position, code) > ($1, $2) ORDER BY position, code LIMIT $3`,
    [key?.[0] ?? null, key?.[1] ?? null, limit],
  );
}

export async function countIndexes(db: Db): Promise<number> {
  const [{ count }]: { count: number }[] = await db.query('SELECT count(*) FROM index');
  return count;
}

export interface EditionRow {
  id: string;
  year: number;
  nameVi: string;
  nameEn: string;
  decision: string | null;
  illustrative: boolean;
  labelVi: string | null;
  labelEn: string | null;
  publishedAt: Date | null;
}

/** All editions of an index, newest first (one a year at most). Drafts only for those who may change them. */
export function editionsOf(db: Db, code: string, withDrafts: boolean): Promise<EditionRow[]> {
  return db.query(
    `SELECT id, year, name_vi AS "nameVi", name_en AS "nameEn", decision, illustrative, label_vi AS "labelVi",
            label_en AS "labelEn", published_at AS "publishedAt"
       FROM edition WHERE index_code = $1 AND ($2 OR published_at IS NOT NULL) ORDER BY year DESC`,
    [code, withDrafts],
  );
}

/** Sets of criteria and results belong to the whole province: a role held further down does not reach them. */
export async function mayWriteIndexes(db: Db, actor: Actor): Promise<boolean> {
  const units = unitsWhere(actor, 'index.write');
  if (units.length === 0) return false;
  const [{ may }]: { may: boolean }[] = await db.query(
    'SELECT EXISTS (SELECT 1 FROM unit WHERE parent_id IS NULL AND id = ANY($1)) AS may',
    [units],
  );
  return may;
}

export async function requireIndexWriter(db: Db, actor: Actor): Promise<void> {
  if (!(await mayWriteIndexes(db, actor))) throw commonProblem('forbidden');
}
