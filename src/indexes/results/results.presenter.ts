import type { Locale } from '../../platform/errors/problem';
import { ImportOutcome, outcomeOf } from '../../platform/files/import-outcome';
import { faultsByRow } from '../faults-by-row';
import type { ReadResults } from './import-results';
import type { SubjectKind } from './result';
import type { ResultRow } from './results.queries';

export class ResultResponse {
  id!: string;
  /** Null: the index as a whole. */
  componentCode!: string | null;
  subject!: string;
  subjectKind!: SubjectKind;
  subjectCode!: string | null;
  /** Null is unknown, never 0. */
  score!: number | null;
  unitOfMeasure!: string;
  rank!: number | null;
  rankedOf!: number | null;
  note!: string | null;
  /** Where the figure comes from: found, or derived and how. */
  provenance!: object;
}

export class ResultPage {
  items!: ResultResponse[];
  nextCursor!: string | null;
  count?: number;
}

export function presentResult(row: ResultRow): ResultResponse {
  const {
    id,
    nodeCode,
    subjectName,
    subjectKind,
    subjectCode,
    score,
    unitOfMeasure,
    rank,
    rankedOf,
    note,
    provenance,
  } = row;
  return {
    id,
    componentCode: nodeCode,
    subject: subjectName,
    subjectKind,
    subjectCode,
    score,
    unitOfMeasure,
    rank,
    rankedOf,
    note,
    provenance,
  };
}

export function presentResultsImport(read: ReadResults, locale: Locale): ImportOutcome {
  const byRow = faultsByRow([...read.faults, ...read.existing]);
  return outcomeOf(
    read.results.map((result, n) => {
      const faults = byRow.get(read.paths[n]) ?? [];
      const { subjectName, nodeCode, score, rank, rankedOf } = result;
      return {
        row: read.rows[n],
        kind: 'result',
        outcome: faults.length > 0 ? 'rejected' : 'accepted',
        codes: faults.map((fault) => fault.code),
        message: faults.map((fault) => fault.texts[locale]).join(' ') || null,
        normalised: { subject: subjectName, componentCode: nodeCode, score, rank, rankedOf },
      };
    }),
  );
}
