import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { toPage } from '../../platform/http/cursor';
import { presentReminder, ReminderPage } from './reminders.presenter';
import { countReminders, listReminders } from './reminders.queries';
import { RemindersQuery } from './reminders.requests';

/** What will be told, was told, failed or is void, and why. */
@ApiTags('reminders')
@Controller('reminders')
export class RemindersController {
  constructor(private readonly dataSource: DataSource) {}

  @Allow('reminder.read')
  @Get()
  async list(@CallerOf() { actor }: Caller, @Query() query: RemindersQuery): Promise<ReminderPage> {
    const rows = await listReminders(this.dataSource, actor, query);
    const count = query.count ? await countReminders(this.dataSource, actor, query) : undefined;
    return toPage(rows, query.limit, (row) => [row.sortAt, row.id], presentReminder, count);
  }
}
