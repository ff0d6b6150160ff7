import type { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { withinScope } from '../../platform/access/scope';
import { decodeCursor } from '../../platform/http/cursor';
import { waiting, type ReminderState } from '../reminder';
import type { ReminderRow } from './reminders.presenter';
import type { RemindersQuery } from './reminders.requests';

const conditionOf: Record<ReminderState, string> = {
  waiting,
  told: 'r.told_at IS NOT NULL',
  failed: 'r.failed_at IS NOT NULL',
  void: 'r.void_at IS NOT NULL',
};

/** Reminders of tasks in the actor's scope, by the moment they are due; one row more than the page. */
export function listReminders(
  database: DataSource,
  actor: Actor,
  query: RemindersQuery,
): Promise<ReminderRow[]> {
  const { where, parameters } = filter(actor, query);
  if (query.cursor) {
    parameters.push(...decodeCursor(query.cursor, 2));
    where.push(`(r.fire_at, r.id) > ($${parameters.length - 1}::timestamptz, $${parameters.length}::uuid)`);
  }
  parameters.push(query.limit + 1);
  return database.query(
    `SELECT r.id, r.revision, r.fire_on AS "fireOn", r.fire_at AS "fireAt", r.fire_at::text AS "sortAt",
            CASE WHEN r.told_at IS NOT NULL THEN 'told' WHEN r.failed_at IS NOT NULL THEN 'failed'
                 WHEN r.void_at IS NOT NULL THEN 'void' ELSE 'waiting' END AS state,
            r.told_at AS "toldAt", r.failed_at AS "failedAt", r.failure_reason AS "failureReason",
            r.void_at AS "voidAt", r.void_reason AS "voidReason",
            json_build_object('id', t.id, 'code', t.code, 'titleVi', t.title_vi, 'titleEn', t.title_en) AS task,
            json_build_object('id', rule.id, 'code', rule.code, 'nameVi', rule.name_vi, 'nameEn', rule.name_en, 'kind', rule.kind) AS rule,
            json_build_object('id', u.id, 'displayName', u.display_name) AS recipient
       FROM reminder r
       JOIN task t ON t.id = r.task_id
       JOIN reminder_rule rule ON rule.id = r.rule_id
       JOIN app_user u ON u.id = r.recipient_id
      WHERE ${where.join(' AND ')}
      ORDER BY r.fire_at, r.id LIMIT $${parameters.length}`,
    parameters,
  );
}

export async function countReminders(
  database: DataSource,
  actor: Actor,
  query: RemindersQuery,
): Promise<number> {
  const { where, parameters } = filter(actor, query);
  const [{ count }]: { count: number }[] = await database.query(
    `SELECT count(*)::int AS count FROM reminder r JOIN task t ON t.id = r.task_id WHERE ${where.join(' AND ')}`,
    parameters,
  );
  return count;
}

function filter(
  actor: Actor,
  { taskId, recipientId, state }: RemindersQuery,
): { where: string[]; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const where = [withinScope(actor, 'reminder.read', 't.lead_unit_id', parameters)];
  if (taskId) where.push(`r.task_id = $${parameters.push(taskId)}`);
  if (recipientId) where.push(`r.recipient_id = $${parameters.push(recipientId)}`);
  if (state) where.push(conditionOf[state]);
  return { where, parameters };
}
