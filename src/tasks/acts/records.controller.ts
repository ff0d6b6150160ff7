import { Body, Controller, Get, Headers, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { EtagInterceptor } from '../../platform/http/etag.interceptor';
import { PageRequest } from '../../platform/http/fields';
import { IdPipe } from '../../platform/http/id.pipe';
import { TaskDetail } from '../task/task.presenter';
import { ActOnTask } from './act-on-task';
import { DirectionList, HistoryList, ProgressList, SubmissionList } from './acts.presenter';
import {
  directionRecords,
  progressRecords,
  readRecords,
  requireReadable,
  submissionRecords,
} from './acts.queries';
import { GiveDirection } from './acts.requests';
import { readHistory } from './history.queries';

/** What belongs to a task and is read with it: progress, submissions, directions, history. */
@ApiTags('tasks')
@UseInterceptors(EtagInterceptor)
@Controller('tasks/:id')
export class RecordsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: ActOnTask,
  ) {}

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

  @Allow('task.read')
  @Get('directions')
  directions(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() page: PageRequest,
  ): Promise<DirectionList> {
    return readRecords(this.dataSource, caller.actor, directionRecords, id, page);
  }

  @Allow('task.direct')
  @Post('directions')
  direct(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: GiveDirection,
  ): Promise<TaskDetail> {
    return this.acts.run(caller, id, ifMatch, {
      act: 'direct',
      journal: 'direction.given',
      topic: 'direction.given',
      note: input.text,
      work: async (task, change) => {
        task.refuseUnlessOpen('direct');
        const directionId = uuidv7();
        await change.manager.query(
          'INSERT INTO direction (id, task_id, at, by_user_id, text) VALUES ($1, $2, $3, $4, $5)',
          [directionId, id, change.now, caller.actor.userId, input.text],
        );
        return { directionId };
      },
    });
  }

  @Allow('task.read')
  @Get('history')
  async history(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() page: PageRequest,
  ): Promise<HistoryList> {
    await requireReadable(this.dataSource, caller.actor, id);
    return readHistory(this.dataSource, id, page);
  }
}
