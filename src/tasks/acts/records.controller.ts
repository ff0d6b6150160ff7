import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { PageRequest } from '../../platform/http/fields';
import { IdPipe } from '../../platform/http/id.pipe';
import { ProgressList, SubmissionList } from './acts.presenter';
import { progressRecords, readRecords, submissionRecords } from './acts.queries';

/** What belongs to a task and is read with it: progress and submissions. */
@ApiTags('tasks')
@Controller('tasks/:id')
export class RecordsController {
  constructor(private readonly dataSource: DataSource) {}

  @Allow('task.read')
  @Get('progress')
  progress(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() page: PageRequest,
  ): Promise<ProgressList> {
    return readRecords(this.dataSource, caller.actor, progressRecords, id, page);
  }

  @Allow('task.read')
  @Get('submissions')
  submissions(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() page: PageRequest,
  ): Promise<SubmissionList> {
    return readRecords(this.dataSource, caller.actor, submissionRecords, id, page);
  }
}
