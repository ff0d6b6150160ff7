/** As in every report: `all` is the sum of the four. */
export class CountedCells {
  all!: number;
  doneOnTime!: number;
  doneLate!: number;
  inTerm!: number;
  overdue!: number;
}

export class CountedStates {
  draft!: number;
  assigned!: number;
  in_progress!: number;
  submitted!: number;
  returned!: number;
  accepted!: number;
  cancelled!: number;
}

export class CountedRelations {
  mine!: number;
  myUnit!: number;
  assignedByMe!: number;
  waitingForMe!: number;
}

/** The number on each tab of a list; each equals the list's own count with that cell or state. */
export class TaskCounts {
  /** Every task of the list: the four cells, drafts and cancelled ones. */
  all!: number;
  cells!: CountedCells;
  /** Submitted and not yet decided; each is in term or overdue as well. */
  awaitingAcceptance!: number;
  drafts!: number;
  cancelled!: number;
  byState!: CountedStates;
  relations?: CountedRelations;
}

/** What one statement counted. */
export type CountRow = Pick<TaskCounts, 'all' | 'cells' | 'byState' | 'relations'>;

export function presentCounts({ all, cells, byState, relations }: CountRow): TaskCounts {
  return {
    ...{ all, cells },
    awaitingAcceptance: byState.submitted,
    drafts: byState.draft,
    cancelled: byState.cancelled,
    byState,
    ...(relations && { relations }),
  };
}
