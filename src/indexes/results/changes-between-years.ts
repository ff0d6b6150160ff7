import type { Db } from '../edition/edition.queries';
import { indexByCode } from '../index.queries';
import { differenceExact } from '../scoring/exact';
import type { BetweenYears, NodeChange, Standing } from './changes.presenter';

export interface ChangesAsked {
  index: string;
  from: number;
  to: number;
  /** A unit's code, or a subject's name as published; without it, the province at the top of the units. */
  subjectCode?: string;
}

interface YearRow {
  nodeCode: string | null;
  nameVi: string | null;
  nameEn: string | null;
  fromScore: number | null;
  fromRank: number | null;
  fromRankedOf: number | null;
  fromUnit: string | null;
  toScore: number | null;
  toRank: number | null;
  toRankedOf: number | null;
  toUnit: string | null;
  publishedScore: number | null;
  publishedRank: number | null;
}

/**
 * How a subject's scores and ranks moved between two years: in total and for every field of the index, and for whatever
 * else has a result. Unknown is null, never 0; places < 0 are places lost. A change is computed where both years are
 * known on the same scale; where they are not, the change that was published stands in.
 */
export async function changesBetweenYears(
  db: Db,
  { index, from, to, subjectCode }: ChangesAsked,
): Promise<BetweenYears> {
  const { unit } = await indexByCode(db, index);
  const rows: YearRow[] = await db.query(moved, [index, from, to, subjectCode ?? null]);
  const total = rows.find((row) => row.nodeCode === null);
  const nodes = rows.filter((row) => row.nodeCode !== null).map(presentNode);
  const falls = nodes.filter(({ change }) => change.score !== null && change.score < 0);
  return {
    index,
    from,
    to,
    unit,
    total: standings(total),
    nodes,
    strongestFalls: falls.sort((a, b) => a.change.score! - b.change.score!).map(({ code }) => code),
  };
}

const moved = `
WITH subject AS (
  SELECT coalesce($4, (SELECT code FROM unit WHERE parent_id IS NULL AND level = 'province' ORDER BY valid_from DESC NULLS LAST LIMIT 1)) AS key
), known AS (
  SELECT r.* FROM result r, subject s
   WHERE r.index_code = $1 AND r.year IN ($2, $3) AND (r.subject_code = s.key OR r.subject_name = s.key)
), published AS (
  SELECT c.* FROM published_change c, subject s
   WHERE c.index_code = $1 AND c.from_year = $2 AND c.to_year = $3 AND (c.subject_code = s.key OR c.subject_name = s.key)
), named AS (
  -- Each node's name and place from the edition nearest to the later year.
  SELECT DISTINCT ON (n.code) n.code, n.name_vi, n.name_en, n.level, n.position, e.year
    FROM node n JOIN edition e ON e.id = n.edition_id
   WHERE e.index_code = $1 AND e.published_at IS NOT NULL
   ORDER BY n.code, abs(e.year - $3), e.year DESC
), wanted AS (
  SELECT code FROM named WHERE level = 'field' AND year = (SELECT year FROM named ORDER BY abs(year - $3), year DESC LIMIT 1)
  UNION SELECT node_code FROM known
  UNION SELECT node_code FROM published
)
SELECT w.code AS "nodeCode", n.name_vi AS "nameVi", n.name_en AS "nameEn",
       a.score AS "fromScore", a.rank AS "fromRank", a.ranked_of AS "fromRankedOf", a.unit_of_measure AS "fromUnit",
       b.score AS "toScore", b.rank AS "toRank", b.ranked_of AS "toRankedOf", b.unit_of_measure AS "toUnit",
       p.score_change AS "publishedScore", p.rank_change AS "publishedRank"
  FROM wanted w
  LEFT JOIN named n ON n.code = w.code
  LEFT JOIN known a ON a.year = $2 AND a.node_code IS NOT DISTINCT FROM w.code
  LEFT JOIN known b ON b.year = $3 AND b.node_code IS NOT DISTINCT FROM w.code
  LEFT JOIN published p ON p.node_code IS NOT DISTINCT FROM w.code
 ORDER BY n.position NULLS LAST, w.code`;

function presentNode(row: YearRow): NodeChange {
  return {
    code: row.nodeCode!,
    nameVi: row.nameVi ?? row.nodeCode!,
    nameEn: row.nameEn ?? row.nodeCode!,
    ...standings(row),
  };
}

function standings(row: YearRow | undefined): Pick<NodeChange, 'from' | 'to' | 'change'> {
  const from: Standing = {
    score: row?.fromScore ?? null,
    rank: row?.fromRank ?? null,
    rankedOf: row?.fromRankedOf ?? null,
  };
  const to: Standing = {
    score: row?.toScore ?? null,
    rank: row?.toRank ?? null,
    rankedOf: row?.toRankedOf ?? null,
  };
  const sameScale = row?.fromUnit === row?.toUnit;
  return {
    from,
    to,
    change: {
      score: (sameScale ? differenceExact(to.score, from.score) : null) ?? row?.publishedScore ?? null,
      places: differenceExact(from.rank, to.rank) ?? row?.publishedRank ?? null,
    },
  };
}
