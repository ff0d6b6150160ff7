import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { performance } from 'node:perf_hooks';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { Config } from '../../platform/config/config';
import { IdPipe } from '../../platform/http/id.pipe';
import { sayReason } from '../sending/reasons';
import { DeliverEvent } from './deliver-event';
import { rotateSecret } from './edit-webhooks';
import { sampleEvent } from './webhook-event';
import { requireSecretKey, secretOf } from './webhook-secret';
import { WebhookTrial, WebhookWithSecret } from './webhooks.presenter';
import { readWebhook } from './webhooks.queries';

@ApiTags('webhooks')
@Controller('webhooks/:id')
export class WebhookActsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
    private readonly config: Config,
    private readonly deliver: DeliverEvent,
  ) {}

  /** Makes a new secret, which only this answer holds; the old one signs nothing any more. */
  @Allow('webhook.write')
  @Post('secret')
  @HttpCode(200)
  async rotate(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<WebhookWithSecret> {
    const key = requireSecretKey(this.config);
    const webhook = await this.changes.run(caller, (change) => rotateSecret(change, id));
    return { ...webhook, secret: secretOf(key, webhook) };
  }

  /** Sends a trial event at once, whether the webhook is on or off, and says what came back. */
  @Allow('webhook.write')
  @Post('test')
  @HttpCode(200)
  async test(
    @CallerOf() { actor, locale, now }: Caller,
    @Param('id', IdPipe) id: string,
  ): Promise<WebhookTrial> {
    requireSecretKey(this.config);
    const webhook = await readWebhook(this.dataSource, actor, id, 'webhook.write');
    const recipient = { id: actor.userId!, username: null, displayName: actor.name };
    const begun = performance.now();
    const took = () => Math.round(performance.now() - begun);
    try {
      const { status, text } = await this.deliver.to(webhook, sampleEvent(uuidv7(), now, recipient));
      const taken = status >= 200 && status < 300;
      return { taken, status, answer: text, failure: null, milliseconds: took() };
    } catch (error) {
      const failure = sayReason(locale, (error as Error).message);
      return { taken: false, status: null, answer: null, failure, milliseconds: took() };
    }
  }
}
