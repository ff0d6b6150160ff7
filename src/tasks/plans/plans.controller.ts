import { Body, Controller, Get, Headers, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource, type EntityManager } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { toPage } from '../../platform/http/cursor';
import { IdPipe } from '../../platform/http/id.pipe';
import { etagOf, versionFrom } from '../../platform/http/version';
import { presentPlan, presentPlanDetail, PlanDetailResponse, PlanPage } from './plan.presenter';
import { countPlans, countTasks, plansOf, visiblePlan } from './plan.queries';
import { ChangePlanRequest, ClosePlanRequest, CreatePlanRequest, PlansRequest } from './plan.requests';
import { changePlan, closePlan, createPlan } from './write-plan';

@ApiTags('plans')
@Controller('plans')
export class PlansController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
  ) {}

  /** Plans that bind a unit of the caller, or that his units issued; the latest first. */
  @Allow('plan.read')
  @Get()
  async list(@CallerOf() { actor }: Caller, @Query() request: PlansRequest): Promise<PlanPage> {
    const { manager } = this.dataSource;
    const rows = await plansOf(manager, actor, request);
    const count = request.count ? await countPlans(manager, actor, request) : undefined;
    return toPage(
      rows,
      request.limit,
      (row) => [row.issuedOn, row.id],
      (row) => presentPlan(row, actor),
      count,
    );
  }

  /** The plan, with counts of the tasks in the caller's scope. */
  @Allow('plan.read')
  @Get(':id')
  async show(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanDetailResponse> {
    return tagged(reply, await detailOf(this.dataSource.manager, caller, id));
  }

  @Allow('plan.write')
  @Post()
  async create(
    @CallerOf() caller: Caller,
    @Body() request: CreatePlanRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanDetailResponse> {
    const plan = await this.changes.run(caller, async (change) =>
      detailOf(change.manager, caller, await createPlan(change, request)),
    );
    return tagged(reply, plan);
  }

  @Allow('plan.write')
  @Patch(':id')
  async change(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() request: ChangePlanRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanDetailResponse> {
    const version = versionFrom(ifMatch);
    const plan = await this.changes.run(caller, async (change) => {
      await changePlan(change, id, request, version);
      return detailOf(change.manager, caller, id);
    });
    return tagged(reply, plan);
  }

  /** Ends the plan today. With If-Match only at that version. */
  @Allow('plan.write')
  @Post(':id/closure')
  async close(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { reason }: ClosePlanRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanDetailResponse> {
    const version = ifMatch === undefined ? null : versionFrom(ifMatch);
    const plan = await this.changes.run(caller, async (change) => {
      await closePlan(change, id, reason, version);
      return detailOf(change.manager, caller, id);
    });
    return tagged(reply, plan);
  }
}

async function detailOf(manager: EntityManager, { actor }: Caller, id: string): Promise<PlanDetailResponse> {
  const plan = await visiblePlan(manager, actor, id);
  return presentPlanDetail(plan, await countTasks(manager, actor, plan.id), actor);
}

function tagged(reply: FastifyReply, plan: PlanDetailResponse): PlanDetailResponse {
  void reply.header('etag', etagOf(plan.version));
  return plan;
}
