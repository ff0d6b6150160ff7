import type { DataSource } from 'typeorm';
import { decodeCursor } from '../../platform/http/cursor';
import type { ReaderItem } from './comments.presenter';
import type { PeopleSearch } from './comments.requests';
import { readersOfTask } from './readers';

const people = `FROM task t JOIN app_user u ON u.id IN (${readersOfTask}) AND u.active JOIN unit o ON o.id = u.unit_id`;

/** Up to `limit + 1` active people who may read a task, in Vietnamese order. */
export function peopleOf(
  dataSource: DataSource,
  taskId: string,
  search: PeopleSearch,
): Promise<ReaderItem[]> {
  const { where, parameters } = conditions(taskId, search);
  if (search.cursor) {
    const [name, id] = decodeCursor(search.cursor, 2);
    where.push(
      `(u.display_name COLLATE vietnamese, u.id) > ($${parameters.push(name)}::text, $${parameters.push(id)}::uuid)`,
    );
  }
  const limit = `$${parameters.push(search.limit + 1)}`;
  return dataSource.query(
    `SELECT u.id, u.display_name AS "displayName", u.position, json_build_object('nameVi', o.name_vi, 'nameEn', o.name_en) AS unit
       ${people} WHERE ${where.join(' AND ')} ORDER BY u.display_name COLLATE vietnamese, u.id LIMIT ${limit}`,
    parameters,
  );
}

export async function countPeople(
  dataSource: DataSource,
  taskId: string,
  search: PeopleSearch,
): Promise<number> {
  const { where, parameters } = conditions(taskId, search);
  const [{ count }]: { count: number }[] = await dataSource.query(
    `SELECT count(*)::int AS count ${people} WHERE ${where.join(' AND ')}`,
    parameters,
  );
  return count;
}

/** Searches only what it shows: neither username nor address can be guessed here. */
function conditions(taskId: string, { q }: PeopleSearch): { where: string[]; parameters: unknown[] } {
  const parameters: unknown[] = [taskId];
  const where = ['t.id = $1'];
  if (q) {
    const words = `$${parameters.push(q.replace(/[\\%_]/g, '\\$&'))}`;
    where.push(
      `fold(concat_ws(' ', u.display_name, u.position, o.name_vi, o.name_en)) LIKE '%' || fold(${words}) || '%'`,
    );
  }
  return { where, parameters };
}
