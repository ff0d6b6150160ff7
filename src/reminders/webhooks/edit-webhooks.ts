import { uuidv7 } from 'uuidv7';
import type { Change } from '../../platform/change/change';
import { commonProblem } from '../../platform/errors/common-problems';
import { changesBetween, type FieldChanges } from '../../platform/journal/journal';
import type { WebhookView } from './webhooks.presenter';
import { holdWebhook, readWebhook, requireRoom } from './webhooks.queries';
import type { ChangeWebhook, CreateWebhook } from './webhooks.requests';

export async function createWebhook(change: Change, input: CreateWebhook): Promise<WebhookView> {
  const { manager, caller } = change;
  await requireRoom(manager, caller.actor, input.unitId);
  const id = uuidv7();
  await manager.query(
    'INSERT INTO webhook (id, unit_id, name, url, kinds, active, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [id, input.unitId, input.name, input.url, input.kinds, input.active, change.now],
  );
  const { unitId, ...shown } = input;
  record(change, 'created', { id, unitId }, changesBetween<typeof shown>({}, shown));
  return readWebhook(manager, caller.actor, id, 'webhook.write');
}

/** 412 when `version` is not the latest. What waits for a webhook goes to its new address. */
export async function changeWebhook(
  change: Change,
  id: string,
  version: number,
  input: ChangeWebhook,
): Promise<WebhookView> {
  const { manager, caller } = change;
  const before = await holdWebhook(manager, caller.actor, id);
  if (before.version !== version) throw commonProblem('stale');
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const changes = changesBetween<WebhookView>(before, given);
  if (Object.keys(changes).length === 0) return before;
  const { name, url, kinds, active } = { ...before, ...given };
  await manager.query(
    'UPDATE webhook SET name = $2, url = $3, kinds = $4, active = $5, version = version + 1 WHERE id = $1',
    [id, name, url, kinds, active],
  );
  // Whoever mends the address need not wait until the old one would have been tried again.
  await manager.query('DELETE FROM delivery_pause WHERE outlet = $1', [id]);
  record(change, 'changed', { id, unitId: before.unit.id }, changes);
  return readWebhook(manager, caller.actor, id, 'webhook.write');
}

/** Removes a webhook that was never used; one that has deliveries is switched off, so that these can still be read. */
export async function removeWebhook(change: Change, id: string): Promise<void> {
  const { manager, caller } = change;
  const { unit, name, url, active } = await holdWebhook(manager, caller.actor, id);
  const [{ used }]: { used: boolean }[] = await manager.query(
    'SELECT EXISTS (SELECT 1 FROM delivery WHERE webhook_id = $1) AS used',
    [id],
  );
  await manager.query('DELETE FROM delivery_pause WHERE outlet = $1', [id]);
  if (!used) {
    await manager.query('DELETE FROM webhook WHERE id = $1', [id]);
    return record(change, 'deleted', { id, unitId: unit.id }, { name: [name, null], url: [url, null] });
  }
  if (active) await switchOff(change, id, unit.id);
}

/** The receiver has said that it is gone for good. */
export async function switchOffGone(change: Change, id: string): Promise<void> {
  const [webhook]: { unitId: string; active: boolean }[] = await change.manager.query(
    'SELECT unit_id AS "unitId", active FROM webhook WHERE id = $1 FOR UPDATE',
    [id],
  );
  if (webhook?.active) await switchOff(change, id, webhook.unitId, 'HTTP 410');
}

async function switchOff(change: Change, id: string, unitId: string, note?: string): Promise<void> {
  await change.manager.query('UPDATE webhook SET active = false, version = version + 1 WHERE id = $1', [id]);
  record(change, 'switched_off', { id, unitId }, { active: [true, false] }, note);
}

/** A new secret; signatures are made with it from now on. */
export async function rotateSecret(change: Change, id: string): Promise<WebhookView> {
  const { manager, caller } = change;
  const { unit, secretRevision } = await holdWebhook(manager, caller.actor, id);
  await manager.query(
    'UPDATE webhook SET secret_revision = secret_revision + 1, version = version + 1 WHERE id = $1',
    [id],
  );
  const changes: FieldChanges = { secretRevision: [secretRevision, secretRevision + 1] };
  record(change, 'secret_renewed', { id, unitId: unit.id }, changes);
  return readWebhook(manager, caller.actor, id, 'webhook.write');
}

function record(
  change: Change,
  act: string,
  { id, unitId }: { id: string; unitId: string },
  changes: FieldChanges,
  note?: string,
): void {
  change.record({ act: `webhook.${act}`, subjectType: 'webhook', subjectId: id, unitId, changes, note });
}
