export const rowOutcomes = ['accepted', 'accepted_with_warning', 'rejected'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** What became of one line of an imported file. */
export class ImportedRow {
  /** Number of the line as a spreadsheet shows it. */
  row!: number;
  /** What the line describes: `unit`, `user`, `task` … */
  kind!: string;
  outcome!: RowOutcome;
  /** Every fault or doubt found, as stable codes; empty when there is none. */
  codes!: string[];
  /** Words for them in the caller's language. */
  message!: string | null;
  /** The line as it was understood. */
  normalised!: Record<string, unknown> | null;
}

export class ImportSummary {
  rows!: number;
  accepted!: number;
  acceptedWithWarning!: number;
  rejected!: number;
}

/** The answer of an import: all lines are taken, or none when one is rejected. */
export class ImportOutcome {
  summary!: ImportSummary;
  rows!: ImportedRow[];
}

export function outcomeOf(rows: ImportedRow[]): ImportOutcome {
  const count = (outcome: RowOutcome) => rows.filter((row) => row.outcome === outcome).length;
  return {
    summary: {
      rows: rows.length,
      accepted: count('accepted'),
      acceptedWithWarning: count('accepted_with_warning'),
      rejected: count('rejected'),
    },
    rows,
  };
}
