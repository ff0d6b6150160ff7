import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { systemCaller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { dayOf } from '../../platform/clock/day';
import { Config } from '../../platform/config/config';
import { defineJob, Handles } from '../../platform/queue/job';
import { deriveEvent } from '../derive/derive-event';
import { personalKinds, type VoidReason } from '../reminder';
import { compose } from './compose';
import { holdDueReminder, type Facts } from './facts';
import { Distances } from './distance';
import { whyVoid } from './why-void';

export const tellReminder = defineJob<{ reminderId: string; asOf?: string }>('reminders.tell', {
  concurrency: 4,
});

const TRIES = 8;

/** Tells one reminder: notification, letter to be sent and `told_at` are one transaction, or nothing is. */
@Injectable()
export class Tell {
  private readonly log = new Logger('Reminders');

  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
    private readonly distances: Distances,
    private readonly config: Config,
  ) {}

  @Handles(tellReminder)
  async tell({ reminderId, asOf }: { reminderId: string; asOf?: string }, now: Date): Promise<void> {
    const moment = asOf ? new Date(asOf) : now;
    try {
      await this.changes.run(systemCaller(moment, 'reminders.tell'), async ({ manager, today }) => {
        const facts = await holdDueReminder(manager, reminderId, asOf ?? null);
        if (!facts) return;
        const reason = whyVoid(facts);
        if (reason) {
          await voidReminder(manager, reminderId, reason);
          return reason === 'recipient_changed' ? handOn(manager, facts, moment) : undefined;
        }
        const distance = await this.distances.between(manager, today, facts.dueDate);
        await this.notify(manager, facts, compose(facts, distance));
      });
    } catch (error) {
      this.log.error(`${reminderId} was not told on ${dayOf(moment)}: ${(error as Error).stack}`);
      await this.postpone(reminderId, (error as Error).message);
    }
  }

  private async notify(
    manager: EntityManager,
    facts: Facts,
    words: ReturnType<typeof compose>,
  ): Promise<void> {
    const notificationId = uuidv7();
    await manager.query(
      `WITH told AS (UPDATE reminder SET told_at = now() WHERE id = $2),
       notified AS (
         INSERT INTO notification (id, reminder_id, recipient_id, task_id, kind, title_vi, title_en, body_vi, body_en, created_at, shown_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now(), now()) RETURNING id)
       INSERT INTO delivery (id, notification_id, recipient_id, channel, address, message_id, created_at, next_attempt_at)
       SELECT $10, id, $3, 'mail', $11, $12, now(), now() FROM notified WHERE $11::text <> ''`,
      [
        notificationId,
        facts.id,
        facts.recipientId,
        facts.taskId,
        words.kind,
        words.title.vi,
        words.title.en,
        words.body.vi,
        words.body.en,
        uuidv7(),
        facts.email?.trim() ?? '',
        `${notificationId}@${new URL(this.config.PUBLIC_URL).hostname}`,
      ],
    );
  }

  /** A telling that broke is tried again ever later; the eighth failure is its last. The sweep brings it back. */
  private async postpone(reminderId: string, reason: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE reminder SET attempts = attempts + 1,
              next_attempt_at = now() + make_interval(mins => least(60, 2 ^ attempts)::int),
              failed_at = CASE WHEN attempts + 1 >= ${TRIES} THEN now() END,
              failure_reason = CASE WHEN attempts + 1 >= ${TRIES} THEN $2 END
        WHERE id = $1 AND told_at IS NULL AND failed_at IS NULL AND void_at IS NULL`,
      [reminderId, reason.slice(0, 2000)],
    );
  }
}

async function voidReminder(manager: EntityManager, id: string, reason: VoidReason): Promise<void> {
  await manager.query('UPDATE reminder SET void_at = now(), void_reason = $2 WHERE id = $1', [id, reason]);
}

/** The word of a person is not lost with its first recipient: whoever stands in his place by now is told instead, once. */
async function handOn(manager: EntityManager, facts: Facts, now: Date): Promise<void> {
  const { kind, taskId, revision: version, subjectId } = facts;
  if (kind === 'deadline' || !personalKinds.includes(kind)) return;
  await deriveEvent(manager, { kind, taskId, version, subjectId }, now);
}
