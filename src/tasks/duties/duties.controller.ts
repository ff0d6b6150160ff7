import { Body, Controller, Get, Headers, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource, type EntityManager } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { addDays, dayOf } from '../../platform/clock/day';
import { pageOfWhole, toPage } from '../../platform/http/cursor';
import { PageRequest } from '../../platform/http/fields';
import { IdPipe } from '../../platform/http/id.pipe';
import { versionFrom } from '../../platform/http/version';
import { coveredPeriods } from './duty';
import { refuseSpan } from './duty-checks';
import {
  DutyDetail,
  DutyItem,
  DutyPage,
  DutyPeriodPage,
  DutyTaskPage,
  presentDuty,
  presentPeriod,
} from './duty.presenter';
import {
  countDuties,
  countDutyTasks,
  listDuties,
  listDutyTasks,
  madePeriods,
  readDuty,
} from './duty.queries';
import { ChangeDuty, CreateDuty, DutiesRequest, DutyPeriodsRequest } from './duty.requests';
import { changeDuty, createDuty } from './write-duties';

/** Recurring duties: what units owe in every period, of which the worker makes each period's tasks once. */
@ApiTags('duties')
@Controller('duties')
export class DutiesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
  ) {}

  /** Duties of plans whose issuer is in the caller's scope; the latest written first. */
  @Allow('plan.read')
  @Get()
  async list(@CallerOf() { actor, now }: Caller, @Query() request: DutiesRequest): Promise<DutyPage> {
    const today = dayOf(now);
    const rows = await listDuties(this.dataSource, actor, request, today);
    const count = request.count ? await countDuties(this.dataSource, actor, request) : undefined;
    return toPage(
      rows,
      request.limit,
      ({ id }) => [id],
      (row) => presentDuty<DutyItem>(row, today),
      count,
    );
  }

  @Allow('plan.read')
  @Get(':id')
  show(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<DutyDetail> {
    return detailOf(this.dataSource.manager, caller, id);
  }

  @Allow('task.assign')
  @Post()
  create(@CallerOf() caller: Caller, @Body() input: CreateDuty): Promise<DutyDetail> {
    return this.changes.run(caller, async (change) =>
      detailOf(change.manager, caller, await createDuty(change, input)),
    );
  }

  /** Changes only what is made from now on; `endsOn` ends the duty. */
  @Allow('task.assign')
  @Patch(':id')
  change(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: ChangeDuty,
  ): Promise<DutyDetail> {
    const version = versionFrom(ifMatch);
    return this.changes.run(caller, async (change) => {
      await changeDuty(change, id, input, version);
      return detailOf(change.manager, caller, id);
    });
  }

  /** The duty's periods that end from…to, at most ten years of them: when due, when made, what was made. */
  @Allow('plan.read')
  @Get(':id/periods')
  async periods(
    @CallerOf() { actor, now }: Caller,
    @Param('id', IdPipe) id: string,
    @Query() request: DutyPeriodsRequest,
  ): Promise<DutyPeriodPage> {
    const today = dayOf(now);
    const { from = addDays(today, -366), to = addDays(today, 366) } = request;
    refuseSpan(from, to);
    const duty = await readDuty(this.dataSource, actor, id, today);
    const made = await madePeriods(this.dataSource, actor, id, from, to);
    const madeOn = new Map(made.map((period) => [period.to, period]));
    const periods = coveredPeriods(duty, from, to).map((period) =>
      presentPeriod(period, madeOn.get(period.to), today),
    );
    return pageOfWhole(periods, request, (period) => period.to);
  }

  /** The tasks that the duty has made, in the caller's scope; the latest first. */
  @Allow('plan.read')
  @Get(':id/tasks')
  async tasks(
    @CallerOf() { actor, now }: Caller,
    @Param('id', IdPipe) id: string,
    @Query() page: PageRequest,
  ): Promise<DutyTaskPage> {
    await readDuty(this.dataSource, actor, id, dayOf(now));
    const rows = await listDutyTasks(this.dataSource, actor, id, page);
    const count = page.count ? await countDutyTasks(this.dataSource, actor, id) : undefined;
    return toPage(
      rows,
      page.limit,
      (row) => [row.id],
      (row) => row,
      count,
    );
  }
}

async function detailOf(manager: EntityManager, { actor, now }: Caller, id: string): Promise<DutyDetail> {
  const today = dayOf(now);
  return presentDuty<DutyDetail>(await readDuty(manager, actor, id, today), today);
}
