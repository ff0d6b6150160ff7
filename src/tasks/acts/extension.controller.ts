import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import type { Change } from '../../platform/change/change';
import { showDay, type Day } from '../../platform/clock/day';
import { commonProblem, fieldError, invalid } from '../../platform/errors/common-problems';
import { IdPipe } from '../../platform/http/id.pipe';
import { refuse } from '../task/task-checks';
import { taskProblem } from '../task/task-problems';
import type { TaskDetail } from '../task/task.presenter';
import { ActOnTask } from './act-on-task';
import { ExtensionItem } from './acts.presenter';
import { listExtensions, requireReadable } from './acts.queries';
import { DecideExtension, RequestExtension } from './acts.requests';

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
  async list(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
  ): Promise<{ items: ExtensionItem[]; nextCursor: null }> {
    await requireReadable(this.dataSource, caller.actor, id);
    return { items: await listExtensions(this.dataSource, id), nextCursor: null };
  }

  /** Answers with the task and the `extensionId` of the request. */
  @Allow('task.report')
  @Post('tasks/:id/extensions')
  request(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: RequestExtension,
  ): Promise<TaskDetail & { extensionId: string }> {
    return this.changes.run(caller, async (change) => {
      const extensionId = uuidv7();
      const task = await this.acts.within(change, id, ifMatch, {
        act: 'requestExtension',
        journal: 'extension.requested',
        topic: 'extension.requested',
        note: `${showDay(input.newDueDate)}: ${input.reason}`,
        work: async (task) => {
          task.refuseUnlessOpen('extend');
          const dueDate = task.refuseWithoutDueDate();
          refuseNotLater('newDueDate', dueDate, input.newDueDate);
          if (await undecided(change, id)) throw taskProblem('task.extension_pending');
          await change.manager.query(
            `INSERT INTO extension (id, task_id, at, by_user_id, reason, due_date_before, requested_due_date)
             VALUES ($1, $2, $3, $4, $5, $6, $7)`,
            [extensionId, id, change.now, caller.actor.userId, input.reason, dueDate, input.newDueDate],
          );
          return { extensionId };
        },
      });
      return { ...task, extensionId };
    });
  }

  @Allow('task.decide')
  @Post('extensions/:id/decision')
  @HttpCode(200)
  decide(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() input: DecideExtension,
  ): Promise<TaskDetail> {
    return this.changes.run(caller, async (change) => {
      const [extension]: { taskId: string; requestedDueDate: Day }[] = await change.manager.query(
        'SELECT task_id AS "taskId", requested_due_date AS "requestedDueDate" FROM extension WHERE id = $1',
        [id],
      );
      if (!extension) throw commonProblem('not_found');
      const newDueDate = input.approved ? (input.newDueDate ?? extension.requestedDueDate) : null;
      return this.acts.within(change, extension.taskId, undefined, {
        act: 'decideExtension',
        journal: input.approved ? 'extension.approved' : 'extension.rejected',
        topic: 'extension.decided',
        note: input.reason,
        work: async (task) => {
          if (!(await undecided(change, extension.taskId, id))) throw taskProblem('task.extension_decided');
          if (newDueDate !== null) {
            refuseNotLater('newDueDate', task.refuseWithoutDueDate(), newDueDate);
            task.extendTo(newDueDate);
            change.announce('task.due_changed', { taskId: task.id, version: task.version + 1 });
          } else if (!input.reason) refuse([reasonNeeded()]);
          await change.manager.query(
            `UPDATE extension SET decided_at = $2, decided_by = $3, approved = $4, new_due_date = $5, decision_reason = $6 WHERE id = $1`,
            [id, change.now, caller.actor.userId, input.approved, newDueDate, input.reason ?? null],
          );
          return { extensionId: id };
        },
      });
    });
  }
}

/** Read after the task is locked, so that two decisions at once cannot both find the request open. */
async function undecided(change: Change, taskId: string, extensionId?: string): Promise<boolean> {
  const rows: { id: string }[] = await change.manager.query(
    'SELECT id FROM extension WHERE task_id = $1 AND decided_at IS NULL',
    [taskId],
  );
  return rows.some((row) => extensionId === undefined || row.id === extensionId);
}

function refuseNotLater(path: string, present: Day, asked: Day): void {
  if (asked > present) return;
  throw invalid(
    fieldError(
      path,
      'not_later',
      {
        vi: 'Ngày mới phải sau thời hạn hiện tại ({day}).',
        en: 'The new day must be after the present due date ({day}).',
      },
      { day: showDay(present) },
    ),
  );
}

function reasonNeeded() {
  return fieldError('reason', 'required', {
    vi: 'Nêu lý do không phê duyệt.',
    en: 'Say why the request is refused.',
  });
}
