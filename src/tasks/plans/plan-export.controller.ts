import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { CSV_TYPE, dispositionOf } from '../../platform/files/csv';
import { XLSX_TYPE } from '../../platform/files/xlsx/write-xlsx';
import { IdPipe } from '../../platform/http/id.pipe';
import { ExportPlan } from './export/export-plan';
import { ExportPlanRequest } from './plan.requests';

@ApiTags('plans')
@Controller('plans/:id/export')
export class PlanExportController {
  constructor(private readonly exportPlan: ExportPlan) {}

  /**
   * The tasks in the caller's scope as an appendix that can be imported again: CSV as data files have it, XLSX as it is
   * printed. Cancelled tasks, and parts that lead units handed down, are left out.
   */
  @Allow('plan.read')
  @Get()
  @ApiProduces('text/csv', XLSX_TYPE)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() { format = 'csv' }: ExportPlanRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { plan, content } = await this.exportPlan.run(caller, id, format);
    const fileName = `${plan.code}${plan.illustrative ? ' - minh họa' : ''}.${format}`;
    void reply.header('content-disposition', dispositionOf(fileName));
    return new StreamableFile(Readable.from(content), { type: format === 'csv' ? CSV_TYPE : XLSX_TYPE });
  }
}
