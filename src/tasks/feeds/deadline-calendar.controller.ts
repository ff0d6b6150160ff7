import { Controller, Get, Header, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { hashOf } from '../../identity/identity.api';
import { Public } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { dayOf } from '../../platform/clock/day';
import { Config } from '../../platform/config/config';
import { commonProblem } from '../../platform/errors/common-problems';
import { calendarOf } from './deadline-calendar';
import { deadlinesOf, keepReadOn, readerOf } from './deadlines.queries';

/** What calendars read: the address is the key. Whatever else a program adds to it is passed over, not refused. */
@ApiTags('deadline-feeds')
@Controller('deadline-feeds')
export class DeadlineCalendarController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  /** The person's deadlines, 90 days back to 400 ahead, as an iCalendar; a wrong or revoked address is not found. */
  @Public()
  @Get(':secret.ics')
  @Header('x-robots-tag', 'noindex')
  @ApiQuery({
    name: 'alarms',
    required: false,
    description: '`false`: without the alarms three days and one day before.',
  })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  async read(
    @CallerOf() { now }: Caller,
    @Param('secret') secret: string,
    @Query('alarms') alarms: string | undefined,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const reader = await readerOf(this.dataSource, hashOf(secret));
    if (!reader) throw commonProblem('not_found');
    const { locale, feedName: name } = reader;
    const today = dayOf(now);
    const deadlines = await deadlinesOf(this.dataSource, reader, today);
    await keepReadOn(this.dataSource, reader, today);
    const head = { name, locale, today, publicUrl: this.config.PUBLIC_URL, alarms: alarms !== 'false' };
    const etag = etagOf([head, deadlines]);
    void reply.headers({ etag, 'cache-control': 'private, no-cache' });
    if (matches(known, etag)) {
      void reply.status(304);
      return undefined;
    }
    void reply.headers({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="deadlines.ics"',
    });
    return calendarOf(deadlines, { ...head, now });
  }
}

/** Weak: two calendars that say the same differ in their stamps. */
function etagOf(content: unknown): string {
  return `W/"${createHash('sha256').update(JSON.stringify(content)).digest('base64url')}"`;
}

function matches(known: string | undefined, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return known !== undefined && known.split(',').some((tag) => ['*', bare(etag)].includes(bare(tag)));
}
