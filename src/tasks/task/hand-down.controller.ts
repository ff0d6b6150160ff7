import { Body, Controller, Headers, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { IdPipe } from '../../platform/http/id.pipe';
import { HandDownParts } from './hand-down';
import { HandDownPart } from './hand-down.requests';
import { TaskDetail } from './task.presenter';

/** Parts of a task; `tasks?parentId=` lists them. */
@ApiTags('tasks')
@Controller('tasks/:id/parts')
export class HandDownController {
  constructor(private readonly parts: HandDownParts) {}

  /** Assigns a part at once and answers with it, numbered `<parent>.001` and on. */
  @Allow('task.hand_down')
  @Post()
  handDown(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: HandDownPart,
  ): Promise<TaskDetail> {
    return this.parts.handDown(caller, id, ifMatch, input);
  }
}
