import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { ReportViews } from '../report-views';
import { ReportRequest } from '../reports.requests';
import { AsTable } from '../table';
import { gapsTable, type GapsReportAnswer } from './gaps.presenter';
import { GapsReport } from './gaps.queries';

@Controller('reports/gaps')
export class GapsReportController {
  constructor(
    private readonly views: ReportViews,
    private readonly report: GapsReport,
  ) {}

  /** Where points are lost and nobody works on them, and where work brings no points. */
  @Allow('report.read')
  @AsTable(gapsTable)
  @Get()
  async show(@CallerOf() caller: Caller, @Query() request: ReportRequest): Promise<GapsReportAnswer> {
    return this.report.read(await this.views.open(caller, request));
  }
}
