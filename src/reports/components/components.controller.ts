import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { ReportViews } from '../report-views';
import { ReportRequest } from '../reports.requests';
import { AsTable } from '../table';
import type { ComponentsReportAnswer } from './components.presenter';
import { ComponentsReport } from './components.queries';
import { componentsTable } from './components.table';

@Controller('reports/components')
export class ComponentsReportController {
  constructor(
    private readonly views: ReportViews,
    private readonly report: ComponentsReport,
  ) {}

  /** Every component of an edition: its tasks on a day, the points it lost, gives and may still give. */
  @Allow('report.read')
  @AsTable(componentsTable)
  @Get()
  async list(@CallerOf() caller: Caller, @Query() request: ReportRequest): Promise<ComponentsReportAnswer> {
    return this.report.read(await this.views.open(caller, request));
  }
}
