import type { Day } from '../../platform/clock/day';
import type { Texts } from '../../platform/errors/problem';
import type { ShownTask } from './shared-blocks';

export const cellNames = ['doneOnTime', 'doneLate', 'inTerm', 'overdue'] as const;
export const rateNames = ['completionOfDue', 'completionOfAll', 'onTimeOfDone'] as const;

/** The four cells and the rates of a day, as the reports give them. */
export interface ReviewFigures {
  cells: Record<(typeof cellNames)[number] | 'all', number>;
  rates: Record<(typeof rateNames)[number], { value: number | null; numerator: number; denominator: number }>;
}

export interface ReviewTask extends ShownTask {
  taskId: string;
  /** Of what waits: since when. */
  since?: Day;
  /** Of what is done: how. */
  cell?: 'doneOnTime' | 'doneLate';
}

/** The first tasks of a list, and how many there are in all. */
export interface ReviewList {
  count: number;
  tasks: ReviewTask[];
}

export interface ReviewUnit {
  unit: Texts;
  overdue: number;
  worstDaysLate: number;
  /** The sum over its overdue tasks; null where the reader may not know it. */
  points: number | null;
}

/** How the tasks of one reader's scope stand on a day, and what has moved within a week. */
export interface WeeklyReview {
  day: Day;
  /** A week before. */
  before: Day;
  years: number[];
  now: ReviewFigures;
  then: ReviewFigures;
  becameOverdue: ReviewList;
  done: ReviewList;
  /** The most points at stake first. */
  overdue: ReviewList;
  calls: ReviewUnit[];
  submissions: ReviewList;
  extensions: ReviewList;
  illustrative: boolean;
}

/** What a weekly letter says, kept as its row's `content`. */
export interface WeeklyContent extends WeeklyReview {
  /** Units over which the reader stands, the first of them. */
  scope: Texts[];
  scopeCount: number;
}
