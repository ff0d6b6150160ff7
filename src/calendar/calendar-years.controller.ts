import { Body, Controller, Get, Headers, Param, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Allow } from '../platform/access/allow';
import { CallerOf, type Caller } from '../platform/access/caller';
import { Changes } from '../platform/change/changes';
import { dayOf } from '../platform/clock/day';
import { commonProblem } from '../platform/errors/common-problems';
import { pageOfWhole } from '../platform/http/cursor';
import { etagOf, versionFrom } from '../platform/http/version';
import { requireCalendarWriter } from './calendar.policy';
import { yearsAsOf } from './calendar.queries';
import { CalendarYearList, CalendarYearView, presentSummary, presentYear } from './calendar.presenter';
import { AsOfQuery, CalendarYearBody, CalendarYearsQuery, daysOf, YearPath } from './calendar.requests';
import { writeYear } from './write-year';

@ApiTags('calendar')
@Controller('calendar/years')
export class CalendarYearsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
  ) {}

  /** The years that are entered, as known on a day. */
  @Allow('calendar.read')
  @Get()
  async list(@Query() query: CalendarYearsQuery, @CallerOf() caller: Caller): Promise<CalendarYearList> {
    const years = await yearsAsOf(this.dataSource, query.asOf ?? dayOf(caller.now));
    return pageOfWhole(years.map(presentSummary), query, ({ year }) => year);
  }

  /** Days off and worked Saturdays of a year. */
  @Allow('calendar.read')
  @Get(':year')
  async show(
    @Param() { year }: YearPath,
    @Query() query: AsOfQuery,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CalendarYearView> {
    const years = await yearsAsOf(this.dataSource, query.asOf ?? dayOf(caller.now));
    const found = years.find((candidate) => candidate.year === year);
    if (!found) throw commonProblem('not_found');
    void reply.header('etag', etagOf(found.version));
    return presentYear(found);
  }

  /** Enters a year, or corrects it from today on; If-Match with the version read when the year exists. */
  @Allow('calendar.write')
  @Put(':year')
  async write(
    @Param() { year }: YearPath,
    @Body() body: CalendarYearBody,
    @Headers('if-match') ifMatch: string | undefined,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CalendarYearView> {
    const version = ifMatch === undefined ? null : versionFrom(ifMatch);
    const written = await this.changes.run(caller, async (change) => {
      await requireCalendarWriter(change.manager, caller.actor);
      const input = { provisional: body.provisional ?? false, days: daysOf(body) };
      return presentYear(await writeYear(change, year, version, input));
    });
    void reply.header('etag', etagOf(written.version));
    return written;
  }
}
