import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { asDownload, CSV_TYPE, toCsv } from '../../platform/files/csv';
import { IdPipe } from '../../platform/http/id.pipe';
import { appendixColumns, appendixOf, groupsOf, MAX_EXPORT } from './plan-appendix';
import { planProblem } from './plan.problems';
import { visiblePlan } from './plan.queries';
import { ExportPlanRequest } from './plan.requests';

@ApiTags('plans')
@Controller('plans/:id/export')
export class PlanExportController {
  constructor(private readonly dataSource: DataSource) {}

  /** The tasks in the caller's scope as an appendix that can be imported again. Cancelled tasks are left out. */
  @Allow('plan.read')
  @Get()
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @CallerOf() { actor }: Caller,
    @Param('id', IdPipe) id: string,
    @Query() _: ExportPlanRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { manager } = this.dataSource;
    const plan = await visiblePlan(manager, actor, id);
    const rows = await appendixOf(manager, actor, plan);
    if (rows.length > MAX_EXPORT) throw planProblem('plan.export_too_large', { limit: MAX_EXPORT });
    const columns = appendixColumns(plan, await groupsOf(manager, plan));
    return asDownload(reply, `${plan.code}.csv`, CSV_TYPE, toCsv(columns, rows));
  }
}
