import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { dayOf } from '../../platform/clock/day';
import { indexByCode, mayWriteIndexes, requireIndexWriter } from '../index.queries';
import { problem } from '../index.problems';
import { EditionImportRequest, EditionPath, IndexPath } from '../index.requests';
import { ownUnits } from '../values/value.policy';
import { EditionImportOutcome, presentImport } from './edition-import.presenter';
import { EditionResponse, presentEdition } from './edition.presenter';
import { latestValues, loadEdition } from './edition.queries';
import { importEdition, readUpload, refuseFrozen } from './import-edition';

@Controller('indexes/:code/editions')
export class EditionsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
  ) {}

  /** The set of criteria of a year with its tree, sums and checks. */
  @Get(':year')
  @Allow('index.read')
  async show(
    @Param() { code, year }: EditionPath,
    @CallerOf() { actor, now }: Caller,
  ): Promise<EditionResponse> {
    const edition = await loadEdition(this.dataSource, { code, year });
    const mayWrite = await mayWriteIndexes(this.dataSource, actor);
    if (!edition || (!edition.publishedAt && !mayWrite)) throw problem('edition.unknown', { code, year });
    const codes = [...new Set(edition.components.flatMap((component) => component.ownerUnitCode ?? []))];
    const [owned, values] = await Promise.all([
      ownUnits(this.dataSource, actor, codes, year),
      latestValues(this.dataSource, edition.id, dayOf(now)),
    ]);
    return presentEdition(edition, { mayWrite, ownerCodes: new Set(owned.map((unit) => unit.code)), values });
  }

  /**
   * Imports a set as a draft: JSON in the shape of the published working set, or a CSV/XLSX file in the field `file`.
   * All or nothing. A draft of the same year is replaced; a published one is not.
   */
  @Post()
  @Allow('index.write')
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ schema: { type: 'object', additionalProperties: true } })
  async import(
    @Param() { code }: IndexPath,
    @Query() query: EditionImportRequest,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CallerOf() caller: Caller,
  ): Promise<EditionImportOutcome> {
    await requireIndexWriter(this.dataSource, caller.actor);
    const index = await indexByCode(this.dataSource, code);
    const read = await readUpload(request, body, query, index);
    if (query.dryRun) {
      await refuseFrozen(this.dataSource, code, read.head.year);
      void reply.status(200);
      return presentImport(read, caller.locale, null);
    }
    return this.changes.run(caller, async (change) => {
      const editionId = await importEdition(change, read);
      return presentImport(read, caller.locale, editionId);
    });
  }
}
