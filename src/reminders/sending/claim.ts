import type { DataSource } from 'typeorm';
import type { Channel } from './outcome';
import { takePace } from './pace';
import { mayBeTried, takeTrial } from './rest';

/** A claim outlives the longest wait for the other side, so that no two workers hold the same delivery. */
const LEASE = '2 minutes';

/** A delivery in a worker's hand. */
export interface Claim {
  id: string;
  /** The try's number in the ledger; it grows over all tries of the delivery. */
  number: number;
  /** Tries that count, this one included, since the delivery was made or sent again by hand. */
  attempts: number;
  /** `mail`, or the webhook's id. */
  outlet: string;
  /** Whether the outlet has been at rest and is tried by this delivery. */
  trial: boolean;
}

const due = `d.sent_at IS NULL AND d.failed_at IS NULL AND d.next_attempt_at <= now()`;

/** SQL: the delivery to be sent next, locked; its outlet, and whether that has been at rest. */
const nextOf: Record<Channel, string> = {
  mail: `SELECT d.id, 'mail' AS outlet, p.outlet IS NOT NULL AS trial
    FROM delivery d LEFT JOIN delivery_pause p ON p.outlet = 'mail'
   WHERE d.channel = 'mail' AND ${due} AND ${mayBeTried}
   ORDER BY d.next_attempt_at, d.id LIMIT 1 FOR UPDATE OF d SKIP LOCKED`,
  // Any receiver first, then its oldest: who has a hundred thousand waiting does not keep the others from theirs.
  webhook: `SELECT d.id, w.id::text AS outlet, w.trial
    FROM (SELECT w.id, p.outlet IS NOT NULL AS trial FROM webhook w LEFT JOIN delivery_pause p ON p.outlet = w.id::text
           WHERE w.active AND ${mayBeTried} ORDER BY random()) w
   CROSS JOIN LATERAL (SELECT d.id FROM delivery d WHERE d.webhook_id = w.id AND ${due}
                        ORDER BY d.next_attempt_at, d.id LIMIT 1 FOR UPDATE SKIP LOCKED) d
   LIMIT 1`,
};

const claimNext = (channel: Channel) => `
  WITH next AS MATERIALIZED (${nextOf[channel]}),
  d AS (
    UPDATE delivery SET attempts = attempts + 1, next_attempt_at = now() + interval '${LEASE}'
      FROM next WHERE delivery.id = next.id
    RETURNING delivery.id, delivery.attempts, next.outlet, next.trial),
  begun AS (
    INSERT INTO delivery_attempt (delivery_id, number, begun_at)
    SELECT d.id, 1 + coalesce((SELECT max(a.number) FROM delivery_attempt a WHERE a.delivery_id = d.id), 0), now() FROM d
    RETURNING delivery_id, number)
  SELECT d.*, begun.number FROM d JOIN begun ON begun.delivery_id = d.id`;

/**
 * Takes the next delivery of a channel, with its try counted and begun in the ledger: all in one transaction, or
 * nothing where the pace (deliveries a minute) is used up or another worker tries the outlet.
 */
export async function claimDelivery(
  dataSource: DataSource,
  channel: Channel,
  pace?: number,
): Promise<Claim | undefined> {
  try {
    return await dataSource.transaction(async (manager) => {
      const [claim]: Claim[] = await manager.query(claimNext(channel));
      if (!claim) return undefined;
      if (claim.trial && !(await takeTrial(manager, claim.outlet, LEASE))) throw new NotNow();
      if (pace !== undefined && !(await takePace(manager, pace))) throw new NotNow();
      return claim;
    });
  } catch (error) {
    if (error instanceof NotNow) return undefined;
    throw error;
  }
}

/** Undoes a claim that may not be made now. */
class NotNow extends Error {}
