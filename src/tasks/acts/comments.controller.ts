import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { toPage } from '../../platform/http/cursor';
import { PageRequest } from '../../platform/http/fields';
import { IdPipe } from '../../platform/http/id.pipe';
import { lockTask } from '../task/task.store';
import { CommentItem, CommentPage } from './acts.presenter';
import { requireReadable } from './acts.queries';
import { WriteComment } from './acts.requests';
import { countComments, listComments, readComment, type CommentRow } from './comments.queries';

/** Talk about a task, in any state of it: for everybody who reads it, from all of them but auditors. */
@ApiTags('tasks')
@Controller('tasks/:id/comments')
export class CommentsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
  ) {}

  @Allow('task.read')
  @Get()
  async list(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() page: PageRequest,
  ): Promise<CommentPage> {
    await requireReadable(this.dataSource, caller.actor, id);
    const rows = await listComments(this.dataSource, id, page);
    const count = page.count ? await countComments(this.dataSource, id) : undefined;
    return toPage(rows, page.limit, (row) => [row.sortKey, row.id], presentComment, count);
  }

  /** Leaves the task's version alone: a remark must not make anybody's edit stale. */
  @Allow('task.comment')
  @Post()
  write(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { text }: WriteComment,
  ): Promise<CommentItem> {
    return this.changes.run(caller, async (change) => {
      const task = await lockTask(change, id, 'comment', null);
      const commentId = uuidv7();
      await change.manager.query(
        'INSERT INTO task_comment (id, task_id, at, by_user_id, text) VALUES ($1, $2, $3, $4, $5)',
        [commentId, id, change.now, caller.actor.userId, text],
      );
      const { leadUnitId } = task;
      change.record({
        act: 'task.commented',
        subjectType: 'task',
        subjectId: id,
        unitId: leadUnitId,
        note: text,
      });
      return presentComment(await readComment(change.manager, commentId));
    });
  }
}

function presentComment({ sortKey: _, ...shown }: CommentRow): CommentItem {
  return shown;
}
