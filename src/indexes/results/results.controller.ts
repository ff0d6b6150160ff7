import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { invalid } from '../../platform/errors/common-problems';
import { ImportOutcome } from '../../platform/files/import-outcome';
import { decodeCursor, toPage } from '../../platform/http/cursor';
import { indexByCode, requireIndexWriter } from '../index.queries';
import { EditionPath, ResultsImportRequest } from '../index.requests';
import { importResultRows, readResults } from './import-results';
import { presentResult, presentResultsImport, ResultPage } from './results.presenter';
import { countResults, resultsOf } from './results.queries';
import { ResultsRequest } from './results.requests';

@Controller('indexes/:code/editions/:year/results')
export class ResultsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
  ) {}

  /** Published scores and ranks of a year, with their provenance. A year can have results without a set of criteria. */
  @Get()
  @Allow('index.read')
  async list(@Param() { code, year }: EditionPath, @Query() query: ResultsRequest): Promise<ResultPage> {
    await indexByCode(this.dataSource, code);
    const filter: [string, number, string | null] = [code, year, query.subject ?? null];
    const key = query.cursor === undefined ? null : decodeCursor(query.cursor, 3).map(String);
    const rows = await resultsOf(this.dataSource, filter, key, query.limit + 1);
    const count = query.count ? await countResults(this.dataSource, filter) : undefined;
    return toPage(
      rows,
      query.limit,
      (row) => [row.nodeCode ?? '', row.subjectName, row.id],
      presentResult,
      count,
    );
  }

  /** Imports results: JSON `{rows: […]}` or a CSV/XLSX file in the field `file`. All or nothing; nothing is replaced. */
  @Post()
  @Allow('index.write')
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ schema: { type: 'object', additionalProperties: true } })
  async import(
    @Param() { code, year }: EditionPath,
    @Query() { dryRun }: ResultsImportRequest,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CallerOf() caller: Caller,
  ): Promise<ImportOutcome> {
    await requireIndexWriter(this.dataSource, caller.actor);
    await indexByCode(this.dataSource, code);
    const read = await readResults(this.dataSource, request, body, { indexCode: code, year });
    if (read.results.length === 0) throw invalid(...read.faults);
    if (dryRun) {
      void reply.status(200);
      return presentResultsImport(read, caller.locale);
    }
    return this.changes.run(caller, async (change) => {
      await importResultRows(change, read);
      return presentResultsImport(read, caller.locale);
    });
  }
}
