import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { IdPipe } from '../../platform/http/id.pipe';
import { TaskDetail } from '../task/task.presenter';
import { ActOnTask } from './act-on-task';
import { AcceptTask, CancelTask, ReasonedAct, ReportProgress, SubmitTask } from './acts.requests';
import { acceptAct, assignAct, cancelAct, progressAct, returnAct, submitAct } from './completion-acts';

/** From assignment to acceptance: the lead unit reports and submits, the assigner accepts or returns. */
@ApiTags('tasks')
@Controller('tasks/:id')
export class CompletionController {
  constructor(private readonly acts: ActOnTask) {}

  @Allow('task.assign')
  @Post('assignment')
  @HttpCode(200)
  assign(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch?: string,
  ): Promise<TaskDetail> {
    return this.acts.run(caller, id, ifMatch, assignAct());
  }

  @Allow('task.report')
  @Post('progress')
  progress(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: ReportProgress,
  ): Promise<TaskDetail> {
    return this.acts.run(caller, id, ifMatch, progressAct(input));
  }

  @Allow('task.report')
  @Post('submission')
  submit(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: SubmitTask,
  ): Promise<TaskDetail> {
    return this.acts.run(caller, id, ifMatch, submitAct(input));
  }

  @Allow('task.decide', 'task.hand_down')
  @Post('acceptance')
  accept(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: AcceptTask,
  ): Promise<TaskDetail> {
    return this.acts.run(caller, id, ifMatch, acceptAct(input));
  }

  @Allow('task.decide', 'task.hand_down')
  @Post('return')
  return(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: ReasonedAct,
  ): Promise<TaskDetail> {
    return this.acts.run(caller, id, ifMatch, returnAct(input));
  }

  /** By a document where there is one; the reason alone is enough. */
  @Allow('task.assign', 'task.hand_down')
  @Post('cancellation')
  cancel(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: CancelTask,
  ): Promise<TaskDetail> {
    return this.acts.run(caller, id, ifMatch, cancelAct(input));
  }
}
