import type { DataSource } from 'typeorm';
import type { Claim } from './claim';
import type { Channel, Outcome } from './outcome';
import { endRest, letRest } from './rest';

/** Minutes until the next try after the first, second … failure: some two days, so that a day's outage loses nothing. */
export const PATIENCE = [1, 5, 15, 60, 120, 240, 480, 720, 1440];
export const TRIES = PATIENCE.length + 1;

/** Writes how a try ended into the ledger and the delivery, and lets the outlet rest or work. */
export async function endTry(dataSource: DataSource, claim: Claim, outcome: Outcome): Promise<void> {
  const answer = storable(outcome.answer);
  if (outcome.end === 'sent') await noteSent(dataSource, claim, answer);
  else await noteNotSent(dataSource, claim, { ...outcome, answer });
  if (outcome.outletDown) await letRest(dataSource, claim, answer, outcome.leaveFor);
  else if (claim.trial) await endRest(dataSource, claim.outlet);
}

/** What was sent is sent, also when it had been given up meanwhile. */
async function noteSent(dataSource: DataSource, { id, number }: Claim, answer: string): Promise<void> {
  await dataSource.query(
    `WITH ended AS (${ending('true')})
     UPDATE delivery SET sent_at = now(), sent_to = left($3, 500), failed_at = NULL, failure_reason = NULL
      WHERE id = $1 AND sent_at IS NULL`,
    [id, number, answer],
  );
}

/** Says nothing about a delivery that a later try has in hand by now, or that was sent again by hand. */
async function noteNotSent(
  dataSource: DataSource,
  { id, number, attempts }: Claim,
  { end, answer, uncounted, leaveFor = 0 }: Outcome,
): Promise<void> {
  const counted = uncounted ? attempts - 1 : attempts;
  const wait = uncounted ? 0 : 60 * PATIENCE[Math.min(counted, PATIENCE.length) - 1];
  await dataSource.query(
    `WITH ended AS (${ending('false')})
     UPDATE delivery SET attempts = $4, failure_reason = $3, failed_at = CASE WHEN $5 THEN now() END,
            next_attempt_at = now() + make_interval(secs => $6)
      WHERE id = $1 AND sent_at IS NULL AND failed_at IS NULL AND attempts = $7
        AND $2 = (SELECT max(number) FROM delivery_attempt WHERE delivery_id = $1)`,
    [id, number, answer, counted, end === 'failed' || counted >= TRIES, Math.max(wait, leaveFor), attempts],
  );
}

const ending = (sent: string) => `UPDATE delivery_attempt SET ended_at = now(), sent = ${sent}, answer = $3
  WHERE delivery_id = $1 AND number = $2 AND ended_at IS NULL`;

/** Deliveries that nobody will try again: the last try ended with its worker, or the webhook is switched off. */
export async function giveUp(dataSource: DataSource, channel: Channel): Promise<void> {
  await dataSource.query(
    `UPDATE delivery SET failed_at = now(), failure_reason = coalesce(failure_reason, 'worker_ended')
      WHERE channel = $1 AND sent_at IS NULL AND failed_at IS NULL AND next_attempt_at <= now() AND attempts >= ${TRIES}`,
    [channel],
  );
  if (channel === 'webhook')
    await dataSource.query(
      `UPDATE delivery d SET failed_at = now(), failure_reason = 'webhook_off' FROM webhook w
        WHERE w.id = d.webhook_id AND NOT w.active AND d.sent_at IS NULL AND d.failed_at IS NULL`,
    );
}

/** PostgreSQL keeps no NUL in a text; other control characters only disturb its readers. */
function storable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ').slice(0, 2000);
}
