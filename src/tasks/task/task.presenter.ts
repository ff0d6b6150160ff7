import type { Actor } from '../../platform/access/actor';
import type { Day } from '../../platform/clock/day';
import type { HandDown } from './hand-down-facts';
import { abilitiesOf, type TaskAct } from './task.policy';
import type { Cell, TaskState } from './task-status';

export class NamedUnit {
  id!: string;
  code!: string;
  nameVi!: string;
  nameEn!: string;
}

export class NamedPerson {
  id!: string;
  displayName!: string;
  position!: string | null;
  /** The person is invented (sample data). */
  invented!: boolean;
}

export class CancelledBy {
  id!: string;
  displayName!: string;
}

export class LinkedComponent {
  id!: string;
  code!: string;
  nameVi!: string;
  nameEn!: string;
  maxPoints!: number | null;
  indexCode!: string;
  year!: number;
  /** The edition is not an official annex. */
  illustrative!: boolean;
}

export class ComponentList {
  items!: LinkedComponent[];
  nextCursor!: string | null;
}

export class TaskPlan {
  id!: string;
  code!: string;
  titleVi!: string;
  year!: number;
  illustrative!: boolean;
}

/** A task as lists show it. */
export class TaskItem {
  id!: string;
  code!: string;
  plan!: TaskPlan;
  parentId!: string | null;
  /** A part that the parent's lead unit handed down; the plan's document does not name it. */
  handedDown!: boolean;
  titleVi!: string;
  titleEn!: string | null;
  leadUnit!: NamedUnit;
  responsible!: NamedPerson | null;
  priority!: 'high' | 'normal' | 'low';
  fieldCode!: string | null;
  state!: TaskState;
  /** Null for drafts and cancelled tasks, which no report counts. */
  cell!: Cell | null;
  /** The same judged by the original due date, whatever was extended since. */
  cellByOriginalDueDate!: Cell | null;
  dueText!: string | null;
  dueDate!: Day | null;
  originalDueDate!: Day | null;
  percent!: number;
  /** A submission needs a piece of evidence. */
  evidenceRequired!: boolean;
  assignedOn!: Day | null;
  submittedOn!: Day | null;
  /** An extension request waits for a decision. */
  extensionPending!: boolean;
  version!: number;
  /** What the caller may do with it now. */
  abilities!: TaskAct[];
}

/** Why and by which document a task was cancelled. */
export class TaskCancellation {
  at!: string;
  by!: CancelledBy | null;
  reason!: string;
  documentNumber!: string | null;
  documentDate!: Day | null;
  issuer!: string | null;
}

/** The whole that a part belongs to. */
export class ParentTask {
  id!: string;
  code!: string;
  titleVi!: string;
  leadUnit!: NamedUnit;
}

/** The parts one level below, as far as the caller may read them; drafts and cancelled ones do not count. */
export class PartCounts {
  all!: number;
  done!: number;
  overdue!: number;
}

/** A task in full. */
export class TaskDetail extends TaskItem {
  deliverableVi!: string | null;
  deliverableEn!: string | null;
  sourceNumber!: string | null;
  sourceDate!: Day | null;
  coordinatingUnits!: NamedUnit[];
  components!: LinkedComponent[];
  /** Null for a task that is no part, and where the whole is not the caller's to read. */
  parent!: ParentTask | null;
  parts!: PartCounts;
  /** Null while the task is not cancelled. */
  cancellation!: TaskCancellation | null;
}

export class TaskPage {
  items!: TaskItem[];
  nextCursor!: string | null;
  count?: number;
}

/** A row of task.queries.ts: the response, plus what the policy needs. */
export type TaskRow<T extends TaskItem = TaskItem> = Omit<T, 'abilities'> & {
  unitIds: string[];
  handDown: HandDown | null;
  planClosed: boolean;
  sortKey?: string;
};

/** What only the policy and the cursor need; JSON leaves out what is undefined. */
const unseen = { unitIds: undefined, handDown: undefined, planClosed: undefined, sortKey: undefined };

export function presentTask<T extends TaskItem>(row: TaskRow<T>, actor: Actor): T {
  // A spread of so many fields takes V8 four times as long.
  return Object.assign({}, row, unseen, { abilities: abilitiesOf(actor, row) });
}
