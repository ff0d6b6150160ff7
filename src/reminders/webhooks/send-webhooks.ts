import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemCaller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { Config } from '../../platform/config/config';
import { defineJob, Handles } from '../../platform/queue/job';
import type { Claim } from '../sending/claim';
import type { Outcome } from '../sending/outcome';
import { Sending } from '../sending/sending';
import { DeliverEvent } from './deliver-event';
import { switchOffGone } from './edit-webhooks';
import type { PostAnswer } from './post';
import { findOutgoing } from './webhook-event';
import { outcomeOf } from './webhook-outcome';

export const sweepWebhooks = defineJob('webhooks.sweep');

/** Posts waiting notifications to the programs of the province. */
@Injectable()
export class SendWebhooks {
  private readonly log = new Logger('Webhooks');

  constructor(
    private readonly sending: Sending,
    private readonly deliver: DeliverEvent,
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
    private readonly config: Config,
  ) {}

  @Handles(sweepWebhooks)
  async sweep(_payload: object, now: Date): Promise<void> {
    // Nothing is posted unsigned: it waits for the key.
    if (!this.config.SECRET_KEY) return;
    await this.sending.sweep('webhook', (claim) => this.send(claim, now));
  }

  private async send({ id }: Claim, now: Date): Promise<Outcome> {
    const { webhookId, event, ...to } = await findOutgoing(this.dataSource, id, this.config.PUBLIC_URL);
    let answer: PostAnswer;
    try {
      answer = await this.deliver.to({ id: webhookId, ...to }, event);
    } catch (error) {
      return { end: 'again', answer: (error as Error).message, outletDown: true };
    }
    const { gone, ...outcome } = outcomeOf(answer, now);
    if (gone) {
      this.log.warn(`The receiver of webhook ${webhookId} is gone (410); it is switched off.`);
      await this.changes.run(systemCaller(now, 'webhooks.sweep'), (change) =>
        switchOffGone(change, webhookId),
      );
    }
    return outcome;
  }
}
