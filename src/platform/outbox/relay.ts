import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { systemCaller } from '../access/caller';
import { Changes } from '../change/changes';
import type { Change } from '../change/change';
import { defineJob, Handles } from '../queue/job';
import type { DomainEvent } from './outbox';
import { SUBSCRIBES, type Subscriber } from './subscriptions';

export const relayOutbox = defineJob('outbox.relay');

interface OutboxRow extends DomainEvent {
  id: number;
  attempts: number;
  occurred_at: Date;
}

/** Hands committed events to their subscribers, in order, each exactly once in effect. */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap {
  private readonly log = new Logger('Outbox');
  private readonly subscribers = new Map<string, Subscriber[]>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    for (const { instance } of this.discovery.getProviders() as {
      instance: Record<string, Subscriber> | null;
    }[]) {
      if (!instance || typeof instance !== 'object') continue;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const topics = (Reflect.getMetadata(SUBSCRIBES, instance[method]) as string[] | undefined) ?? [];
        for (const topic of topics) {
          this.subscribers.set(topic, [
            ...(this.subscribers.get(topic) ?? []),
            instance[method].bind(instance),
          ]);
        }
      }
    }
  }

  /** Delivers until nothing is waiting. Two relays at once share the rows without meeting. */
  @Handles(relayOutbox)
  async relay(_: object, now: Date): Promise<void> {
    while (await this.deliverNext(now));
  }

  /** One event in one transaction; a subscriber's failure leaves the event for a later, slower try. */
  private async deliverNext(now: Date): Promise<boolean> {
    let taken: OutboxRow | undefined;
    try {
      await this.changes.run(systemCaller(now, 'outbox'), async (change) => {
        [taken] = await change.manager.query(
          `SELECT id, topic, payload, attempts, occurred_at FROM outbox
            WHERE delivered_at IS NULL AND next_attempt_at <= now()
            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
        );
        if (!taken) return;
        await this.tell(taken, change);
        await change.manager.query('UPDATE outbox SET delivered_at = now(), error = NULL WHERE id = $1', [
          taken.id,
        ]);
      });
    } catch (error) {
      if (!taken) throw error;
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      this.log.error(`${taken.topic} (${taken.id}) was not delivered: ${stack}`);
      await this.postpone(taken, message);
    }
    return taken !== undefined;
  }

  private async tell(row: OutboxRow, change: Change): Promise<void> {
    for (const subscriber of this.subscribers.get(row.topic) ?? []) await subscriber(row, change);
  }

  private async postpone(row: OutboxRow, reason: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE outbox SET attempts = attempts + 1, error = $2, next_attempt_at = now() + make_interval(secs => $3)
        WHERE id = $1 AND delivered_at IS NULL`,
      // PostgreSQL keeps no zero byte; an event that cannot be postponed would stop all others.
      [row.id, reason.replaceAll('\0', '').slice(0, 2000), Math.min(3600, 5 * 2 ** row.attempts)],
    );
  }
}
