import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { dayOf } from '../../platform/clock/day';
import { presentCounts, TaskCounts } from './counts.presenter';
import { countByTab } from './counts.queries';
import { CountFilter } from './finding.requests';

@ApiTags('tasks')
@Controller('tasks/counts')
export class CountsController {
  constructor(private readonly dataSource: DataSource) {}

  /** The numbers on the tabs of a list: how many of its tasks stand in each cell and state. */
  @Allow('task.read')
  @Get()
  async counts(@CallerOf() caller: Caller, @Query() filter: CountFilter): Promise<TaskCounts> {
    return presentCounts(await countByTab(this.dataSource, caller.actor, filter, dayOf(caller.now)));
  }
}
