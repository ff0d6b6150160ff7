import type { Day } from '../../platform/clock/day';
import { ActBy } from '../acts/acts.presenter';
import { NamedUnit, TaskDetail } from '../task/task.presenter';
import type { TaskState } from '../task/task-status';

export class DirectedTask {
  id!: string;
  code!: string;
  titleVi!: string;
  titleEn!: string | null;
  leadUnit!: NamedUnit;
  state!: TaskState;
  version!: number;
}

export class DirectionAnswer {
  at!: string;
  by!: ActBy | null;
  text!: string;
}

export class DirectionItem {
  id!: string;
  task!: DirectedTask;
  at!: string;
  by!: ActBy | null;
  text!: string;
  /** Null: nobody in person; the officers of the lead unit are told. */
  addressee!: ActBy | null;
  documentNumber!: string | null;
  documentDate!: Day | null;
  /** The last day for an answer. */
  answerBy!: Day | null;
  /** Null while it waits. */
  answer!: DirectionAnswer | null;
  /** Unanswered, and the last day for it has passed. */
  overdue!: boolean;
  /** What the caller may do with it now. */
  abilities!: 'answer'[];
}

export class DirectionList {
  items!: DirectionItem[];
  nextCursor!: string | null;
  count?: number;
}

/** A task, and the direction that was just given. */
export class TaskWithDirection extends TaskDetail {
  directionId!: string;
}

/** A row of directions.queries.ts. */
export type DirectionRow = Omit<DirectionItem, 'answer' | 'abilities'> & {
  answeredAt: string | null;
  answeredBy: ActBy | null;
  answerText: string | null;
  mayAnswer: boolean;
  sortKey: string;
};

export function presentDirection(row: DirectionRow): DirectionItem {
  const { answeredAt, answeredBy, answerText, mayAnswer, sortKey: _, ...shown } = row;
  const answer = answeredAt === null ? null : { at: answeredAt, by: answeredBy, text: answerText! };
  return { ...shown, answer, abilities: mayAnswer && !answer ? ['answer'] : [] };
}
