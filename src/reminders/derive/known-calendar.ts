import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Calendars, type WorkingCalendar } from '../../calendar/calendar.api';
import { Problem } from '../../platform/errors/problem';

/** The working calendar as it is known now, read again only when a year of it has a new version. */
@Injectable()
export class KnownCalendar {
  private known?: { versions: string; calendar: WorkingCalendar };

  constructor(private readonly calendars: Calendars) {}

  async current(manager: EntityManager): Promise<WorkingCalendar> {
    const [{ versions }]: { versions: string }[] = await manager.query(
      `SELECT coalesce(string_agg(year || ':' || version, ' ' ORDER BY year, version), '') AS versions FROM calendar_year`,
    );
    if (this.known?.versions !== versions)
      this.known = { versions, calendar: await this.calendars.load(manager) };
    return this.known.calendar;
  }
}

/** What the calendar answers, or null where it has no days of a year. */
export function whereKnown<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
