import { Controller, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../../platform/access/allow';
import { CallerOf, type Caller } from '../../../platform/access/caller';
import { answerImport, PostFile } from '../../../platform/files/answer-import';
import { ImportOutcome } from '../../../platform/files/import-outcome';
import { readTable } from '../../../platform/files/table';
import { uploadedFile, withFile } from '../../../platform/files/upload';
import { identityProblem } from '../../identity.problems';
import { ImportUsersQuery } from '../user.requests';
import { ImportUsersFile } from './import-users-file';

const ROWS = 2_000;

@ApiTags('users')
@Controller('users/import')
export class UsersImportController {
  constructor(private readonly importFile: ImportUsersFile) {}

  /**
   * People from a CSV or XLSX file in the field `file`: displayName, unitCode, and as wished username, email, position,
   * role, roleUnitCode (the own unit when left out), password. With `dryRun=true` only says what would happen. A
   * rejected row means that nothing is written: 422, with every row's outcome.
   */
  @Allow('user.write')
  @PostFile()
  async import(
    @CallerOf() caller: Caller,
    @Query() { dryRun }: ImportUsersQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportOutcome> {
    const { fileName, content } = await uploadedFile(request);
    const table = await readTable(fileName, content, { rows: ROWS });
    if (dryRun) return this.importFile.preview(caller, table);
    const outcome = await this.importFile.commit(withFile(caller, content), table);
    return answerImport(reply, caller, outcome, (rejected) =>
      identityProblem('user.import_rejected', { rejected }),
    );
  }
}
