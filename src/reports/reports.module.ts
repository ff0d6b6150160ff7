import { Global, Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module';
import { Review, Stakes } from '../reminders/reminders.api';
import { ChangesReportController } from './changes/changes.controller';
import { ComponentsReportController } from './components/components.controller';
import { ComponentsReport } from './components/components.queries';
import { ForecastReportController } from './forecast/forecast.controller';
import { ForecastReport } from './forecast/forecast.queries';
import { GapsReportController } from './gaps/gaps.controller';
import { GapsReport } from './gaps/gaps.queries';
import { OverdueReportController } from './overdue/overdue.controller';
import { OverdueReport } from './overdue/overdue.queries';
import { PeopleReportController } from './people/people.controller';
import { PeopleReport } from './people/people.queries';
import { PlanPoints } from './plan-points';
import { ReportEditions } from './report-editions';
import { ReportViews } from './report-views';
import { PlanReview } from './review/plan-review';
import { PlanStakes } from './stakes';
import { StatusReportController } from './status/status.controller';
import { StatusReport } from './status/status.queries';
import { UnitsReportController } from './units/units.controller';
import { UnitsReport } from './units/units.queries';

/**
 * The read side: every report answers for any day and only within the reader's scope. It brings the room below, which
 * may not ask for them, the points and figures that letters speak of.
 */
@Global()
@Module({
  imports: [CalendarModule],
  controllers: [
    StatusReportController,
    UnitsReportController,
    ComponentsReportController,
    PeopleReportController,
    OverdueReportController,
    GapsReportController,
    ForecastReportController,
    ChangesReportController,
  ],
  providers: [
    ReportViews,
    ReportEditions,
    PlanPoints,
    StatusReport,
    UnitsReport,
    ComponentsReport,
    PeopleReport,
    OverdueReport,
    GapsReport,
    ForecastReport,
    { provide: Stakes, useClass: PlanStakes },
    { provide: Review, useClass: PlanReview },
  ],
  exports: [ReportViews, OverdueReport, Stakes, Review],
})
export class ReportsModule {}
