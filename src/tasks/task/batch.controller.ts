import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { AssignBatches } from './assign-batch';
import { AssignedBatch } from './batch.presenter';
import { AssignBatch } from './task.requests';

/** One request assigns one task to many units: a parent with a part for each, all or none. */
@ApiTags('tasks')
@Controller('tasks/batch')
export class BatchController {
  constructor(private readonly batches: AssignBatches) {}

  @Allow('task.assign')
  @Post()
  assign(@CallerOf() caller: Caller, @Body() input: AssignBatch): Promise<AssignedBatch> {
    return this.batches.assign(caller, input);
  }
}
