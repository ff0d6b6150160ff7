import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { withinScope } from '../../platform/access/scope';
import { commonProblem } from '../../platform/errors/common-problems';
import type { ReminderRuleView } from './reminder-rules.presenter';

const columns = `id, code, name_vi AS "nameVi", name_en AS "nameEn", kind, offset_working_days AS "offsetWorkingDays", recipient, active, version`;

/** All rules, in the order in which a task meets them. */
export function allRules(database: DataSource): Promise<ReminderRuleView[]> {
  return database.query(
    `SELECT ${columns} FROM reminder_rule ORDER BY offset_working_days NULLS LAST, id LIMIT 500`,
  );
}

export async function findRule(
  database: DataSource | EntityManager,
  id: string,
  lock = false,
): Promise<ReminderRuleView> {
  const [rule]: ReminderRuleView[] = await database.query(
    `SELECT ${columns} FROM reminder_rule WHERE id = $1 ${lock ? 'FOR UPDATE' : ''}`,
    [id],
  );
  if (!rule) throw commonProblem('not_found');
  return rule;
}

/** One set of rules binds the whole province: it is changed only with the role held at the top of the tree. */
export async function requireRuleWriter(manager: EntityManager, actor: Actor): Promise<void> {
  const parameters: unknown[] = [];
  const gate = withinScope(actor, 'reminder.write', 'u.id', parameters);
  const found: unknown[] = await manager.query(
    `SELECT 1 FROM unit u WHERE u.parent_id IS NULL AND ${gate} LIMIT 1`,
    parameters,
  );
  if (found.length === 0) throw commonProblem('forbidden');
}
