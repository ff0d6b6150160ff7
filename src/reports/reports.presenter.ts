/** Counts of tasks. Drafts and cancelled tasks are in none of the cells; `all` is the sum of the four. */
export class Cells {
  all!: number;
  doneOnTime!: number;
  doneLate!: number;
  inTerm!: number;
  overdue!: number;
}

export class Rate {
  /** Per cent with two decimals, half up; null when the denominator is 0. */
  value!: number | null;
  numerator!: number;
  denominator!: number;
}

export class Rates {
  /** done ÷ (done + overdue) */
  completionOfDue!: Rate;
  /** done ÷ all */
  completionOfAll!: Rate;
  /** on time ÷ done */
  onTimeOfDone!: Rate;
}

export class CountedTotal {
  cells!: Cells;
  rates!: Rates;
}

export class ReportUnit {
  id!: string;
  code!: string;
  nameVi!: string;
  nameEn!: string;
}

export class ReportPerson {
  id!: string;
  displayName!: string;
  /** The person is invented (sample data). */
  invented!: boolean;
}

/** The edition a report speaks of. */
export class ReportEdition {
  id!: string;
  indexCode!: string;
  year!: number;
  nameVi!: string;
  nameEn!: string;
  /** Not an official annex; the label says so wherever figures of it show. */
  illustrative!: boolean;
  labelVi!: string | null;
  labelEn!: string | null;
  /** Whether every maximum is known. */
  complete!: boolean;
  /** Codes whose maximum is unknown. */
  missing!: string[];
}

/** Points of an index, low ≤ likely ≤ high; null where they cannot be computed. */
export class Band {
  low!: number | null;
  likely!: number | null;
  high!: number | null;
}

/** Why a figure on this screen is missing, or does not add up. */
export class ReportNote {
  vi!: string;
  en!: string;
}

/** The columns of counted-tasks.ts. */
export function cellsOf(row: Cells): Cells {
  return {
    all: row.all,
    doneOnTime: row.doneOnTime,
    doneLate: row.doneLate,
    inTerm: row.inTerm,
    overdue: row.overdue,
  };
}
