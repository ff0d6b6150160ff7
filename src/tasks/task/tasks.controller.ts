import { Body, Controller, Get, Headers, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { dayOf } from '../../platform/clock/day';
import { toPage } from '../../platform/http/cursor';
import { IdPipe } from '../../platform/http/id.pipe';
import { versionFrom } from '../../platform/http/version';
import { readTaskAsOf } from './as-of.queries';
import { TaskView } from './as-of.requests';
import { EditTasks } from './edit-tasks';
import { ComponentList, presentTask, TaskDetail, TaskItem, TaskPage } from './task.presenter';
import { listTasks } from './task-page';
import { countTasks, readTask } from './task.queries';
import { ChangeTask, CreateTask, LinkComponents, TaskSearch } from './task.requests';

@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly edit: EditTasks,
  ) {}

  @Allow('task.read')
  @Get()
  async list(@CallerOf() caller: Caller, @Query() search: TaskSearch): Promise<TaskPage> {
    const today = dayOf(caller.now);
    const rows = await listTasks(this.dataSource, caller.actor, search, today);
    const count = search.count ? await countTasks(this.dataSource, caller.actor, search, today) : undefined;
    return toPage(
      rows,
      search.limit,
      (row) => [row.sortKey, row.id],
      (row) => presentTask<TaskItem>(row, caller.actor),
      count,
    );
  }

  @Allow('task.read')
  @Get(':id')
  async show(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() { asOf }: TaskView,
  ): Promise<TaskDetail> {
    const today = dayOf(caller.now);
    if (asOf && asOf < today) return readTaskAsOf(this.dataSource, caller.actor, id, asOf, today);
    // Of a day to come it is told as if nothing changed until then, like in the reports.
    const row = await readTask(this.dataSource, caller.actor, id, asOf ?? today);
    return presentTask<TaskDetail>(row, caller.actor);
  }

  @Allow('task.assign')
  @Post()
  create(@CallerOf() caller: Caller, @Body() input: CreateTask): Promise<TaskDetail> {
    return this.edit.create(caller, input);
  }

  @Allow('task.staff')
  @Patch(':id')
  change(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: ChangeTask,
  ): Promise<TaskDetail> {
    return this.edit.change(caller, id, versionFrom(ifMatch), input);
  }

  @Allow('task.assign')
  @Put(':id/components')
  link(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: LinkComponents,
  ): Promise<TaskDetail> {
    return this.edit.link(caller, id, versionFrom(ifMatch), input, false);
  }

  /** Adds links to those there are. */
  @Allow('task.assign')
  @Post(':id/components')
  addLinks(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: LinkComponents,
  ): Promise<TaskDetail> {
    return this.edit.link(caller, id, ifMatch ? versionFrom(ifMatch) : null, input, true);
  }

  @Allow('task.read')
  @Get(':id/components')
  async components(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<ComponentList> {
    const { components } = await readTask(this.dataSource, caller.actor, id, dayOf(caller.now));
    return { items: components, nextCursor: null };
  }
}
