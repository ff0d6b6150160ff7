import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { dayOf } from '../../platform/clock/day';
import { toPage } from '../../platform/http/cursor';
import { PageRequest } from '../../platform/http/fields';
import { IdPipe } from '../../platform/http/id.pipe';
import {
  CoordinationDetail,
  CoordinationNoteOfUnit,
  CoordinationPage,
  presentCoordination,
} from './coordination.presenter';
import { countCoordination, listCoordination, readCoordination } from './coordination.queries';
import { CoordinationSearch, WriteNote } from './coordination.requests';
import { ownNotes } from './notes.queries';
import { WriteNotes } from './write-note';

/** The coordinating units' view of tasks that others lead (decision 0021): less of the task, and their own notes. */
@ApiTags('coordination')
@Controller('coordination')
export class CoordinationController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly notes: WriteNotes,
  ) {}

  /** Tasks that units in the caller's scope help with, by due date. */
  @Allow('task.read')
  @Get()
  async list(@CallerOf() caller: Caller, @Query() search: CoordinationSearch): Promise<CoordinationPage> {
    const { actor } = caller;
    const today = dayOf(caller.now);
    const rows = await listCoordination(this.dataSource, actor, search, today);
    const count = search.count ? await countCoordination(this.dataSource, actor, search, today) : undefined;
    return toPage(rows, search.limit, (row) => [row.sortKey, row.id], presentCoordination, count);
  }

  /** `limit` and `cursor` page through the notes. */
  @Allow('task.read')
  @Get(':taskId')
  async show(
    @CallerOf() { actor, now }: Caller,
    @Param('taskId', IdPipe) taskId: string,
    @Query() page: PageRequest,
  ): Promise<CoordinationDetail> {
    const row = await readCoordination(this.dataSource, actor, taskId, dayOf(now));
    return { ...presentCoordination(row), notes: await ownNotes(this.dataSource, actor, taskId, page) };
  }

  @Allow('task.report')
  @Post(':taskId/notes')
  write(
    @CallerOf() caller: Caller,
    @Param('taskId', IdPipe) taskId: string,
    @Body() input: WriteNote,
  ): Promise<CoordinationNoteOfUnit> {
    return this.notes.write(caller, taskId, input);
  }
}
