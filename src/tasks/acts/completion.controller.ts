import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { uuidv7 } from 'uuidv7';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import type { Change } from '../../platform/change/change';
import { IdPipe } from '../../platform/http/id.pipe';
import type { TaskDetail } from '../task/task.presenter';
import { ActOnTask } from './act-on-task';
import { AcceptTask, ReasonedAct, ReportProgress, SubmitTask } from './acts.requests';

/** From progress to acceptance: the lead unit reports and submits, the assigner accepts or returns. */
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
    return this.acts.run(caller, id, ifMatch, {
      act: 'assign',
      journal: 'task.assigned',
      topic: 'task.assigned',
      work: async (task, change) => {
        task.assign(change.today);
        await change.manager.query('UPDATE task SET assigned_by = $2 WHERE id = $1', [
          id,
          caller.actor.userId,
        ]);
      },
    });
  }

  @Allow('task.report')
  @Post('progress')
  progress(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: ReportProgress,
  ): Promise<TaskDetail> {
    return this.acts.run(caller, id, ifMatch, {
      act: 'progress',
      journal: 'task.progress_reported',
      note: [input.done, input.obstacle].filter(Boolean).join(' — ') || null,
      work: async (task, change) => {
        task.progress(input.percent);
        await change.manager.query(
          `INSERT INTO progress_update (id, task_id, at, by_user_id, percent, done, obstacle) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [
            uuidv7(),
            id,
            change.now,
            caller.actor.userId,
            input.percent,
            input.done ?? null,
            input.obstacle ?? null,
          ],
        );
      },
    });
  }

  @Allow('task.report')
  @Post('submission')
  submit(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: SubmitTask,
  ): Promise<TaskDetail> {
    return this.acts.run(caller, id, ifMatch, {
      act: 'submit',
      journal: 'task.submitted',
      topic: 'task.submitted',
      note: input.note,
      work: async (task, change) => {
        const countsOn = input.documentDate ?? change.today;
        task.submit(countsOn, change.today);
        await change.manager.query(
          `INSERT INTO submission (id, task_id, at, by_user_id, note, document_number, document_date, counts_on)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [
            uuidv7(),
            id,
            change.now,
            caller.actor.userId,
            input.note ?? null,
            input.documentNumber ?? null,
            input.documentDate ?? null,
            countsOn,
          ],
        );
      },
    });
  }

  @Allow('task.decide')
  @Post('acceptance')
  accept(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: AcceptTask,
  ): Promise<TaskDetail> {
    return this.acts.run(caller, id, ifMatch, {
      act: 'accept',
      journal: 'task.accepted',
      topic: 'task.accepted',
      note: input.note,
      work: async (task, change) => {
        task.accept();
        await decide(change, id, true, input.note ?? null);
      },
    });
  }

  @Allow('task.decide')
  @Post('return')
  return(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: ReasonedAct,
  ): Promise<TaskDetail> {
    return this.acts.run(caller, id, ifMatch, {
      act: 'return',
      journal: 'task.returned',
      topic: 'task.returned',
      note: input.reason,
      work: async (task, change) => {
        task.return();
        await decide(change, id, false, input.reason);
      },
    });
  }

  @Allow('task.assign')
  @Post('cancellation')
  cancel(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: ReasonedAct,
  ): Promise<TaskDetail> {
    return this.acts.run(caller, id, ifMatch, {
      act: 'cancel',
      journal: 'task.cancelled',
      topic: 'task.cancelled',
      note: input.reason,
      work: async (task, change) => {
        const waiting = task.state === 'submitted';
        task.cancel();
        if (waiting) await decide(change, id, false, input.reason);
      },
    });
  }
}

/** Closes the one submission that waits. */
async function decide(
  change: Change,
  taskId: string,
  accepted: boolean,
  reason: string | null,
): Promise<void> {
  await change.manager.query(
    `UPDATE submission SET decided_at = $2, decided_by = $3, accepted = $4, reason = $5 WHERE task_id = $1 AND decided_at IS NULL`,
    [taskId, change.now, change.caller.actor.userId, accepted, reason],
  );
}
