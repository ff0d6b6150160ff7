import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { withinScope } from '../../platform/access/scope';
import type { Day } from '../../platform/clock/day';
import { MOST_UNITS, type AssignBatch } from './task.requests';
import { fault, leadFaults, refuse } from './task-checks';

export interface BatchUnit {
  id: string;
  code: string;
  nameVi: string;
  nameEn: string;
}

type Choice = Pick<AssignBatch, 'leadUnitIds' | 'level' | 'group'>;

/** The units of a batch: those named, in that order, or all of a level or group that the actor may assign to on `day`. */
export async function unitsOf(
  manager: EntityManager,
  actor: Actor,
  choice: Choice,
  day: Day,
): Promise<BatchUnit[]> {
  const { leadUnitIds, level, group } = choice;
  const ways = [leadUnitIds, level, group].filter((way) => way !== undefined);
  if (ways.length !== 1 || leadUnitIds?.length === 0) refuse([fault('leadUnitIds', 'units_one_way')]);
  if (leadUnitIds) return namedUnits(manager, actor, leadUnitIds, day);
  const path = level ? 'level' : 'group';
  const units = await unitsOfLevel(manager, actor, level ?? (await levelOf(manager, group!)), day);
  if (units.length === 0) refuse([fault(path, 'units_none')]);
  if (units.length > MOST_UNITS) refuse([fault(path, 'units_too_many')]);
  return units;
}

const columns = `u.id, u.code, u.name_vi AS "nameVi", u.name_en AS "nameEn"`;

async function namedUnits(
  manager: EntityManager,
  actor: Actor,
  ids: string[],
  day: Day,
): Promise<BatchUnit[]> {
  const named = ids.map((id, n) => ({ path: `leadUnitIds[${n}]`, id: id.toLowerCase() }));
  refuse(await leadFaults(manager, actor, day, named));
  return manager.query(
    `SELECT ${columns} FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, n) JOIN unit u USING (id) ORDER BY asked.n`,
    [ids],
  );
}

async function unitsOfLevel(
  manager: EntityManager,
  actor: Actor,
  level: string,
  day: Day,
): Promise<BatchUnit[]> {
  const parameters: unknown[] = [level, day, MOST_UNITS + 1];
  return manager.query(
    `SELECT ${columns} FROM unit u
      WHERE u.level = $1 AND daterange(u.valid_from, u.valid_to, '[]') @> $2::date
        AND ${withinScope(actor, 'task.assign', 'u.id', parameters)}
      ORDER BY u.name_vi COLLATE vietnamese, u.id LIMIT $3`,
    parameters,
  );
}

async function levelOf(manager: EntityManager, group: string): Promise<string> {
  const [found]: { level: string }[] = await manager.query(
    'SELECT level FROM unit_group WHERE keyword = $1',
    [group],
  );
  if (!found) refuse([fault('group', 'group_unknown')]);
  return found.level;
}
