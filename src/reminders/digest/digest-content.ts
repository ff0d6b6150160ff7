import type { Day } from '../../platform/clock/day';
import type { Texts } from '../../platform/errors/problem';
import type { Awaited } from '../../tasks/tasks.api';
import type { NotificationKind } from '../reminder';

/** The parts of a digest, the gravest first; a task stands in the first that fits. */
export const sectionKinds = [
  'overdue',
  'due_today',
  'due_soon',
  'returned',
  'waiting',
  'no_progress',
  'also_new',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** One task as it stands on the day of the digest. */
export interface DigestTask {
  taskId: string;
  code: string;
  title: Texts;
  unit: Texts;
  responsible: string | null;
  dueDate: Day | null;
  /** Days from the digest's day to the due date, below zero when it has passed; `working` is null without a calendar. */
  distance: { calendar: number; working: number | null } | null;
  /** As people read them; null where the reader may not know them. */
  points: number | null;
  waits: Awaited[];
  /** Told since the last digest, and of what. */
  news: NotificationKind[];
}

/** What was told and stands in no other part: the notification's own words. Without a task one may read, the inbox opens. */
export interface DigestWord {
  taskId: string | null;
  words: Texts;
}

export interface DigestSection {
  kind: SectionKind;
  /** All of them, written or not. */
  count: number;
  tasks: DigestTask[];
  words: DigestWord[];
}

export interface DigestUnit {
  unit: Texts;
  overdue: number;
  worstDaysLate: number;
}

/** What a digest says, kept as its row's `content`: facts, to be put into words when the letter is written. */
export interface DigestContent {
  day: Day;
  /** Last day of "due soon". */
  horizon: Day;
  sections: DigestSection[];
  /** Whose tasks are overdue, the most first; empty unless there are several units. */
  units: DigestUnit[];
  unitCount: number;
  /** Some of the tasks belong to a plan that is not a real one. */
  illustrative: boolean;
}
