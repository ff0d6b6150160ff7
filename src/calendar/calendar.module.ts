import { Module } from '@nestjs/common';
import { CalendarYearsController } from './calendar-years.controller';
import { Calendars } from './calendars';
import { WorkingDaysController } from './working-days.controller';

@Module({
  controllers: [CalendarYearsController, WorkingDaysController],
  providers: [Calendars],
  exports: [Calendars],
})
export class CalendarModule {}
