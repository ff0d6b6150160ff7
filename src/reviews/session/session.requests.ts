import type { Day } from '../../platform/clock/day';
import {
  DayField,
  Id,
  Nullable,
  OneOf,
  Optional,
  PageRequest,
  Text,
  Whole,
} from '../../platform/http/fields';

export const decisions = ['urge', 'extend', 'reassign', 'accept_explanation'] as const;
export type Decision = (typeof decisions)[number];

export class SessionsRequest extends PageRequest {
  /** open: not yet concluded. */
  @Optional() @OneOf(['open', 'concluded']) state?: 'open' | 'concluded';
}

export class OpenSession {
  /** Whose tasks, with those of every unit below it. */
  @Id() unitId!: string;
  @Optional() @Id() planId?: string;
  /** So many overdue tasks, those with the most points at stake. */
  @Whole(1, 200) items: number = 50;
}

export class DecideItem {
  @OneOf(decisions) decision!: Decision;
  /** What is ordered, or why the explanation is accepted. */
  @Text(4000) text!: string;
  /** urge: the last day for an answer. */
  @Nullable() @DayField() answerBy?: Day | null;
  /** extend: the new due date. */
  @Nullable() @DayField() newDueDate?: Day | null;
  /** reassign: an active person of the lead unit. */
  @Nullable() @Id() responsibleId?: string | null;
}
