import { uuidv7 } from 'uuidv7';
import type { Change } from '../../platform/change/change';
import { invalid } from '../../platform/errors/common-problems';
import type { FieldError } from '../../platform/errors/problem';
import { readResult } from '../results/result';
import { insertResults } from '../results/results.queries';

/** The file index-results.json: published results of several indexes and years, and changes published between years. */
export interface ResultsFile {
  rows: (Record<string, unknown> & { index: string; year: number })[];
  publishedChanges: PublishedChange[];
}

export interface PublishedChange {
  index: string;
  componentCode: string | null;
  subject: string;
  subjectCode: string | null;
  fromYear: number;
  toYear: number;
  scoreChange: number | null;
  rankChange: number | null;
  provenance: object;
}

/** Stores everything with its provenance, in two statements. */
export async function importResults(change: Change, { rows, publishedChanges }: ResultsFile): Promise<void> {
  const faults: FieldError[] = [];
  const results = rows.map((row, n) => {
    const provenance = { ...(row.provenance as object), ...(row.range ? { range: row.range } : {}) };
    return readResult({ ...row, provenance }, `rows[${n}]`, { indexCode: row.index, year: row.year }, faults);
  });
  if (faults.length > 0) throw invalid(...faults);
  await insertResults(change, results);
  await insertChanges(change, publishedChanges);
  change.record({
    act: 'results.imported',
    subjectType: 'results',
    subjectId: uuidv7(),
    unitId: null,
    changes: { rows: [null, rows.length], publishedChanges: [null, publishedChanges.length] },
  });
}

async function insertChanges(change: Change, changes: readonly PublishedChange[]): Promise<void> {
  await change.manager.query(
    `INSERT INTO published_change (id, index_code, node_code, subject_name, subject_code, from_year, to_year, score_change,
       rank_change, provenance)
     SELECT id, index, "componentCode", subject, "subjectCode", "fromYear", "toYear", "scoreChange", "rankChange", provenance
       FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, index text, "componentCode" text, subject text, "subjectCode" text,
         "fromYear" int, "toYear" int, "scoreChange" numeric, "rankChange" int, provenance jsonb)`,
    [JSON.stringify(changes.map((each) => ({ id: uuidv7(), ...each })))],
  );
}
