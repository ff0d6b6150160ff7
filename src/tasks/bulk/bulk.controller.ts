import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { ActOnMany } from './act-on-many';
import { BulkOutcome } from './bulk.presenter';
import { BulkRequest } from './bulk.requests';

@ApiTags('tasks')
@Controller('tasks/bulk')
export class BulkController {
  constructor(private readonly many: ActOnMany) {}

  /** One act on up to 200 tasks. Each is done or refused by itself, as its own request would be; the answer says which and why. */
  @Allow('task.read')
  @Post()
  @HttpCode(200)
  act(@CallerOf() caller: Caller, @Body() request: BulkRequest): Promise<BulkOutcome> {
    return this.many.run(caller, request);
  }
}
