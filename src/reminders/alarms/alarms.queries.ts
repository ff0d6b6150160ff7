import type { DataSource, EntityManager } from 'typeorm';
import { unitsWhere, type Actor } from '../../platform/access/actor';
import { grants, roles } from '../../platform/access/roles';
import { decodeCursor } from '../../platform/http/cursor';
import type { AlarmKind, Seen } from './alarm';
import type { AlarmRow } from './alarms.presenter';
import type { AlarmsQuery } from './alarms.requests';

const columns = `id, kind, detail, begun_at AS "begunAt", last_seen_at AS "lastSeenAt", ended_at AS "endedAt", begun_at::text AS "sortAt"`;

/** Alarms are of the whole system: only who may read deliveries at the top of a tree finds any. Newest first; one row more than the page. */
export function listAlarms(database: DataSource, actor: Actor, query: AlarmsQuery): Promise<AlarmRow[]> {
  const { where, parameters } = filter(actor, query);
  if (query.cursor) {
    parameters.push(...decodeCursor(query.cursor, 2));
    where.push(`(begun_at, id) < ($${parameters.length - 1}::timestamptz, $${parameters.length}::uuid)`);
  }
  parameters.push(query.limit + 1);
  return database.query(
    `SELECT ${columns} FROM alarm WHERE ${where.join(' AND ')} ORDER BY begun_at DESC, id DESC LIMIT $${parameters.length}`,
    parameters,
  );
}

export async function countAlarms(database: DataSource, actor: Actor, query: AlarmsQuery): Promise<number> {
  const { where, parameters } = filter(actor, query);
  const [{ count }]: { count: number }[] = await database.query(
    `SELECT count(*)::int AS count FROM alarm WHERE ${where.join(' AND ')}`,
    parameters,
  );
  return count;
}

function filter(actor: Actor, { open }: AlarmsQuery): { where: string[]; parameters: unknown[] } {
  const parameters: unknown[] = [unitsWhere(actor, 'delivery.read')];
  const where = ['EXISTS (SELECT 1 FROM unit u WHERE u.id = ANY($1::uuid[]) AND u.parent_id IS NULL)'];
  if (open !== undefined) where.push(`ended_at IS ${open ? '' : 'NOT '}NULL`);
  return { where, parameters };
}

export async function openAlarms(database: DataSource): Promise<Set<AlarmKind>> {
  const rows: { kind: AlarmKind }[] = await database.query('SELECT kind FROM alarm WHERE ended_at IS NULL');
  return new Set(rows.map((row) => row.kind));
}

/** Begins an alarm; false when somebody else has. */
export async function beginAlarm(manager: EntityManager, kind: AlarmKind, seen: Seen): Promise<boolean> {
  const begun: unknown[] = await manager.query(
    `INSERT INTO alarm (id, kind, detail, begun_at, last_seen_at) VALUES (uuid_v7(), $1, $2, now(), now())
     ON CONFLICT (kind) WHERE ended_at IS NULL DO NOTHING RETURNING id`,
    [kind, seen],
  );
  return begun.length > 0;
}

/** Notes that it is still so; without `seen`, that nobody can tell whether it is. */
export async function keepAlarm(manager: EntityManager, kind: AlarmKind, seen?: Seen): Promise<void> {
  await manager.query(
    'UPDATE alarm SET last_seen_at = now(), detail = coalesce($2, detail) WHERE kind = $1 AND ended_at IS NULL',
    [kind, seen ?? null],
  );
}

/** What comes back within so long was never over. */
const QUIET = '5 minutes';

/** Ends an alarm whose cause has not been seen for a while; when it was begun and last seen. */
export async function endAlarm(
  manager: EntityManager,
  kind: AlarmKind,
): Promise<{ begunAt: Date; lastSeenAt: Date } | undefined> {
  const [ended]: { begunAt: Date; lastSeenAt: Date }[] = await manager.query(
    `WITH ended AS (
       UPDATE alarm SET ended_at = now()
        WHERE kind = $1 AND ended_at IS NULL AND last_seen_at < now() - interval '${QUIET}' RETURNING begun_at, last_seen_at)
     SELECT begun_at AS "begunAt", last_seen_at AS "lastSeenAt" FROM ended`,
    [kind],
  );
  return ended;
}

const keepers = roles.filter((role) => grants(role, 'queue.read'));

/** The administrators of the top units, active or not. */
export async function administrators(manager: EntityManager): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `SELECT DISTINCT g.user_id AS id FROM role_grant g
       JOIN unit top ON top.id = g.unit_id AND top.parent_id IS NULL
      WHERE g.role = ANY($1)`,
    [keepers],
  );
  return rows.map((row) => row.id);
}
