import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { addDays, momentOf, type Day } from '../../platform/clock/day';
import { commonProblem, fieldError, invalid } from '../../platform/errors/common-problems';
import { IdPipe } from '../../platform/http/id.pipe';
import { NotificationView, presentNotification } from './notifications.presenter';
import { bringBack, putOff } from './notifications.queries';
import { Snooze } from './notifications.requests';

/** Half past seven: before the working day begins. */
const MORNING = 7.5;
const MOST_DAYS = 365;

/** Puts a notification off to a later day. */
@ApiTags('reminders')
@Controller('notifications/:id/snooze')
export class SnoozeController {
  constructor(private readonly changes: Changes) {}

  /** Hidden until 07:30 of the day, then unread at the top of the inbox. */
  @SignedIn()
  @Post()
  @HttpCode(200)
  snooze(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { until }: Snooze,
  ): Promise<NotificationView> {
    return this.changes.run(caller, async ({ manager, today }) => {
      requireComing(until, today);
      const row = await putOff(manager, caller.actor.userId, id, momentOf(until, MORNING));
      if (!row) throw commonProblem('not_found');
      return presentNotification(row);
    });
  }

  /** Shows it again at once, where it stood when it was told. */
  @SignedIn()
  @Delete()
  wake(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<NotificationView> {
    return this.changes.run(caller, async ({ manager }) => {
      const row = await bringBack(manager, caller.actor.userId, id);
      if (!row) throw commonProblem('not_found');
      return presentNotification(row);
    });
  }
}

function requireComing(until: Day, today: Day): void {
  if (until > today && until <= addDays(today, MOST_DAYS)) return;
  const texts = {
    vi: 'Chỉ nhắc lại được từ ngày mai đến một năm tới. Chọn ngày khác.',
    en: 'It can be put off from tomorrow to a year ahead. Choose another day.',
  };
  throw invalid(fieldError('until', 'range', texts));
}
