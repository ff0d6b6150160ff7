import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Allow } from '../platform/access/allow';
import { CallerOf, type Caller } from '../platform/access/caller';
import { dayOf } from '../platform/clock/day';
import { fieldError, invalid } from '../platform/errors/common-problems';
import { WorkingDays } from './calendar.presenter';
import { WorkingDaysQuery } from './calendar.requests';
import { Calendars } from './calendars';

@ApiTags('calendar')
@Controller('calendar/working-days')
export class WorkingDaysController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly calendars: Calendars,
  ) {}

  /** `from` and `add`: the n-th working day after it. `from` and `to`: how many working days lie between. */
  @Allow('calendar.read')
  @Get()
  async compute(@Query() query: WorkingDaysQuery, @CallerOf() caller: Caller): Promise<WorkingDays> {
    const { from, add, to, asOf } = query;
    if ((add === undefined) === (to === undefined)) {
      throw invalid(
        fieldError('add', 'calendar.add_or_to', {
          vi: 'Gửi đúng một trong hai: "add" (số ngày làm việc) hoặc "to" (đến ngày).',
          en: 'Send exactly one of "add" (a number of working days) and "to" (a day).',
        }),
      );
    }
    const calendar = await this.calendars.load(this.dataSource, asOf ?? dayOf(caller.now));
    if (to !== undefined) {
      return {
        count: calendar.countWorkingDays(from, to),
        provisional: to !== from && calendar.isProvisional(from, to),
      };
    }
    const date = calendar.addWorkingDays(from, add!);
    return { date, provisional: add !== 0 && calendar.isProvisional(from, date) };
  }
}
