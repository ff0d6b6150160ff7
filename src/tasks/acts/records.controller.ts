import { Body, Controller, Get, Headers, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { IdPipe } from '../../platform/http/id.pipe';
import { TaskDetail } from '../task/task.presenter';
import { ActOnTask } from './act-on-task';
import { DirectionList, EvidenceList, HistoryList, ProgressList, SubmissionList } from './acts.presenter';
import {
  listDirections,
  listEvidence,
  listProgress,
  listSubmissions,
  readHistory,
  requireReadable,
} from './acts.queries';
import { AddEvidence, GiveDirection } from './acts.requests';

/** What belongs to a task and is read with it: progress, submissions, evidence, directions, history. */
@ApiTags('tasks')
@Controller('tasks/:id')
export class RecordsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: ActOnTask,
  ) {}

  @Allow('task.read')
  @Get('progress')
  progress(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<ProgressList> {
    return this.readable(caller, id, listProgress);
  }

  @Allow('task.read')
  @Get('submissions')
  submissions(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<SubmissionList> {
    return this.readable(caller, id, listSubmissions);
  }

  @Allow('task.read')
  @Get('evidence')
  evidence(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<EvidenceList> {
    return this.readable(caller, id, listEvidence);
  }

  @Allow('task.report')
  @Post('evidence')
  addEvidence(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: AddEvidence,
  ): Promise<TaskDetail> {
    return this.acts.run(caller, id, ifMatch, {
      act: 'addEvidence',
      journal: 'task.evidence_added',
      note: [input.title, input.documentNumber].filter(Boolean).join(', '),
      work: async (task, change) => {
        task.refuseUnlessOpen('change');
        await change.manager.query(
          `INSERT INTO evidence (id, task_id, at, by_user_id, title, document_number, document_date, issuer, page)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [
            uuidv7(),
            id,
            change.now,
            caller.actor.userId,
            input.title,
            input.documentNumber ?? null,
            input.documentDate ?? null,
            input.issuer ?? null,
            input.page ?? null,
          ],
        );
      },
    });
  }

  @Allow('task.read')
  @Get('directions')
  directions(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<DirectionList> {
    return this.readable(caller, id, listDirections);
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
  history(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<HistoryList> {
    return this.readable(caller, id, readHistory);
  }

  private async readable<T>(
    caller: Caller,
    taskId: string,
    read: (dataSource: DataSource, taskId: string) => Promise<T[]>,
  ) {
    await requireReadable(this.dataSource, caller.actor, taskId);
    return { items: await read(this.dataSource, taskId), nextCursor: null };
  }
}
