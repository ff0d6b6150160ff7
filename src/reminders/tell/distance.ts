import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { daysBetween, type Day } from '../../platform/clock/day';
import { KnownCalendar, whereKnown } from '../derive/known-calendar';

/** Days from today to the due date; negative when it has passed. `working` is null where no calendar is known. */
export interface Distance {
  calendar: number;
  working: number | null;
}

@Injectable()
export class Distances {
  constructor(private readonly calendar: KnownCalendar) {}

  async between(manager: EntityManager, today: Day, dueDate: Day | null): Promise<Distance | null> {
    if (dueDate === null) return null;
    const calendar = await this.calendar.current(manager);
    const working = whereKnown(() => calendar.countWorkingDays(today, dueDate));
    return { calendar: daysBetween(today, dueDate), working };
  }
}
