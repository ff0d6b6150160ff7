import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { sessionCookieOf } from '../../identity/identity.api';
import { SignedIn } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { pageOfWhole } from '../../platform/http/cursor';
import { PageRequest } from '../../platform/http/fields';
import { IdPipe } from '../../platform/http/id.pipe';
import { FeedList, NewFeed } from './feed.presenter';
import { CreateFeed } from './feed.requests';
import { Feeds } from './feeds';

/** The own private addresses for calendars. */
@ApiTags('deadline-feeds')
@Controller('deadline-feeds')
export class FeedsController {
  constructor(private readonly feeds: Feeds) {}

  /** The own live feeds, without their secrets. */
  @SignedIn()
  @Get()
  async list(@CallerOf() caller: Caller, @Query() page: PageRequest): Promise<FeedList> {
    return pageOfWhole(await this.feeds.mine(caller), page, ({ id }) => id);
  }

  /** Makes an address; only this answer holds it. Needs a session: a token that ends must leave nothing that does not. */
  @SignedIn()
  @Post()
  async create(
    @CallerOf() caller: Caller,
    @Req() request: FastifyRequest,
    @Body() { name }: CreateFeed,
  ): Promise<NewFeed> {
    sessionCookieOf(request);
    return this.feeds.create(caller, name);
  }

  /** Revokes an address at once. */
  @SignedIn()
  @Delete(':id')
  @HttpCode(204)
  async revoke(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    await this.feeds.revoke(caller, id);
  }
}
