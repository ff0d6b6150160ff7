import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource, type EntityManager } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import type { Change } from '../../platform/change/change';
import { toPage } from '../../platform/http/cursor';
import { IdPipe } from '../../platform/http/id.pipe';
import { lastWordsOf } from '../../reports/reports.api';
import { ConcludeSession } from './conclude-session';
import { HoldSession } from './hold-session';
import { SessionPage, SessionView } from './session.presenter';
import { countSessions, listSessions, readItems, readSession } from './session.queries';
import { DecideItem, OpenSession, SessionsRequest } from './session.requests';

/** A leader goes through what is overdue, decides on each item, and concludes: directions, new days and people follow. */
@ApiTags('reviews')
@Controller('review-sessions')
export class SessionsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
    private readonly sessions: HoldSession,
    private readonly concluding: ConcludeSession,
  ) {}

  @Allow('report.read')
  @Get()
  async list(@CallerOf() { actor }: Caller, @Query() request: SessionsRequest): Promise<SessionPage> {
    const rows = await listSessions(this.dataSource, actor, request);
    const count = request.count ? await countSessions(this.dataSource, actor, request) : undefined;
    return toPage(
      rows,
      request.limit,
      ({ id }) => [id],
      ({ mayDirect: _, ...summary }) => summary,
      count,
    );
  }

  @Allow('report.read')
  @Get(':id')
  show(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<SessionView> {
    return viewOf(this.dataSource.manager, caller, id);
  }

  /** Takes the overdue tasks of a unit's subtree as they stand, most points at stake first. */
  @Allow('task.direct')
  @Post()
  async open(@CallerOf() caller: Caller, @Body() input: OpenSession): Promise<SessionView> {
    const agenda = await this.sessions.agenda(caller, input);
    return this.run(caller, (change) => this.sessions.open(change, input, agenda));
  }

  /** Records the decision on a task; nothing happens to the task before the conclusion. */
  @Allow('task.direct')
  @Put(':id/items/:taskId')
  decide(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('taskId', IdPipe) taskId: string,
    @Body() input: DecideItem,
  ): Promise<SessionView> {
    return this.run(caller, async (change) => {
      await this.sessions.decide(change, id, taskId, input);
      return id;
    });
  }

  @Allow('task.direct')
  @Delete(':id/items/:taskId')
  @HttpCode(200)
  takeBack(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('taskId', IdPipe) taskId: string,
  ): Promise<SessionView> {
    return this.run(caller, async (change) => {
      await this.sessions.decide(change, id, taskId, null);
      return id;
    });
  }

  /** Carries out what was decided; each item says what came of it. */
  @Allow('task.direct')
  @Post(':id/conclusion')
  @HttpCode(200)
  conclude(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<SessionView> {
    return this.run(caller, async (change) => {
      await this.concluding.conclude(change, id);
      return id;
    });
  }

  private run(caller: Caller, work: (change: Change) => Promise<string>): Promise<SessionView> {
    return this.changes.run(caller, async (change) => viewOf(change.manager, caller, await work(change)));
  }
}

/** The session with its items, and what was last reported and ordered by the day it was held. */
async function viewOf(manager: EntityManager, { actor }: Caller, id: string): Promise<SessionView> {
  const { mayDirect, ...session } = await readSession(manager, actor, id);
  const items = await readItems(manager, actor, id);
  const words = await lastWordsOf(
    manager,
    items.map(({ task }) => task.id),
    session.heldOn,
  );
  const open = mayDirect && session.concludedAt === null;
  return {
    ...session,
    list: items.map((item) => ({ ...item, ...words.get(item.task.id)! })),
    abilities: [
      ...(open ? (['decide'] as const) : []),
      ...(open && session.decided > 0 ? (['conclude'] as const) : []),
    ],
  };
}
