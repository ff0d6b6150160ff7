import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Config } from '../../platform/config/config';
import { toPage } from '../../platform/http/cursor';
import { AlarmPage, presentAlarm } from './alarms.presenter';
import { countAlarms, listAlarms } from './alarms.queries';
import { AlarmsQuery } from './alarms.requests';
import { boardOf } from './alarms';

/** What is or was wrong with the system itself. */
@ApiTags('reminders')
@Controller('alarms')
export class AlarmsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  /** The newest first; empty for whoever may not read deliveries at the top of the tree. */
  @Allow('delivery.read')
  @Get()
  async list(@CallerOf() { actor }: Caller, @Query() query: AlarmsQuery): Promise<AlarmPage> {
    const rows = await listAlarms(this.dataSource, actor, query);
    const count = query.count ? await countAlarms(this.dataSource, actor, query) : undefined;
    const board = boardOf(this.config);
    return toPage(
      rows,
      query.limit,
      (row) => [row.sortAt, row.id],
      (row) => presentAlarm(row, board),
      count,
    );
  }
}
