import type { Actor } from '../../platform/access/actor';
import type { Day } from '../../platform/clock/day';
import type { WeeklyReview } from './weekly-content';

/** The figures of a weekly review. They are those of the reports, which stand above this room, so the reports bring them (decision 0033). */
export abstract class Review {
  /** Of the plans of some years within the reader's scope, on a day and a week before. */
  abstract of(reader: Actor, years: number[], today: Day): Promise<WeeklyReview>;
}
