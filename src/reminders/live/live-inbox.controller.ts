import { Controller, Get, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { InboxPicture } from './live-inbox.presenter';
import { LiveInboxes } from './live-inboxes';

@ApiTags('reminders')
@ApiExtraModels(InboxPicture)
@Controller('notifications/stream')
export class LiveInboxController {
  constructor(private readonly inboxes: LiveInboxes) {}

  /** One's own inbox as server-sent events: `inbox` at once and whenever it changes, until the session ends. 429 beyond five. */
  @SignedIn()
  @RouteConfig({ endless: true })
  @ApiOkResponse({
    description: 'Events named `inbox`, each with an InboxPicture as its data',
    content: { 'text/event-stream': { schema: { $ref: getSchemaPath(InboxPicture) } } },
  })
  @Get()
  follow(
    @CallerOf() { actor }: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.inboxes.follow(actor.userId!, request, reply);
  }
}
