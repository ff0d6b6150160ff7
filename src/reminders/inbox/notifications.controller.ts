import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { SignedIn } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { commonProblem } from '../../platform/errors/common-problems';
import { toPage } from '../../platform/http/cursor';
import { IdPipe } from '../../platform/http/id.pipe';
import {
  NotificationPage,
  NotificationView,
  presentNotification,
  ReadAllView,
} from './notifications.presenter';
import { countInbox, inboxOf, markAllRead, markRead } from './notifications.queries';
import { NotificationsQuery } from './notifications.requests';

/** One's own inbox; nobody reads another's. */
@ApiTags('reminders')
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
  ) {}

  @SignedIn()
  @Get()
  async list(@CallerOf() { actor }: Caller, @Query() query: NotificationsQuery): Promise<NotificationPage> {
    const [rows, unreadCount, count] = await Promise.all([
      inboxOf(this.dataSource, actor.userId, query),
      countInbox(this.dataSource, actor.userId, { unread: true }),
      query.count ? countInbox(this.dataSource, actor.userId, query) : undefined,
    ]);
    const page = toPage(rows, query.limit, (row) => [row.sortAt, row.id], presentNotification, count);
    return { ...page, unreadCount };
  }

  @SignedIn()
  @Post('read-all')
  @HttpCode(200)
  readAll(@CallerOf() caller: Caller): Promise<ReadAllView> {
    return this.changes.run(caller, async ({ manager, now }) => ({
      read: await markAllRead(manager, caller.actor.userId, now),
    }));
  }

  @SignedIn()
  @Post(':id/read')
  @HttpCode(200)
  read(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<NotificationView> {
    return this.changes.run(caller, async ({ manager, now }) => {
      const read = await markRead(manager, caller.actor.userId, id, now);
      if (!read) throw commonProblem('not_found');
      return presentNotification(read);
    });
  }
}
