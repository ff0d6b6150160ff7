import type { Actor } from '../../platform/access/actor';
import type { Day } from '../../platform/clock/day';
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

/** A task in full. */
export class TaskDetail extends TaskItem {
  deliverableVi!: string | null;
  deliverableEn!: string | null;
  sourceNumber!: string | null;
  sourceDate!: Day | null;
  coordinatingUnits!: NamedUnit[];
  components!: LinkedComponent[];
}

export class TaskPage {
  items!: TaskItem[];
  nextCursor!: string | null;
  count?: number;
}

/** A row of task.queries.ts: the response, plus what the policy needs. */
export type TaskRow<T extends TaskItem = TaskItem> = Omit<T, 'abilities'> & {
  unitIds: string[];
  planClosed: boolean;
  sortKey?: string;
};

export function presentTask<T extends TaskItem>(row: TaskRow<T>, actor: Actor): T {
  const { unitIds: _units, planClosed: _closed, sortKey: _key, ...shown } = row;
  const abilities = abilitiesOf(actor, row);
  return { ...shown, abilities } as unknown as T;
}
