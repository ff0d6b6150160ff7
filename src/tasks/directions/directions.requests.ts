import { Day } from '../../platform/clock/day';
import { DayField, Flag, Id, Nullable, OneOf, Optional, PageRequest, Text } from '../../platform/http/fields';

const LONG = 4000;

export class GiveDirection {
  @Text(LONG) text!: string;
  /**
   * An active person of the lead unit or of a coordinating unit. Left out: the responsible individual, else the head of
   * the lead unit, else nobody in person.
   */
  @Nullable() @Id() addresseeId?: string | null;
  /** The last day for an answer; not before today. */
  @Nullable() @DayField() answerBy?: Day | null;
  /** The document that carries the direction, where there is one. */
  @Nullable() @Text(100) documentNumber?: string | null;
  @Nullable() @DayField() documentDate?: Day | null;
}

export class AnswerDirection {
  @Text(LONG) text!: string;
}

const sides = ['addressee', 'giver'] as const;

export class DirectionSearch extends PageRequest {
  /** True: those that wait for an answer; false: those that have one. */
  @Optional() @Flag() unanswered?: boolean;
  /** True: unanswered although the last day for it has passed. */
  @Optional() @Flag() overdue?: boolean;
  /** True: those I gave or am to answer; those given to nobody in person are for whoever reports for the lead unit. */
  @Optional() @Flag() mine?: boolean;
  /** Of mine only what I am to answer (`addressee`) or what I gave (`giver`). */
  @Optional() @OneOf(sides) as?: (typeof sides)[number];
}
