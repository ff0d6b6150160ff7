import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { ReportViews } from '../report-views';
import { PagedReportRequest, pageOf } from '../reports.requests';
import { AsTable } from '../table';
import { peopleTable, type PeopleReportAnswer } from './people.presenter';
import { PeopleReport } from './people.queries';

@Controller('reports/people')
export class PeopleReportController {
  constructor(
    private readonly views: ReportViews,
    private readonly report: PeopleReport,
  ) {}

  /** Load and cells of each responsible individual on a day. */
  @Allow('report.read')
  @AsTable(peopleTable)
  @Get()
  async list(@CallerOf() caller: Caller, @Query() request: PagedReportRequest): Promise<PeopleReportAnswer> {
    return this.report.read(await this.views.open(caller, request), pageOf(request));
  }
}
