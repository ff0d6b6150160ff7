import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { ReportViews } from '../report-views';
import { ReportRequest } from '../reports.requests';
import { AsTable } from '../table';
import { statusTable, type StatusReportAnswer } from './status.presenter';
import { StatusReport } from './status.queries';

@Controller('reports/status')
export class StatusReportController {
  constructor(
    private readonly views: ReportViews,
    private readonly report: StatusReport,
  ) {}

  /** How many tasks are done on time, done late, in term and overdue on a day. */
  @Allow('report.read')
  @AsTable(statusTable)
  @Get()
  async show(@CallerOf() caller: Caller, @Query() request: ReportRequest): Promise<StatusReportAnswer> {
    return this.report.read(await this.views.open(caller, request));
  }
}
