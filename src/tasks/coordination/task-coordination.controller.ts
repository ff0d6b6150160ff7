import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { PageRequest } from '../../platform/http/fields';
import { IdPipe } from '../../platform/http/id.pipe';
import { requireReadable } from '../acts/acts.queries';
import { CoordinatingUnitPage, CoordinationNotePage } from './coordination.presenter';
import { TaskNotesSearch } from './coordination.requests';
import { coordinatingUnits, notesOfTask } from './notes.queries';

/** What the coordinating units say, for those who read the task. */
@ApiTags('coordination')
@Controller('tasks/:id/coordination')
export class TaskCoordinationController {
  constructor(private readonly dataSource: DataSource) {}

  /** Each unit that helps, or helped, with its latest note; by name. */
  @Allow('task.read')
  @Get()
  async units(
    @CallerOf() { actor }: Caller,
    @Param('id', IdPipe) id: string,
    @Query() page: PageRequest,
  ): Promise<CoordinatingUnitPage> {
    await requireReadable(this.dataSource, actor, id);
    return coordinatingUnits(this.dataSource, id, page);
  }

  /** Their notes in full, newest first. */
  @Allow('task.read')
  @Get('notes')
  async notes(
    @CallerOf() { actor }: Caller,
    @Param('id', IdPipe) id: string,
    @Query() search: TaskNotesSearch,
  ): Promise<CoordinationNotePage> {
    await requireReadable(this.dataSource, actor, id);
    return notesOfTask(this.dataSource, id, search);
  }
}
