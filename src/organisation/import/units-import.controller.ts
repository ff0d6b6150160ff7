import { Controller, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { ImportOutcome } from '../../platform/files/import-outcome';
import { readTable } from '../../platform/files/table';
import { uploadedFile, withFile } from '../../platform/files/upload';
import { presentProblem } from '../../platform/http/problem.filter';
import { unitProblem } from '../organisation.problems';
import { ImportUnitsQuery } from '../unit/unit.requests';
import { ImportUnitsFile } from './import-units-file';

const ROWS = 5_000;

@ApiTags('units')
@Controller('units/import')
export class UnitsImportController {
  constructor(private readonly importFile: ImportUnitsFile) {}

  /**
   * Units from a CSV or XLSX file in the field `file`: code, nameVi, nameEn, level, parentCode, validFrom, validTo,
   * gsoCode, subtype, aliases (separated by `;`). Parents may come later in the file. With `dryRun=true` only says what
   * would happen. A rejected row means that nothing is written: 422, with every row's outcome.
   */
  @Allow('unit.write')
  @Post()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async import(
    @CallerOf() caller: Caller,
    @Query() { dryRun }: ImportUnitsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportOutcome> {
    const { fileName, content } = await uploadedFile(request);
    const table = await readTable(fileName, content, { rows: ROWS });
    if (dryRun) return this.importFile.preview(caller, table);
    const outcome = await this.importFile.commit(withFile(caller, content), table);
    if (outcome.summary.rejected === 0) return outcome;
    const refusal = unitProblem('unit.import_rejected', { rejected: outcome.summary.rejected });
    void reply.status(refusal.status).header('content-type', 'application/problem+json; charset=utf-8');
    return { ...presentProblem(refusal, caller.locale, caller.requestId), ...outcome };
  }
}
