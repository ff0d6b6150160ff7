import { Controller, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { Allow } from '../../../platform/access/allow';
import { CallerOf, type Caller } from '../../../platform/access/caller';
import { readTable } from '../../../platform/files/table';
import { uploadedFile } from '../../../platform/files/upload';
import { IdPipe } from '../../../platform/http/id.pipe';
import { presentProblem } from '../../../platform/http/problem.filter';
import { planProblem } from '../plan.problems';
import { ImportPlanRequest } from '../plan.requests';
import { isHead } from './columns';
import { ImportPlan } from './import-plan';
import { PlanImportOutcome } from './plan-import.presenter';

@ApiTags('plans')
@Controller('plans/:id/import')
export class PlanImportController {
  constructor(private readonly importPlan: ImportPlan) {}

  /**
   * Takes the appendix of a plan from a CSV or XLSX file in the field `file`. With `dryRun=true` only says what would
   * happen. A rejected row means that nothing is written: 422, with every row's outcome.
   */
  @Allow('task.assign')
  @Post()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async import(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() { dryRun }: ImportPlanRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanImportOutcome> {
    const { fileName, content } = await uploadedFile(request);
    const table = await readTable(fileName, content, {}, isHead);
    if (dryRun) return this.importPlan.preview(caller, id, table);
    const outcome = await this.importPlan.commit(withFile(caller, content), id, table, fileName);
    if (outcome.summary.rejected === 0) return outcome;
    void reply.status(422).header('content-type', 'application/problem+json; charset=utf-8');
    return { ...presentProblem(rejection(outcome), caller.locale, caller.requestId), ...outcome };
  }
}

/** The same Idempotency-Key with another file is another request. */
function withFile(caller: Caller, content: Buffer): Caller {
  if (!caller.fingerprint) return caller;
  return {
    ...caller,
    fingerprint: createHash('sha256').update(caller.fingerprint).update(content).digest('hex'),
  };
}

/** Faults beyond these stand in `rows` only. */
const FAULTS_NAMED = 50;

function rejection({ summary, rows }: PlanImportOutcome) {
  const faults = rows.flatMap((row, index) =>
    row.faults
      .filter((fault) => !fault.warning)
      .map(({ path, code, message }) => ({
        path: `rows[${index}].${path}`,
        code,
        texts: { vi: message, en: message },
      })),
  );
  return planProblem('plan.import_rejected', { rejected: summary.rejected }, faults.slice(0, FAULTS_NAMED));
}
