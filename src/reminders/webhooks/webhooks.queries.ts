import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import type { Permission } from '../../platform/access/roles';
import { withinScope } from '../../platform/access/scope';
import { commonProblem, fieldError, invalid } from '../../platform/errors/common-problems';
import { decodeCursor } from '../../platform/http/cursor';
import type { WebhookView } from './webhooks.presenter';
import type { WebhooksQuery } from './webhooks.requests';
import { webhookProblem } from './webhooks.problems';

type Database = DataSource | EntityManager;

/** Webhooks a unit may have. */
const LIMIT = 20;

const select = `SELECT w.id, json_build_object('id', u.id, 'code', u.code, 'nameVi', u.name_vi, 'nameEn', u.name_en) AS unit, w.name, w.url,
  w.kinds, w.active, w.created_at AS "createdAt", w.secret_revision AS "secretRevision", w.version,
  (SELECT json_build_object('since', p.since, 'until', p.until, 'reason', p.reason) FROM delivery_pause p
    WHERE p.outlet = w.id::text AND p.until > now()) AS pause
  FROM webhook w JOIN unit u ON u.id = w.unit_id`;

/** Webhooks of units in the actor's scope, the newest first; one row more than the page. */
export function listWebhooks(database: Database, actor: Actor, query: WebhooksQuery): Promise<WebhookView[]> {
  const { where, parameters } = filter(actor, query);
  if (query.cursor) {
    parameters.push(...decodeCursor(query.cursor, 1));
    where.push(`w.id < $${parameters.length}::uuid`);
  }
  parameters.push(query.limit + 1);
  return database.query(
    `${select} WHERE ${where.join(' AND ')} ORDER BY w.id DESC LIMIT $${parameters.length}`,
    parameters,
  );
}

export async function countWebhooks(database: Database, actor: Actor, query: WebhooksQuery): Promise<number> {
  const { where, parameters } = filter(actor, query);
  const [{ count }]: { count: number }[] = await database.query(
    `SELECT count(*)::int AS count FROM webhook w WHERE ${where.join(' AND ')}`,
    parameters,
  );
  return count;
}

/** A webhook in the actor's scope; 404 otherwise. */
export async function readWebhook(
  database: Database,
  actor: Actor,
  id: string,
  permission: Permission = 'webhook.read',
  lock = '',
): Promise<WebhookView> {
  const parameters: unknown[] = [id];
  const [row]: WebhookView[] = await database.query(
    `${select} WHERE w.id = $1 AND ${withinScope(actor, permission, 'w.unit_id', parameters)} ${lock}`,
    parameters,
  );
  if (!row) throw commonProblem('not_found');
  return row;
}

/** The same, held until the change ends. */
export function holdWebhook(manager: EntityManager, actor: Actor, id: string): Promise<WebhookView> {
  return readWebhook(manager, actor, id, 'webhook.write', 'FOR UPDATE OF w');
}

/** The unit is in the actor's scope and has room for one more; it is held, so that the limit holds. */
export async function requireRoom(manager: EntityManager, actor: Actor, unitId: string): Promise<void> {
  const parameters: unknown[] = [unitId];
  const found: unknown[] = await manager.query(
    `SELECT 1 FROM unit u WHERE u.id = $1 AND ${withinScope(actor, 'webhook.write', 'u.id', parameters)} FOR NO KEY UPDATE`,
    parameters,
  );
  if (found.length === 0) throw invalid(fieldError('unitId', 'not_found', noSuchUnit));
  const [{ count }]: { count: number }[] = await manager.query(
    'SELECT count(*)::int AS count FROM webhook WHERE unit_id = $1',
    [unitId],
  );
  if (count >= LIMIT) throw webhookProblem('webhook.too_many', { limit: LIMIT });
}

const noSuchUnit = {
  vi: 'Không có đơn vị này, hoặc đơn vị nằm ngoài phạm vi của bạn.',
  en: 'There is no such unit, or it is outside your scope.',
};

function filter(actor: Actor, query: WebhooksQuery): { where: string[]; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const where = [withinScope(actor, 'webhook.read', 'w.unit_id', parameters)];
  if (query.unitId) where.push(`w.unit_id = $${parameters.push(query.unitId)}`);
  if (query.active !== undefined) where.push(`w.active = $${parameters.push(query.active)}`);
  return { where, parameters };
}
