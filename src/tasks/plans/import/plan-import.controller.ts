import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../../platform/access/allow';
import { CallerOf, type Caller } from '../../../platform/access/caller';
import { answerImport, PostFile } from '../../../platform/files/answer-import';
import { uploadedFile, withFile } from '../../../platform/files/upload';
import { IdPipe } from '../../../platform/http/id.pipe';
import { planProblem } from '../plan.problems';
import { ImportPlanRequest } from '../plan.requests';
import { ImportPlan } from './import-plan';
import { openAppendix } from './pick-sheet';
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
  @PostFile()
  async import(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() { dryRun, sheet }: ImportPlanRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanImportOutcome> {
    const { fileName, content } = await uploadedFile(request);
    const appendix = await openAppendix(fileName, content, sheet);
    if (dryRun) return this.importPlan.preview(caller, id, appendix);
    const outcome = await this.importPlan.commit(withFile(caller, content), id, appendix, fileName);
    return answerImport(reply, caller, outcome, () => rejection(outcome));
  }
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
