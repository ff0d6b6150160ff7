import { Clock } from '../../src/platform/clock/clock';
import { dayOf, momentOf, type Day } from '../../src/platform/clock/day';

/** A clock that a test sets: `clock.set('2023-09-15')` is nine in the morning of that day in Việt Nam. */
export class FakeClock extends Clock {
  private moment = momentOf('2026-11-23', 9);

  set(dayOrMoment: Day | Date): void {
    this.moment = typeof dayOrMoment === 'string' ? momentOf(dayOrMoment, 9) : dayOrMoment;
  }

  override now(): Date {
    return new Date(this.moment);
  }

  override today(): Day {
    return dayOf(this.moment);
  }
}
