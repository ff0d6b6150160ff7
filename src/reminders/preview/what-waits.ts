import type { EntityManager } from 'typeorm';
import type { Day } from '../../platform/clock/day';
import { waiting } from '../reminder';

/** What waits to be told of some tasks: id and day of each. */
export interface Waiting {
  ids: string[];
  days: Day[];
}

export async function whatWaits(manager: EntityManager, taskIds: string[]): Promise<Waiting> {
  const [found]: Waiting[] = await manager.query(
    `SELECT coalesce(array_agg(r.id ORDER BY r.id), '{}') AS ids, coalesce(array_agg(r.fire_on ORDER BY r.id), '{}') AS days
       FROM reminder r WHERE r.task_id = ANY($1::uuid[]) AND ${waiting}`,
    [taskIds],
  );
  return found;
}
