import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Config } from '../../platform/config/config';
import { commonProblem } from '../../platform/errors/common-problems';
import { toPage } from '../../platform/http/cursor';
import { IdPipe } from '../../platform/http/id.pipe';
import { DeliveryPage, LetterView } from './deliveries.presenter';
import { countDeliveries, findLetter, listDeliveries } from './deliveries.queries';
import { DeliveriesQuery } from './deliveries.requests';
import { writeLetter } from './letter';

/** Letters that went out, wait or failed. */
@ApiTags('reminders')
@Controller('deliveries')
export class DeliveriesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  @Allow('delivery.read')
  @Get()
  async list(@CallerOf() { actor }: Caller, @Query() query: DeliveriesQuery): Promise<DeliveryPage> {
    const rows = await listDeliveries(this.dataSource, actor, query);
    const count = query.count ? await countDeliveries(this.dataSource, actor, query.state) : undefined;
    return toPage(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => row,
      count,
    );
  }

  /** The letter's words, and the file it was written to where no mail server is configured. */
  @Allow('delivery.read')
  @Get(':id/letter')
  async letter(@CallerOf() { actor }: Caller, @Param('id', IdPipe) id: string): Promise<LetterView> {
    const row = await findLetter(this.dataSource, actor, id);
    if (!row) throw commonProblem('not_found');
    const { to, messageId, subject, text } = writeLetter(row, this.config.PUBLIC_URL);
    const file = /^letters\/[0-9a-f]{32}\.eml$/.test(row.sentTo ?? '') ? row.sentTo : null;
    const eml = file && (await readFile(join(this.config.DATA_DIR, file), 'utf8').catch(() => null));
    return { to, messageId, subject, text, file, eml };
  }
}
