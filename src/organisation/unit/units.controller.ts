import { Body, Controller, Get, Headers, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource, type EntityManager } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { dayOf } from '../../platform/clock/day';
import { commonProblem } from '../../platform/errors/common-problems';
import { toPage } from '../../platform/http/cursor';
import { IdPipe } from '../../platform/http/id.pipe';
import { etagOf, versionFrom } from '../../platform/http/version';
import { presentDetail, presentUnit, UnitDetail, UnitList } from './unit.presenter';
import { countUnits, relationsOf, unitById, unitsOf } from './unit.queries';
import { CreateUnitBody, UnitsQuery, UpdateUnitBody } from './unit.requests';
import { createUnit, updateUnit } from './write-unit';

@ApiTags('units')
@Controller('units')
export class UnitsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
  ) {}

  /** Units valid on a day, in Vietnamese order. */
  @Allow('unit.read')
  @Get()
  async list(@Query() query: UnitsQuery, @CallerOf() caller: Caller): Promise<UnitList> {
    const asOf = query.asOf ?? dayOf(caller.now);
    const [rows, count] = await Promise.all([
      unitsOf(this.dataSource, caller.actor, query, asOf),
      query.count ? countUnits(this.dataSource, query, asOf) : undefined,
    ]);
    return toPage(rows, query.limit, ({ nameVi, id }) => [nameVi, id], presentUnit, count);
  }

  @Allow('unit.read')
  @Get(':id')
  async show(
    @Param('id', IdPipe) id: string,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitDetail> {
    return tagged(reply, await detailOf(this.dataSource.manager, caller, id));
  }

  /** Adds a unit under another. */
  @Allow('unit.write')
  @Post()
  async create(
    @Body() body: CreateUnitBody,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitDetail> {
    const unit = await this.changes.run(caller, async (change) =>
      detailOf(change.manager, caller, await createUnit(change, body)),
    );
    return tagged(reply, unit);
  }

  /** Changes what may change of a unit; If-Match with the version read. */
  @Allow('unit.write')
  @Patch(':id')
  async update(
    @Param('id', IdPipe) id: string,
    @Body() body: UpdateUnitBody,
    @Headers('if-match') ifMatch: string | undefined,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitDetail> {
    const version = versionFrom(ifMatch);
    const unit = await this.changes.run(caller, async (change) => {
      await updateUnit(change, id, version, body);
      return detailOf(change.manager, caller, id);
    });
    return tagged(reply, unit);
  }
}

async function detailOf(manager: EntityManager, { actor }: Caller, id: string): Promise<UnitDetail> {
  const unit = await unitById(manager, actor, id);
  if (!unit) throw commonProblem('not_found');
  return presentDetail(unit, await relationsOf(manager, id));
}

function tagged(reply: FastifyReply, unit: UnitDetail): UnitDetail {
  void reply.header('etag', etagOf(unit.version));
  return unit;
}
