import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { Day } from '../platform/clock/day';
import { yearsAsOf } from './calendar.queries';
import { WorkingCalendar } from './working-calendar';

@Injectable()
export class Calendars {
  /** The calendar as it was known on a day, all years of it, in one query; without a day as it is known now. */
  async load(database: DataSource | EntityManager, asOf?: Day): Promise<WorkingCalendar> {
    return new WorkingCalendar(await yearsAsOf(database, asOf ?? null));
  }
}
