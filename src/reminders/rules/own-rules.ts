import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Change } from '../../platform/change/change';
import { commonProblem, invalid } from '../../platform/errors/common-problems';
import { changesBetween } from '../../platform/journal/journal';
import type { ReminderRuleView } from './reminder-rules.presenter';
import { findRule, MOST_RULES, requireRuleWriter } from './reminder-rules.queries';
import type { CreateReminderRule } from './reminder-rules.requests';
import { ruleProblem } from './rule-problems';
import { fault, termFaults } from './terms';

/** Makes a rule of the province's own. Rules are made one after the other, so that codes and their number hold. */
export async function createRule(change: Change, input: CreateReminderRule): Promise<ReminderRuleView> {
  const { manager } = change;
  await requireRuleWriter(manager, change.caller.actor);
  const faults = termFaults(input.kind, input, 'rule');
  if (faults.length > 0) throw invalid(...faults);
  await manager.query('LOCK TABLE reminder_rule IN SHARE ROW EXCLUSIVE MODE');
  const code = await freeCode(manager, input.code);
  const { nameVi, nameEn = nameVi, kind, recipient, active } = input;
  const { offsetWorkingDays = null, weeks = null } = input;
  const rule: ReminderRuleView = {
    ...{ id: uuidv7(), code, nameVi, nameEn, kind, offsetWorkingDays, weeks, recipient, active },
    ...{ own: true, exceptions: [], version: 1 },
  };
  await manager.query(
    `INSERT INTO reminder_rule (id, code, name_vi, name_en, kind, offset_working_days, weeks, recipient, active, own)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, true)`,
    [rule.id, code, nameVi, nameEn, kind, offsetWorkingDays, weeks, recipient, active],
  );
  const { id, version: _, own: __, exceptions: ___, ...told } = rule;
  const changes = changesBetween({}, told);
  change.record({
    act: 'reminder_rule.created',
    subjectType: 'reminder_rule',
    subjectId: id,
    unitId: null,
    changes,
  });
  change.announce('reminder_rule.changed', { ruleId: id });
  return rule;
}

async function freeCode(manager: EntityManager, wanted: string | undefined): Promise<string> {
  const [{ rules, taken, last }]: { rules: number; taken: boolean; last: number }[] = await manager.query(
    `SELECT count(*)::int AS rules, coalesce(bool_or(code = $1), false) AS taken,
            coalesce(max(substring(code FROM '^own_([0-9]{1,6})$')::int), 0) AS last FROM reminder_rule`,
    [wanted ?? null],
  );
  if (taken) throw invalid(fault('code', 'code_taken'));
  if (rules >= MOST_RULES) throw ruleProblem('reminder_rule.too_many', { most: MOST_RULES });
  return wanted ?? `own_${last + 1}`;
}

/** Removes a rule of one's own with what it planned, unless it has told somebody or tried to. */
export async function deleteRule(change: Change, id: string, version: number): Promise<void> {
  const { manager } = change;
  const { actor } = change.caller;
  await requireRuleWriter(manager, actor);
  const rule = await findRule(manager, actor, id, 'FOR UPDATE');
  if (rule.version !== version) throw commonProblem('stale');
  if (!rule.own) throw ruleProblem('reminder_rule.not_own');
  // A telling that is under way ends first; what it told is left over and refuses the rest.
  await manager.query('DELETE FROM reminder WHERE rule_id = $1 AND told_at IS NULL AND failed_at IS NULL', [
    id,
  ]);
  const told: unknown[] = await manager.query('SELECT 1 FROM reminder WHERE rule_id = $1 LIMIT 1', [id]);
  if (told.length > 0) throw ruleProblem('reminder_rule.has_told');
  await manager.query('DELETE FROM reminder_rule WHERE id = $1', [id]);
  const { code, nameVi, kind, offsetWorkingDays, weeks, recipient } = rule;
  const gone = { code, nameVi, kind, offsetWorkingDays, weeks, recipient };
  change.record({
    act: 'reminder_rule.deleted',
    subjectType: 'reminder_rule',
    subjectId: id,
    unitId: null,
    changes: Object.fromEntries(Object.entries(gone).map(([field, value]) => [field, [value, null]])),
  });
  change.announce('reminder_rule.changed', { ruleId: id });
}
