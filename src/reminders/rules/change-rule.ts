import type { Change } from '../../platform/change/change';
import { commonProblem, invalid } from '../../platform/errors/common-problems';
import { changesBetween } from '../../platform/journal/journal';
import type { ReminderRuleView } from './reminder-rules.presenter';
import { findRule, requireRuleWriter } from './reminder-rules.queries';
import type { ChangeReminderRule } from './reminder-rules.requests';
import { termFaults } from './terms';

/**
 * Changes a rule and has every reminder derived anew; what was told stays told. 412 when `version` is not the latest;
 * null takes the rule in whatever version it is.
 */
export async function changeRule(
  change: Change,
  id: string,
  version: number | null,
  input: ChangeReminderRule,
): Promise<ReminderRuleView> {
  const { manager } = change;
  const { actor } = change.caller;
  await requireRuleWriter(manager, actor);
  const before = await findRule(manager, actor, id, 'FOR NO KEY UPDATE');
  if (version !== null && before.version !== version) throw commonProblem('stale');
  const after: ReminderRuleView = { ...before, ...given(input), version: before.version + 1 };
  const faults = termFaults(before.kind, after, 'rule');
  if (faults.length > 0) throw invalid(...faults);
  await manager.query(
    `UPDATE reminder_rule SET name_vi = $2, name_en = $3, active = $4, recipient = $5, offset_working_days = $6, weeks = $7, version = $8
      WHERE id = $1`,
    [
      ...[id, after.nameVi, after.nameEn, after.active, after.recipient],
      ...[after.offsetWorkingDays, after.weeks, after.version],
    ],
  );
  change.record({
    act: 'reminder_rule.changed',
    subjectType: 'reminder_rule',
    subjectId: id,
    unitId: null,
    changes: changesBetween<ReminderRuleView>(before, after),
  });
  change.announce('reminder_rule.changed', { ruleId: id });
  return after;
}

function given(input: ChangeReminderRule): Partial<ReminderRuleView> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
