import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { claimDelivery, type Claim } from './claim';
import { endTry, giveUp } from './end-try';
import type { Channel, Outcome } from './outcome';
import { forgetPace } from './pace';

/** Deliveries in hand at once, of each channel in each worker: no server is to be flooded. */
const LANES = 3;

/**
 * Sends what waits. A try is counted and begun in the ledger before it is made, in a transaction of its own: no
 * connection is held while the other side thinks, and a delivery that kills its worker is not tried for ever. A worker
 * killed between the other side's answer and our note of it sends that delivery once more, under the same id.
 */
@Injectable()
export class Sending implements OnModuleDestroy {
  private readonly log = new Logger('Deliveries');
  private ending = false;

  constructor(private readonly dataSource: DataSource) {}

  onModuleDestroy(): void {
    this.ending = true;
  }

  /** `pace`: at most so many a minute, over all workers. */
  async sweep(channel: Channel, send: (claim: Claim) => Promise<Outcome>, pace?: number): Promise<void> {
    await giveUp(this.dataSource, channel);
    if (pace !== undefined) await this.dataSource.query(forgetPace);
    await Promise.all(Array.from({ length: LANES }, () => this.sendWaiting(channel, send, pace)));
  }

  private async sendWaiting(
    channel: Channel,
    send: (claim: Claim) => Promise<Outcome>,
    pace?: number,
  ): Promise<void> {
    const next = () => (this.ending ? undefined : claimDelivery(this.dataSource, channel, pace));
    for (let claim = await next(); claim; claim = await next()) {
      const outcome = await send(claim).catch((error: Error): Outcome => ({
        end: 'again',
        answer: error.message,
      }));
      if (outcome.end !== 'sent')
        this.log.warn(`${claim.id} was not sent (try ${claim.number}): ${outcome.answer}`);
      await endTry(this.dataSource, claim, outcome);
    }
  }
}
