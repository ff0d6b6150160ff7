import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { ReportViews } from '../report-views';
import { ReportRequest } from '../reports.requests';
import { AsTable } from '../table';
import { forecastTable, type ForecastReportAnswer } from './forecast.presenter';
import { ForecastReport } from './forecast.queries';

@Controller('reports/forecast')
export class ForecastReportController {
  constructor(
    private readonly views: ReportViews,
    private readonly report: ForecastReport,
  ) {}

  /** What the index will be: a band, by field, with surveys shown apart. */
  @Allow('report.read')
  @AsTable(forecastTable)
  @Get()
  async show(@CallerOf() caller: Caller, @Query() request: ReportRequest): Promise<ForecastReportAnswer> {
    return this.report.read(await this.views.open(caller, request));
  }
}
