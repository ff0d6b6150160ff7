import type { Change } from '../../platform/change/change';
import { commonProblem, fieldError, invalid } from '../../platform/errors/common-problems';
import { changesBetween } from '../../platform/journal/journal';
import { recipientsFor } from '../derive/recipients';
import type { ReminderRuleView } from './reminder-rules.presenter';
import { findRule, requireRuleWriter } from './reminder-rules.queries';
import type { ChangeReminderRule } from './reminder-rules.requests';

/** Changes a rule and has every reminder derived anew; what was told stays told. 412 when `version` is not the latest. */
export async function changeRule(
  change: Change,
  id: string,
  version: number,
  input: ChangeReminderRule,
): Promise<ReminderRuleView> {
  const { manager } = change;
  await requireRuleWriter(manager, change.caller.actor);
  const before = await findRule(manager, id, true);
  if (before.version !== version) throw commonProblem('stale');
  const { active, recipient, offsetWorkingDays } = { ...before, ...given(input) };
  if ((before.kind === 'deadline') !== (offsetWorkingDays !== null))
    throw invalid(offsetFault(before.kind === 'deadline'));
  if (!recipientsFor(before.kind).includes(recipient)) throw invalid(recipientFault());
  await manager.query(
    `UPDATE reminder_rule SET active = $2, recipient = $3, offset_working_days = $4, version = version + 1 WHERE id = $1`,
    [id, active, recipient, offsetWorkingDays],
  );
  const after: ReminderRuleView = { ...before, active, recipient, offsetWorkingDays, version: version + 1 };
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

function offsetFault(needed: boolean) {
  return needed
    ? fieldError('offsetWorkingDays', 'required', {
        vi: 'Quy tắc theo thời hạn phải có số ngày làm việc.',
        en: 'A deadline rule needs a number of working days.',
      })
    : fieldError('offsetWorkingDays', 'not_allowed', {
        vi: 'Chỉ quy tắc theo thời hạn mới có số ngày làm việc.',
        en: 'Only a deadline rule has a number of working days.',
      });
}

function recipientFault() {
  return fieldError('recipient', 'not_allowed', {
    vi: 'Quy tắc này không báo được cho đối tượng đó. Chọn đối tượng khác.',
    en: 'A rule of this kind cannot tell that person. Choose another recipient.',
  });
}
