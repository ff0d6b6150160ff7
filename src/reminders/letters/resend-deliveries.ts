import type { Change } from '../../platform/change/change';
import { addDays, momentOf } from '../../platform/clock/day';
import { commonProblem } from '../../platform/errors/common-problems';
import { deliveryProblem } from './deliveries.problems';
import type { Resent } from './deliveries.presenter';
import { deliveriesWithin, deliveryJoins } from './deliveries.queries';
import type { ResendDeliveries } from './deliveries.requests';

/** Sends one failed delivery again. 404 outside the actor's scope, 409 when it has not failed or its webhook is off. */
export async function resendDelivery(change: Change, id: string): Promise<void> {
  const parameters: unknown[] = [id];
  const [row]: { failed: boolean; off: string | null }[] = await change.manager.query(
    `SELECT d.failed_at IS NOT NULL AS failed, CASE WHEN NOT w.active THEN w.name END AS off
       FROM delivery d ${deliveryJoins}
      WHERE d.id = $1 AND ${deliveriesWithin(change.caller.actor, 'delivery.resend', parameters)} FOR UPDATE OF d`,
    parameters,
  );
  if (!row) throw commonProblem('not_found');
  if (!row.failed) throw deliveryProblem('delivery.not_failed');
  if (row.off) throw deliveryProblem('delivery.webhook_off', { name: row.off });
  await beginAnew(change, [id]);
}

/** Sends failed deliveries in the actor's scope again; who asks twice at once sends each once. */
export async function resendDeliveries(change: Change, input: ResendDeliveries): Promise<Resent> {
  const { from, parameters } = failedOnes(change, input);
  const chosen: { id: string }[] = await change.manager.query(
    `SELECT d.id ${from} ORDER BY d.failed_at, d.id LIMIT $${parameters.push(input.limit)} FOR UPDATE OF d SKIP LOCKED`,
    parameters,
  );
  await beginAnew(
    change,
    chosen.map(({ id }) => id),
  );
  const rest = failedOnes(change, input);
  const [{ left }]: { left: number }[] = await change.manager.query(
    `SELECT count(*)::int AS left ${rest.from}`,
    rest.parameters,
  );
  return { resent: chosen.length, left };
}

function failedOnes(change: Change, input: ResendDeliveries): { from: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const where = [
    'd.failed_at IS NOT NULL AND w.active IS NOT FALSE',
    deliveriesWithin(change.caller.actor, 'delivery.resend', parameters),
  ];
  const add = (value: unknown, condition: string) => {
    if (value !== undefined) where.push(`${condition} $${parameters.push(value)}`);
  };
  add(input.channel, 'd.channel =');
  add(input.webhookId, 'd.webhook_id =');
  add(input.failedFrom && momentOf(input.failedFrom), 'd.failed_at >=');
  add(input.failedTo && momentOf(addDays(input.failedTo, 1)), 'd.failed_at <');
  return { from: `FROM delivery d ${deliveryJoins} WHERE ${where.join(' AND ')}`, parameters };
}

/**
 * Tries are counted anew while the ledger goes on; the id by which a repeat is recognised stays. It goes to the address
 * of today, because a wrong address is the most frequent reason and is corrected at the person.
 */
async function beginAnew(change: Change, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const [rows]: [{ id: string; unitId: string; before: string; address: string; reason: string }[], number] =
    await change.manager.query(
      `UPDATE delivery d SET failed_at = NULL, failure_reason = NULL, attempts = 0, next_attempt_at = now(),
              address = coalesce(f.present, '')
         FROM (SELECT f.id, f.address, f.failure_reason, coalesce(w.unit_id, me.unit_id) AS unit_id, coalesce(w.url, btrim(me.email)) AS present
                 FROM delivery f JOIN app_user me ON me.id = f.recipient_id LEFT JOIN webhook w ON w.id = f.webhook_id
                WHERE f.id = ANY($1)) f
        WHERE d.id = f.id
       RETURNING d.id, f.unit_id AS "unitId", f.address AS before, d.address, f.failure_reason AS reason`,
      [ids],
    );
  for (const { id, unitId, before, address, reason } of rows)
    change.record({
      act: 'delivery.resent',
      subjectType: 'delivery',
      subjectId: id,
      unitId,
      changes: {
        failureReason: [reason, null],
        ...(before === address ? {} : { address: [before, address] }),
      },
    });
}
