import { uuidv7 } from 'uuidv7';
import type { Change } from '../../platform/change/change';
import type { Db } from '../edition/edition.queries';
import type { Result } from './result';

export type ResultRow = Result & { id: string };

const columns = `id, index_code AS "indexCode", year, node_code AS "nodeCode", subject_name AS "subjectName",
  subject_kind AS "subjectKind", subject_code AS "subjectCode", score, unit_of_measure AS "unitOfMeasure", rank,
  ranked_of AS "rankedOf", note, provenance`;

/** The subject is a unit's code, or a name as published. */
const filter = `index_code = $1 AND year = $2 AND ($3::text IS NULL OR subject_code = $3 OR subject_name = $3)`;

/** Totals first, then by node; within one, by name. */
export function resultsOf(
  db: Db,
  [code, year, subject]: [string, number, string | null],
  key: string[] | null,
  limit: number,
): Promise<ResultRow[]> {
  return db.query(
    `SELECT ${columns} FROM result
      WHERE ${filter}
        AND ($4::text IS NULL OR (coalesce(node_code, ''), subject_name COLLATE vietnamese, id) > ($4, $5, $6::uuid))
      ORDER BY coalesce(node_code, ''), subject_name COLLATE vietnamese, id LIMIT $7`,
    [code, year, subject, key?.[0] ?? null, key?.[1] ?? null, key?.[2] ?? null, limit],
  );
}

export async function countResults(db: Db, parameters: [string, number, string | null]): Promise<number> {
  const [{ count }]: { count: number }[] = await db.query(
    `SELECT count(*) FROM result WHERE ${filter}`,
    parameters,
  );
  return count;
}

/** Which of these are already there, by their position in the list. */
export async function existingAmong(db: Db, results: readonly Result[]): Promise<Set<number>> {
  const rows: { n: number }[] = await db.query(
    `SELECT g.n::int - 1 AS n
       FROM unnest($1::text[], $2::int[], $3::text[], $4::text[]) WITH ORDINALITY AS g(code, year, node, subject, n)
       JOIN result r ON r.index_code = g.code AND r.year = g.year AND coalesce(r.node_code, '') = g.node
        AND r.subject_name = g.subject`,
    [
      results.map((result) => result.indexCode),
      results.map((result) => result.year),
      results.map((result) => result.nodeCode ?? ''),
      results.map((result) => result.subjectName),
    ],
  );
  return new Set(rows.map(({ n }) => n));
}

/** One statement for all. A result that is already there is a conflict. */
export async function insertResults(change: Change, results: readonly Result[]): Promise<void> {
  await change.manager.query(
    `INSERT INTO result (id, index_code, year, node_code, subject_name, subject_kind, subject_code, score, unit_of_measure,
       rank, ranked_of, note, provenance)
     SELECT id, "indexCode", year, "nodeCode", "subjectName", "subjectKind", "subjectCode", score, "unitOfMeasure", rank,
            "rankedOf", note, provenance
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "indexCode" text, year int, "nodeCode" text, "subjectName" text,
         "subjectKind" text, "subjectCode" text, score numeric, "unitOfMeasure" text, rank int, "rankedOf" int, note text,
         provenance jsonb)`,
    [JSON.stringify(results.map((result) => ({ id: uuidv7(), ...result })))],
  );
}
