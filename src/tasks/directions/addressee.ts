import type { EntityManager } from 'typeorm';
import type { Task } from '../task/task';

/** True where the person works, today, in the lead unit or in a coordinating unit of the task. */
export async function mayBeAddressed(manager: EntityManager, task: Task, userId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM app_user u WHERE u.id = $1 AND u.active
        AND (u.unit_id = $2 OR u.unit_id IN (SELECT c.unit_id FROM task_coordinator c WHERE c.task_id = $3))`,
    [userId, task.leadUnitId, task.id],
  );
  return rows.length > 0;
}

/** Who answers for the task: the responsible individual, else the head of the lead unit, else nobody in person. */
export async function usualAddressee(manager: EntityManager, task: Task): Promise<string | null> {
  const [person]: { id: string }[] = await manager.query(
    `SELECT u.id FROM app_user u
      WHERE u.active AND (u.id = $1 OR (u.unit_id = $2 AND u.is_head))
      ORDER BY coalesce(u.id = $1, false) DESC, u.id LIMIT 1`,
    [task.responsibleId, task.leadUnitId],
  );
  return person?.id ?? null;
}
