import type { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import type { Texts } from '../../platform/errors/problem';
import { decodeCursor } from '../../platform/http/cursor';
import { notOfDraft } from '../task/readable';
import { namesThings, type Names } from './field-words';
import type { HistoryRow } from './history.presenter';
import type { HistoryRequest } from './history.requests';

/** Up to `limit + 1` entries of a task's journal that the actor may read, in the asked order. */
export function historyOf(
  dataSource: DataSource,
  actor: Actor,
  taskId: string,
  { order, act, cursor, limit }: HistoryRequest,
): Promise<HistoryRow[]> {
  const after = cursor ? decodeCursor(cursor, 1)[0] : null;
  const parameters = [taskId, act ?? null, after, limit + 1];
  const beyond = order === 'asc' ? '>' : '<';
  return dataSource.query(
    `SELECT j.id, j.at, j.act, json_build_object('id', j.actor_id, 'name', j.actor_name) AS actor, j.note, j.unit_id AS "unitId", j.changes
       FROM journal_entry j
      WHERE j.subject_type = 'task' AND j.subject_id = $1 AND ($2::text IS NULL OR j.act = $2) AND ($3::uuid IS NULL OR j.id ${beyond} $3)
        AND ${notOfDraft(actor, parameters, 'a.id > j.id')}
      ORDER BY j.id ${order} LIMIT $4`,
    parameters,
  );
}

export async function countHistory(
  dataSource: DataSource,
  actor: Actor,
  taskId: string,
  { act }: HistoryRequest,
): Promise<number> {
  const parameters = [taskId, act ?? null];
  const [{ count }]: { count: number }[] = await dataSource.query(
    `SELECT count(*)::int AS count FROM journal_entry j WHERE j.subject_type = 'task' AND j.subject_id = $1 AND ($2::text IS NULL OR j.act = $2)
        AND ${notOfDraft(actor, parameters, 'a.id > j.id')}`,
    parameters,
  );
  return count;
}

/** The names of everything that the entries refer to by id, in both languages; components and tasks go by their code. */
export async function namesIn(dataSource: DataSource, rows: HistoryRow[]): Promise<Names> {
  const ids = rows.flatMap(({ unitId, changes }) => [
    unitId,
    ...Object.entries(changes).flatMap(([field, values]) => (namesThings(field) ? values.flat() : [])),
  ]);
  const named: (Texts & { id: string })[] = await dataSource.query(
    `SELECT id, name_vi AS vi, name_en AS en FROM unit WHERE id = ANY($1::uuid[])
     UNION ALL SELECT id, display_name, display_name FROM app_user WHERE id = ANY($1::uuid[])
     UNION ALL SELECT id, code, code FROM node WHERE id = ANY($1::uuid[])
     UNION ALL SELECT id, code, code FROM task WHERE id = ANY($1::uuid[])`,
    [[...new Set(ids.filter((id) => id !== null))]],
  );
  return new Map(named.map(({ id, vi, en }) => [id, { vi, en }]));
}
