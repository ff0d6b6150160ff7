import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { ReportViews } from '../report-views';
import { UnitsReportRequest, pageOf } from '../reports.requests';
import { AsTable } from '../table';
import { unitsTable, type UnitsReportAnswer } from './units.presenter';
import { UnitsReport } from './units.queries';

@Controller('reports/units')
export class UnitsReportController {
  constructor(
    private readonly views: ReportViews,
    private readonly report: UnitsReport,
  ) {}

  /** The four cells of each lead unit on a day. */
  @Allow('report.read')
  @AsTable(unitsTable)
  @Get()
  async list(@CallerOf() caller: Caller, @Query() request: UnitsReportRequest): Promise<UnitsReportAnswer> {
    return this.report.read(await this.views.open(caller, request), pageOf(request));
  }
}
