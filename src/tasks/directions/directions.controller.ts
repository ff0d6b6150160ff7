import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Allow, SignedIn } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { dayOf } from '../../platform/clock/day';
import { toPage } from '../../platform/http/cursor';
import { PageRequest } from '../../platform/http/fields';
import { IdPipe } from '../../platform/http/id.pipe';
import { ActOnTask } from '../acts/act-on-task';
import { countRecords, requireReadable } from '../acts/acts.queries';
import { answerDirection } from './answer-direction';
import { directAct } from './direct-act';
import { DirectionItem, DirectionList, presentDirection, TaskWithDirection } from './directions.presenter';
import { countDirections, directionsOf, searchDirections } from './directions.queries';
import { AnswerDirection, DirectionSearch, GiveDirection } from './directions.requests';

/** Instructions on tasks (đôn đốc): whom they ask, until when, and what the answer was. */
@ApiTags('tasks')
@Controller()
export class DirectionsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
    private readonly acts: ActOnTask,
  ) {}

  @Allow('task.read')
  @Get('tasks/:id/directions')
  async ofTask(
    @CallerOf() { actor, now }: Caller,
    @Param('id', IdPipe) id: string,
    @Query() page: PageRequest,
  ): Promise<DirectionList> {
    await requireReadable(this.dataSource, actor, id);
    const rows = await directionsOf(this.dataSource, actor, dayOf(now), id, page);
    const count = page.count ? await countRecords(this.dataSource, 'direction', id) : undefined;
    return toPage(rows, page.limit, (row) => [row.id], presentDirection, count);
  }

  /** Answers with the task and the id of the direction. */
  @Allow('task.direct')
  @Post('tasks/:id/directions')
  direct(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: GiveDirection,
  ): Promise<TaskWithDirection> {
    return this.changes.run(caller, async (change) => {
      const directionId = uuidv7();
      const task = await this.acts.within(change, id, ifMatch, directAct(input, directionId));
      return { ...task, directionId };
    });
  }

  /** Directions on all tasks one may read, and those given to oneself; what is to be answered soonest comes first. */
  @SignedIn()
  @Get('directions')
  async search(@CallerOf() { actor, now }: Caller, @Query() search: DirectionSearch): Promise<DirectionList> {
    const today = dayOf(now);
    const rows = await searchDirections(this.dataSource, actor, today, search);
    const count = search.count ? await countDirections(this.dataSource, actor, today, search) : undefined;
    return toPage(rows, search.limit, (row) => [row.sortKey, row.id], presentDirection, count);
  }

  /** By the addressee, who needs no role for it, or by whoever reports for the lead unit. */
  @SignedIn()
  @Post('directions/:id/answer')
  @HttpCode(200)
  answer(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { text }: AnswerDirection,
  ): Promise<DirectionItem> {
    return this.changes.run(caller, (change) => answerDirection(change, id, ifMatch, text));
  }
}
