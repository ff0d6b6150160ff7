import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { post, type PostAnswer } from './post';
import { reachOf } from './receiver-address';
import type { WebhookEvent } from './webhook-event';
import { requireSecretKey, secretOf, signatureHeaders } from './webhook-secret';

/** Signs an event and posts it: what is signed is, byte for byte, what is sent. */
@Injectable()
export class DeliverEvent {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  to(to: { id: string; secretRevision: number; url: string }, event: WebhookEvent): Promise<PostAnswer> {
    const secret = secretOf(requireSecretKey(this.config), to);
    const body = JSON.stringify(event);
    const headers = signatureHeaders(secret, event.id, body, this.clock.now());
    return post(new URL(to.url), body, headers, reachOf(this.config));
  }
}
