import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { toPage } from '../../platform/http/cursor';
import { IdPipe } from '../../platform/http/id.pipe';
import { requireReadable } from '../acts/acts.queries';
import { HistoryList, presentHistory } from './history.presenter';
import { countHistory, historyOf, namesIn } from './history.queries';
import { HistoryRequest } from './history.requests';

/** The trail of a task, in words. */
@ApiTags('tasks')
@Controller('tasks/:id/history')
export class HistoryController {
  constructor(private readonly dataSource: DataSource) {}

  /** What happened to the task, who did it, and every field it changed. */
  @Allow('task.read')
  @Get()
  async list(
    @CallerOf() { actor, locale }: Caller,
    @Param('id', IdPipe) id: string,
    @Query() request: HistoryRequest,
  ): Promise<HistoryList> {
    await requireReadable(this.dataSource, actor, id);
    const rows = await historyOf(this.dataSource, actor, id, request);
    const names = await namesIn(this.dataSource, rows);
    const count = request.count ? await countHistory(this.dataSource, actor, id, request) : undefined;
    return toPage(
      rows,
      request.limit,
      (row) => [row.id],
      (row) => presentHistory(row, names, locale),
      count,
    );
  }
}
