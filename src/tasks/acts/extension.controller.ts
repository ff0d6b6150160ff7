import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { PageRequest } from '../../platform/http/fields';
import { IdPipe } from '../../platform/http/id.pipe';
import { TaskDetail } from '../task/task.presenter';
import { ActOnTask } from './act-on-task';
import { ExtensionList, TaskWithExtension } from './acts.presenter';
import { extensionRecords, readRecords } from './acts.queries';
import { DecideExtension, RequestExtension } from './acts.requests';
import { decideExtensionAct, findExtension, requestExtensionAct } from './extension-acts';

/** Moving a due date: the lead unit asks with reasons, the assigner decides; the original day stays on record. */
@ApiTags('tasks')
@Controller()
export class ExtensionController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
    private readonly acts: ActOnTask,
  ) {}

  @Allow('task.read')
  @Get('tasks/:id/extensions')
  list(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() page: PageRequest,
  ): Promise<ExtensionList> {
    return readRecords(this.dataSource, caller.actor, extensionRecords, id, page);
  }

  /** Answers with the task and the id of the request. */
  @Allow('task.report')
  @Post('tasks/:id/extensions')
  request(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: RequestExtension,
  ): Promise<TaskWithExtension> {
    return this.changes.run(caller, async (change) => {
      const extensionId = uuidv7();
      const task = await this.acts.within(change, id, ifMatch, requestExtensionAct(extensionId, input));
      return { ...task, extensionId };
    });
  }

  @Allow('task.decide', 'task.hand_down')
  @Post('extensions/:id/decision')
  @HttpCode(200)
  decide(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: DecideExtension,
  ): Promise<TaskDetail> {
    return this.changes.run(caller, async (change) => {
      const extension = await findExtension(change, id);
      return this.acts.within(change, extension.taskId, ifMatch, decideExtensionAct(extension, input));
    });
  }
}
