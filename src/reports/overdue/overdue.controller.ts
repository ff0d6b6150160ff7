import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { ReportViews } from '../report-views';
import { PagedReportRequest, pageOf } from '../reports.requests';
import { AsTable } from '../table';
import { overdueTable, type OverdueReportAnswer } from './overdue.presenter';
import { OverdueReport } from './overdue.queries';

@Controller('reports/overdue')
export class OverdueReportController {
  constructor(
    private readonly views: ReportViews,
    private readonly report: OverdueReport,
  ) {}

  /** Which overdue task costs the most points, and whose it is. */
  @Allow('report.read')
  @AsTable(overdueTable)
  @Get()
  async list(@CallerOf() caller: Caller, @Query() request: PagedReportRequest): Promise<OverdueReportAnswer> {
    return this.report.read(await this.views.open(caller, request), pageOf(request));
  }
}
