import type { Day } from '../../platform/clock/day';
import { ActBy } from '../acts/acts.presenter';
import { NamedUnit, TaskPlan } from '../task/task.presenter';
import { openStates, type Cell, type TaskState } from '../task/task-status';

/** What a coordinating unit says of its own share. */
export class CoordinationNote {
  id!: string;
  /** RFC 3339. */
  at!: string;
  by!: ActBy | null;
  percent!: number;
  text!: string;
}

export class CoordinationNoteOfUnit extends CoordinationNote {
  unit!: NamedUnit;
}

/** Newest first. */
export class CoordinationNotePage {
  items!: CoordinationNoteOfUnit[];
  nextCursor!: string | null;
  count?: number;
}

/** One of the caller's units that helps with a task. */
export class HelpingUnit {
  unit!: NamedUnit;
  latestNote!: CoordinationNote | null;
  /** `note` where the caller may write for this unit now. */
  abilities!: 'note'[];
}

/** A task as a coordinating unit sees it: what it is asked to help with, and its own notes; nothing of the lead unit's work. */
export class CoordinationItem {
  id!: string;
  code!: string;
  plan!: TaskPlan;
  titleVi!: string;
  titleEn!: string | null;
  deliverableVi!: string | null;
  deliverableEn!: string | null;
  leadUnit!: NamedUnit;
  dueDate!: Day | null;
  state!: TaskState;
  /** Null for a cancelled task. */
  cell!: Cell | null;
  /** The caller's coordinating units, those without a note first; a list shows ten of them, a single task all. */
  units!: HelpingUnit[];
  unitCount!: number;
  /** How many of them have said nothing yet of an open task. */
  awaitingCount!: number;
}

export class CoordinationPage {
  items!: CoordinationItem[];
  nextCursor!: string | null;
  count?: number;
}

/** With a page of the notes of the caller's units. */
export class CoordinationDetail extends CoordinationItem {
  notes!: CoordinationNotePage;
}

/** A unit that helps, or helped, with a task, as the lead unit sees it. */
export class CoordinatingUnit {
  unit!: NamedUnit;
  /** False for a unit that no longer helps; what it said stays on record. */
  coordinates!: boolean;
  noteCount!: number;
  latestNote!: CoordinationNote | null;
}

export class CoordinatingUnitPage {
  items!: CoordinatingUnit[];
  nextCursor!: string | null;
  count?: number;
}

/** A row of coordination.queries.ts. */
export type CoordinationRow = Omit<CoordinationItem, 'units'> & {
  units: (Omit<HelpingUnit, 'abilities'> & { reports: boolean })[];
  sortKey: string;
};

export function presentCoordination({ sortKey: _key, units, ...row }: CoordinationRow): CoordinationItem {
  const open = openStates.includes(row.state);
  return {
    ...row,
    units: units.map(({ reports, ...unit }) => ({ ...unit, abilities: open && reports ? ['note'] : [] })),
  };
}
