import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { Config } from '../../platform/config/config';
import { toPage } from '../../platform/http/cursor';
import { IdPipe } from '../../platform/http/id.pipe';
import { etagOf, versionFrom } from '../../platform/http/version';
import { changeWebhook, createWebhook, removeWebhook } from './edit-webhooks';
import { reachOf } from './receiver-address';
import { receiverUrl } from './receiver-url';
import { requireSecretKey, secretOf } from './webhook-secret';
import { WebhookPage, WebhookView, WebhookWithSecret } from './webhooks.presenter';
import { countWebhooks, listWebhooks, readWebhook } from './webhooks.queries';
import { ChangeWebhook, CreateWebhook, WebhooksQuery } from './webhooks.requests';

/** Programs that are told what people are told: a document system, a bridge to a messenger. */
@ApiTags('webhooks')
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
    private readonly config: Config,
  ) {}

  /** The newest first. */
  @Allow('webhook.read')
  @Get()
  async list(@CallerOf() { actor }: Caller, @Query() query: WebhooksQuery): Promise<WebhookPage> {
    const rows = await listWebhooks(this.dataSource, actor, query);
    const count = query.count ? await countWebhooks(this.dataSource, actor, query) : undefined;
    return toPage(
      rows,
      query.limit,
      ({ id }) => [id],
      (row) => row,
      count,
    );
  }

  @Allow('webhook.read')
  @Get(':id')
  async show(
    @CallerOf() { actor }: Caller,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookView> {
    return tagged(reply, await readWebhook(this.dataSource, actor, id));
  }

  /** Only this answer holds the secret. */
  @Allow('webhook.write')
  @Post()
  async create(
    @CallerOf() caller: Caller,
    @Body() input: CreateWebhook,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookWithSecret> {
    const key = requireSecretKey(this.config);
    const url = receiverUrl(input.url, reachOf(this.config));
    const webhook = await this.changes.run(caller, (change) => createWebhook(change, { ...input, url }));
    // Outside the change, whose result is kept for its Idempotency-Key.
    return tagged(reply, { ...webhook, secret: secretOf(key, webhook) });
  }

  /** If-Match with the version read. */
  @Allow('webhook.write')
  @Patch(':id')
  async change(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: ChangeWebhook,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookView> {
    const version = versionFrom(ifMatch);
    const url = input.url === undefined ? undefined : receiverUrl(input.url, reachOf(this.config));
    return tagged(
      reply,
      await this.changes.run(caller, (change) => changeWebhook(change, id, version, { ...input, url })),
    );
  }

  /** Switches it off when it has deliveries, otherwise removes it. */
  @Allow('webhook.write')
  @Delete(':id')
  @HttpCode(204)
  async remove(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    await this.changes.run(caller, (change) => removeWebhook(change, id));
  }
}

function tagged<View extends WebhookView>(reply: FastifyReply, view: View): View {
  void reply.header('etag', etagOf(view.version));
  return view;
}
