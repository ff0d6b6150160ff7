import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { toPage } from '../../platform/http/cursor';
import { PageRequest } from '../../platform/http/fields';
import { IdPipe } from '../../platform/http/id.pipe';
import { requireReadable } from '../acts/acts.queries';
import { CommentItem, CommentPage } from './comments.presenter';
import { countComments, listComments, type CommentRow } from './comments.queries';
import { WriteComment } from './comments.requests';
import { writeComment } from './write-comment';

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
    const rows = await listComments(this.dataSource, caller.actor, id, page);
    const count = page.count ? await countComments(this.dataSource, caller.actor, id) : undefined;
    return toPage(rows, page.limit, (row) => [row.sortKey, row.id], presentComment, count);
  }

  @Allow('task.comment')
  @Post()
  write(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() input: WriteComment,
  ): Promise<CommentItem> {
    return this.changes.run(caller, async (change) => presentComment(await writeComment(change, id, input)));
  }
}

function presentComment({ sortKey: _, ...shown }: CommentRow): CommentItem {
  return shown;
}
