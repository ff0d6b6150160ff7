import type { Locale } from '../../platform/errors/problem';
import { ImportOutcome, outcomeOf, type ImportedRow } from '../../platform/files/import-outcome';
import { faultsByRow } from '../faults-by-row';
import { CheckResponse, TotalsResponse } from './edition.presenter';
import type { Upload } from './import-edition';

export class EditionImportOutcome extends ImportOutcome {
  index!: string;
  year!: number | null;
  /** Null after a dry run. */
  editionId!: string | null;
  /** Faults of the whole, which belong to no row. */
  errors!: ImportError[];
  missing!: string[];
  totals!: TotalsResponse;
  checks!: CheckResponse[];
}

export class ImportError {
  path!: string;
  code!: string;
  message!: string;
}

export function presentImport(read: Upload, locale: Locale, editionId: string | null): EditionImportOutcome {
  const byRow = faultsByRow(read.faults);
  const paths = new Set(read.nodes.map((node) => node.path));
  const rows = read.nodes.map((node): ImportedRow => {
    const faults = byRow.get(node.path) ?? [];
    const { code, level, nameVi, maxPoints, parentCode, rule, source } = node;
    return {
      row: node.row,
      kind: level,
      outcome: faults.length > 0 ? 'rejected' : maxPoints === null ? 'accepted_with_warning' : 'accepted',
      codes:
        faults.length > 0
          ? faults.map((fault) => fault.code)
          : maxPoints === null
            ? ['max_points_unknown']
            : [],
      message: faults.map((fault) => fault.texts[locale]).join(' ') || null,
      normalised: { code, parentCode, nameVi, maxPoints, rule, source },
    };
  });
  return {
    ...outcomeOf(rows),
    index: read.head.indexCode,
    year: Number.isInteger(read.head.year) ? read.head.year : null,
    editionId,
    errors: [...byRow]
      .filter(([row]) => !paths.has(row))
      .flatMap(([, faults]) =>
        faults.map(({ path, code, texts }) => ({ path, code, message: texts[locale] })),
      ),
    missing: read.missing,
    totals: read.totals,
    checks: read.checks,
  };
}
