import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { yearOf, type Day } from '../../platform/clock/day';
import { KnownCalendar, whereKnown } from './known-calendar';

/** The day on which a rule's step (in working days from the due date) falls. */
export interface FireDay {
  dueDate: Day;
  step: number;
  fireOn: Day;
}

/** Working days are counted here and handed to SQL as a list. */
@Injectable()
export class FireDays {
  private readonly log = new Logger('Reminders');
  private readonly missed = new Set<number>();

  constructor(private readonly calendar: KnownCalendar) {}

  /** A due date whose year has no calendar yet is left to a later reconcile; new calendars ask for one. */
  async of(manager: EntityManager, dueDates: Day[], steps: number[]): Promise<FireDay[]> {
    const calendar = await this.calendar.current(manager);
    return dueDates.flatMap((dueDate) =>
      steps.flatMap((step) => {
        const fireOn = whereKnown(() => calendar.addWorkingDays(dueDate, step));
        if (fireOn === null) this.warnOnce(yearOf(dueDate));
        return fireOn === null ? [] : [{ dueDate, step, fireOn }];
      }),
    );
  }

  private warnOnce(year: number): void {
    if (this.missed.has(year)) return;
    this.missed.add(year);
    this.log.warn(`Some reminders of due dates in ${year} wait for a working calendar`);
  }
}
