import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { Config } from '../../platform/config/config';
import { commonProblem } from '../../platform/errors/common-problems';
import { toPage } from '../../platform/http/cursor';
import { IdPipe } from '../../platform/http/id.pipe';
import {
  DeliveryDetail,
  DeliveryPage,
  DeliveryView,
  LetterView,
  presentAttempt,
  presentDelivery,
  Resent,
} from './deliveries.presenter';
import { attemptsOf, countDeliveries, findLetter, listDeliveries, readDelivery } from './deliveries.queries';
import { DeliveriesQuery, ResendDeliveries } from './deliveries.requests';
import { writeLetter } from './letter';
import { resendDeliveries, resendDelivery } from './resend-deliveries';

/** What went out to people and programs, waits or failed. */
@ApiTags('reminders')
@Controller('deliveries')
export class DeliveriesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly changes: Changes,
  ) {}

  /** The newest first; failed ones (`state=failed`) are the dead letters. */
  @Allow('delivery.read')
  @Get()
  async list(@CallerOf() { actor, locale }: Caller, @Query() query: DeliveriesQuery): Promise<DeliveryPage> {
    const rows = await listDeliveries(this.dataSource, actor, query);
    const count = query.count ? await countDeliveries(this.dataSource, actor, query) : undefined;
    return toPage(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => presentDelivery(row, locale),
      count,
    );
  }

  /** A delivery with every try, and why each failed. */
  @Allow('delivery.read')
  @Get(':id')
  async show(
    @CallerOf() { actor, locale }: Caller,
    @Param('id', IdPipe) id: string,
  ): Promise<DeliveryDetail> {
    const row = presentDelivery(await readDelivery(this.dataSource, actor, id), locale);
    const attempts = await attemptsOf(this.dataSource, id);
    return { ...row, attemptLog: attempts.map((attempt) => presentAttempt(attempt, locale)) };
  }

  /** The letter's words, and the file it was written to where no mail server is configured. */
  @Allow('delivery.read')
  @Get(':id/letter')
  async letter(@CallerOf() { actor }: Caller, @Param('id', IdPipe) id: string): Promise<LetterView> {
    const row = await findLetter(this.dataSource, actor, id);
    if (!row) throw commonProblem('not_found');
    const { PUBLIC_URL, SECRET_KEY } = this.config;
    const { to, messageId, subject, text } = writeLetter(row, PUBLIC_URL, SECRET_KEY);
    const file = /^letters\/[0-9a-f]{32}\.eml$/.test(row.sentTo ?? '') ? row.sentTo : null;
    const eml = file && (await readFile(join(this.config.DATA_DIR, file), 'utf8').catch(() => null));
    return { to, messageId, subject, text, file, eml };
  }

  /** Sends failed deliveries again, to the present addresses; their tries begin anew. */
  @Allow('delivery.resend')
  @Post('resend')
  @HttpCode(200)
  async resendMany(@CallerOf() caller: Caller, @Body() input: ResendDeliveries): Promise<Resent> {
    return this.changes.run(caller, (change) => resendDeliveries(change, input));
  }

  /** Sends a failed delivery again, to the present address; its tries begin anew. */
  @Allow('delivery.resend')
  @Post(':id/resend')
  @HttpCode(200)
  async resend(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<DeliveryView> {
    const { actor, locale } = caller;
    return this.changes.run(caller, async (change) => {
      await resendDelivery(change, id);
      return presentDelivery(await readDelivery(change.manager, actor, id), locale);
    });
  }
}
