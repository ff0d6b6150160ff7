import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { pageOfWhole } from '../../platform/http/cursor';
import { PageRequest } from '../../platform/http/fields';
import { IdPipe } from '../../platform/http/id.pipe';
import { etagOf, versionFrom } from '../../platform/http/version';
import { changeRule } from './change-rule';
import { createRule, deleteRule } from './own-rules';
import { ReminderRuleList, ReminderRuleView } from './reminder-rules.presenter';
import { allRules, findRule } from './reminder-rules.queries';
import { ChangeReminderRule, CreateReminderRule } from './reminder-rules.requests';

/** Who is told what, and when. */
@ApiTags('reminders')
@Controller('reminder-rules')
export class ReminderRulesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
  ) {}

  @Allow('reminder.read')
  @Get()
  async list(@CallerOf() { actor }: Caller, @Query() page: PageRequest): Promise<ReminderRuleList> {
    return pageOfWhole(await allRules(this.dataSource, actor), page, ({ id }) => id);
  }

  @Allow('reminder.read')
  @Get(':id')
  async show(
    @CallerOf() { actor }: Caller,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReminderRuleView> {
    const rule = await findRule(this.dataSource, actor, id);
    void reply.header('etag', etagOf(rule.version));
    return rule;
  }

  /** Makes a rule of the province's own; every open task is looked at under it. */
  @Allow('reminder.write')
  @Post()
  async create(
    @CallerOf() caller: Caller,
    @Body() input: CreateReminderRule,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReminderRuleView> {
    const rule = await this.changes.run(caller, (change) => createRule(change, input));
    void reply.header('etag', etagOf(rule.version));
    return rule;
  }

  /** Switches a rule, moves its day, its recipient or its words; If-Match with the version read. */
  @Allow('reminder.write')
  @Put(':id')
  async change(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: ChangeReminderRule,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReminderRuleView> {
    const version = versionFrom(ifMatch);
    const rule = await this.changes.run(caller, (change) => changeRule(change, id, version, input));
    void reply.header('etag', etagOf(rule.version));
    return rule;
  }

  /** Removes a rule of one's own that has told nobody yet; the others are switched off. If-Match with the version read. */
  @Allow('reminder.write')
  @HttpCode(204)
  @Delete(':id')
  async remove(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    const version = versionFrom(ifMatch);
    await this.changes.run(caller, (change) => deleteRule(change, id, version));
  }
}
