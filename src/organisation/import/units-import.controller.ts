import { Controller, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { answerImport, PostFile } from '../../platform/files/answer-import';
import { ImportOutcome } from '../../platform/files/import-outcome';
import { readTable } from '../../platform/files/table';
import { uploadedFile, withFile } from '../../platform/files/upload';
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
  @PostFile()
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
    return answerImport(reply, caller, outcome, (rejected) =>
      unitProblem('unit.import_rejected', { rejected }),
    );
  }
}
