import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import type { Change } from '../../platform/change/change';
import { pageOfWhole, toPage } from '../../platform/http/cursor';
import { IdPipe } from '../../platform/http/id.pipe';
import { versionFrom } from '../../platform/http/version';
import { AnalysisPage, AnalysisView, OutstandingPage, presentAnalysis } from './analysis.presenter';
import { countAnalyses, listAnalyses, outstanding, readAnalysis } from './analysis.queries';
import {
  AnalysesRequest,
  ChangeAnalysis,
  CreateAnalysis,
  OutstandingRequest,
  TaskFromAnalysis,
} from './analysis.requests';
import {
  agreeOnAnalysis,
  assignSolution,
  changeAnalysis,
  createAnalysis,
  reopenAnalysis,
} from './write-analyses';

/** Why a component lost points: what was and was not achieved, the cause, the solution, and who answers. */
@ApiTags('analyses')
@Controller('analyses')
export class AnalysesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
  ) {}

  @Allow('report.read')
  @Get()
  async list(@CallerOf() { actor }: Caller, @Query() request: AnalysesRequest): Promise<AnalysisPage> {
    const rows = await listAnalyses(this.dataSource, actor, request);
    const count = request.count ? await countAnalyses(this.dataSource, actor, request) : undefined;
    return toPage(rows, request.limit, ({ id }) => [id], presentAnalysis, count);
  }

  /** The components of an edition that lost points, most lost first, with the analyses there are of each. */
  @Allow('report.read')
  @Get('outstanding')
  async outstanding(
    @CallerOf() { actor }: Caller,
    @Query() request: OutstandingRequest,
  ): Promise<OutstandingPage> {
    return pageOfWhole(
      await outstanding(this.dataSource, actor, request),
      request,
      ({ component }) => component.id,
    );
  }

  @Allow('report.read')
  @Get(':id')
  async show(@CallerOf() { actor }: Caller, @Param('id', IdPipe) id: string): Promise<AnalysisView> {
    return presentAnalysis(await readAnalysis(this.dataSource, actor, id));
  }

  @Allow('analysis.write')
  @Post()
  create(@CallerOf() caller: Caller, @Body() input: CreateAnalysis): Promise<AnalysisView> {
    return this.changes.run(caller, async (change) => shown(change, await createAnalysis(change, input)));
  }

  @Allow('analysis.write')
  @Patch(':id')
  change(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: ChangeAnalysis,
  ): Promise<AnalysisView> {
    return this.act(caller, id, ifMatch, (change, version) => changeAnalysis(change, id, version, input));
  }

  @Allow('analysis.agree')
  @Post(':id/agreement')
  @HttpCode(200)
  agree(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<AnalysisView> {
    return this.act(caller, id, ifMatch, (change, version) => agreeOnAnalysis(change, id, version));
  }

  @Allow('analysis.agree')
  @Delete(':id/agreement')
  reopen(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<AnalysisView> {
    return this.act(caller, id, ifMatch, (change, version) => reopenAnalysis(change, id, version));
  }

  /** Makes the solution a task of the unit and person that answer, linked to the component. */
  @Allow('task.assign')
  @Post(':id/tasks')
  assign(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: TaskFromAnalysis,
  ): Promise<AnalysisView> {
    return this.act(caller, id, ifMatch, (change, version) => assignSolution(change, id, version, input));
  }

  private act(
    caller: Caller,
    id: string,
    ifMatch: string | undefined,
    work: (change: Change, version: number) => Promise<void>,
  ): Promise<AnalysisView> {
    const version = versionFrom(ifMatch);
    return this.changes.run(caller, async (change) => {
      await work(change, version);
      return shown(change, id);
    });
  }
}

async function shown({ manager, caller }: Change, id: string): Promise<AnalysisView> {
  return presentAnalysis(await readAnalysis(manager, caller.actor, id));
}
