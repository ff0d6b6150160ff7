import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WorkingCalendar } from '../../calendar/calendar.api';
import { daysBetween, type Day } from '../../platform/clock/day';
import { KnownCalendar, whereKnown } from '../derive/known-calendar';

/** Days from today to another day; negative when it has passed. `working` is null where no calendar is known. */
export interface Distance {
  calendar: number;
  working: number | null;
}

@Injectable()
export class Distances {
  private counted?: { today: Day; calendar: WorkingCalendar; days: Map<Day, Distance> };

  constructor(private readonly calendar: KnownCalendar) {}

  /** Counts from one day to many; each day is counted once, until the day or the calendar is another. */
  async from(manager: EntityManager, today: Day): Promise<(day: Day | null) => Distance | null> {
    const calendar = await this.calendar.current(manager);
    if (this.counted?.today !== today || this.counted.calendar !== calendar)
      this.counted = { today, calendar, days: new Map() };
    const { days } = this.counted;
    return (day) => {
      if (day === null) return null;
      const known = days.get(day);
      if (known) return known;
      const working = whereKnown(() => calendar.countWorkingDays(today, day));
      const distance = { calendar: daysBetween(today, day), working };
      days.set(day, distance);
      return distance;
    };
  }
}
