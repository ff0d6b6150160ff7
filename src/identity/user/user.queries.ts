import type { DataSource, EntityManager } from 'typeorm';
import { unitsWhere, type Actor } from '../../platform/access/actor';
import { within, withinScope } from '../../platform/access/scope';
import type { Day } from '../../platform/clock/day';
import { commonProblem, fieldError, invalid } from '../../platform/errors/common-problems';
import { decodeCursor } from '../../platform/http/cursor';
import type { UserRow } from './user.presenter';
import type { UserSearch } from './user.requests';

type Database = DataSource | EntityManager;

/** A unit as JSON, by the alias it is joined under. */
export function unitJson(alias: string): string {
  return `json_build_object('id', ${alias}.id, 'code', ${alias}.code, 'nameVi', ${alias}.name_vi, 'nameEn', ${alias}.name_en)`;
}

/** The roles of the person `u` as a JSON list. */
export const grantsJson = `coalesce((SELECT json_agg(json_build_object('id', g.id, 'role', g.role, 'unit', ${unitJson('x')}) ORDER BY g.id)
  FROM role_grant g JOIN unit x ON x.id = g.unit_id WHERE g.user_id = u.id), '[]')`;

/** Columns of a UserRow; $1 is the list of units in which the actor administers people. */
const columns = `u.id, u.username, u.display_name AS "displayName", u.email, ${unitJson('own')} AS unit, u.position,
  u.is_head AS "isHead", u.locale, u.invented, u.active, u.version, ${grantsJson} AS grants,
  ${within('u.unit_id', '$1::uuid[]')} AS administered,
  EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = u.id AND NOT ${within('g.unit_id', '$1::uuid[]')}) AS "rightsElsewhere"`;

/** People in the actor's scope, by name; one row more than a page holds. */
export async function listUsers(database: Database, actor: Actor, search: UserSearch): Promise<UserRow[]> {
  const parameters: unknown[] = [unitsWhere(actor, 'user.write')];
  const conditions = conditionsOf(actor, search, parameters);
  if (search.cursor) {
    const [name, id] = decodeCursor(search.cursor, 2);
    parameters.push(name, id);
    const [n, i] = [parameters.length - 1, parameters.length];
    conditions.push(`(u.display_name COLLATE vietnamese, u.id) > ($${n}::text, $${i}::uuid)`);
  }
  parameters.push(search.limit + 1);
  return database.query(
    `SELECT ${columns} FROM app_user u JOIN unit own ON own.id = u.unit_id WHERE ${conditions.join(' AND ')}
      ORDER BY u.display_name COLLATE vietnamese, u.id LIMIT $${parameters.length}`,
    parameters,
  );
}

export async function countUsers(database: Database, actor: Actor, search: UserSearch): Promise<number> {
  const parameters: unknown[] = [];
  const conditions = conditionsOf(actor, search, parameters);
  const [{ count }]: { count: number }[] = await database.query(
    `SELECT count(*) AS count FROM app_user u WHERE ${conditions.join(' AND ')}`,
    parameters,
  );
  return count;
}

/** A person in the actor's scope; 404 otherwise. */
export async function readUser(database: Database, actor: Actor, id: string): Promise<UserRow> {
  const parameters: unknown[] = [unitsWhere(actor, 'user.write'), id];
  const [row]: UserRow[] = await database.query(
    `SELECT ${columns} FROM app_user u JOIN unit own ON own.id = u.unit_id
      WHERE u.id = $2 AND ${withinScope(actor, 'user.read', 'u.unit_id', parameters)}`,
    parameters,
  );
  if (!row) throw commonProblem('not_found');
  return row;
}

/** Whether the actor administers people in a unit, in force or not. */
export async function administers(database: Database, actor: Actor, unitId: string): Promise<boolean> {
  const parameters: unknown[] = [unitId];
  const found: unknown[] = await database.query(
    `SELECT 1 FROM unit u WHERE u.id = $1 AND ${withinScope(actor, 'user.write', 'u.id', parameters)}`,
    parameters,
  );
  return found.length > 0;
}

/** Refuses a unit in which the actor does not administer people, or that has ended. */
export async function requireUnit(
  database: Database,
  actor: Actor,
  unitId: string,
  today: Day,
): Promise<void> {
  const parameters: unknown[] = [unitId, today];
  const found: unknown[] = await database.query(
    `SELECT 1 FROM unit u WHERE u.id = $1 AND (u.valid_to IS NULL OR u.valid_to >= $2::date)
        AND ${withinScope(actor, 'user.write', 'u.id', parameters)}`,
    parameters,
  );
  if (found.length > 0) return;
  const texts = {
    vi: 'Không có đơn vị này trong phạm vi quản trị của bạn, hoặc đơn vị đã kết thúc. Chọn đơn vị khác.',
    en: 'There is no such unit in your administration, or it has ended. Choose another one.',
  };
  throw invalid(fieldError('unitId', 'not_found', texts));
}

function conditionsOf(actor: Actor, search: UserSearch, parameters: unknown[]): string[] {
  const conditions = [withinScope(actor, 'user.read', 'u.unit_id', parameters)];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value === undefined) return;
    parameters.push(value);
    conditions.push(condition(`$${parameters.length}`));
  };
  add(search.unitId, (p) => `u.unit_id = ${p}`);
  add(search.within, (p) => within('u.unit_id', `ARRAY[${p}::uuid]`));
  add(search.active, (p) => `u.active = ${p}`);
  add(search.role, (p) => `EXISTS (SELECT 1 FROM role_grant r WHERE r.user_id = u.id AND r.role = ${p})`);
  add(search.q?.replace(/[\\%_]/g, '\\$&'), (p) => `u.search LIKE '%' || fold(${p}) || '%'`);
  return conditions;
}
