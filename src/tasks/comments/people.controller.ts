import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { toPage } from '../../platform/http/cursor';
import { IdPipe } from '../../platform/http/id.pipe';
import { requireReadable } from '../acts/acts.queries';
import { ReaderPage } from './comments.presenter';
import { PeopleSearch } from './comments.requests';
import { countPeople, peopleOf } from './people.queries';

/** Who may read a task: whom a comment on it can mention. */
@ApiTags('tasks')
@Controller('tasks/:id/people')
export class PeopleController {
  constructor(private readonly dataSource: DataSource) {}

  @Allow('task.read')
  @Get()
  async list(
    @CallerOf() { actor }: Caller,
    @Param('id', IdPipe) id: string,
    @Query() search: PeopleSearch,
  ): Promise<ReaderPage> {
    await requireReadable(this.dataSource, actor, id);
    const rows = await peopleOf(this.dataSource, id, search);
    const count = search.count ? await countPeople(this.dataSource, id, search) : undefined;
    return toPage(
      rows,
      search.limit,
      (row) => [row.displayName, row.id],
      (row) => row,
      count,
    );
  }
}
