import { uuidv7 } from 'uuidv7';
import type { Change } from '../../platform/change/change';
import { commonProblem, invalid } from '../../platform/errors/common-problems';
import { changesBetween } from '../../platform/journal/journal';
import type { RuleException } from './reminder-rules.presenter';
import {
  exceptionFor,
  findRule,
  MOST_EXCEPTIONS,
  requireExceptionWriter,
  type PlanOfException,
} from './reminder-rules.queries';
import type { SetException } from './reminder-rules.requests';
import { ruleProblem } from './rule-problems';
import { fault, termFaults } from './terms';

/**
 * Makes or replaces a rule's exception for a plan, a priority, or a priority of a plan. `version` is of the exception that
 * was read, null where there was none; 'any' replaces whatever is there.
 */
export async function setException(
  change: Change,
  ruleId: string,
  version: number | null | 'any',
  input: SetException,
): Promise<RuleException> {
  const { manager, caller } = change;
  const { planId = null, priority = null } = input;
  const { active = null, offsetWorkingDays = null, weeks = null, recipient = null } = input;
  if (planId === null && priority === null) throw invalid(fault('planId', 'for_whom'));
  const plan = await requireExceptionWriter(manager, caller.actor, planId);
  const rule = await findRule(manager, caller.actor, ruleId, 'FOR NO KEY UPDATE');
  const different = { active, offsetWorkingDays, weeks, recipient };
  const faults = termFaults(rule.kind, different, 'exception');
  if (faults.length > 0) throw invalid(...faults);
  if (Object.values(different).every((value) => value === null))
    throw invalid(fault('active', 'no_difference'));
  const before = await exceptionFor(manager, ruleId, planId, priority);
  refuseStale(before, version);
  if (!before) await refuseTooMany(change, ruleId);
  const after: RuleException = {
    id: before?.id ?? uuidv7(),
    plan: plan && { id: plan.id, code: plan.code },
    priority,
    ...different,
    version: (before?.version ?? 0) + 1,
  };
  await manager.query(
    `INSERT INTO reminder_rule_exception AS x (id, rule_id, plan_id, priority, active, offset_working_days, weeks, recipient, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (id) DO UPDATE SET active = excluded.active, offset_working_days = excluded.offset_working_days,
       weeks = excluded.weeks, recipient = excluded.recipient, version = excluded.version`,
    [after.id, ruleId, planId, priority, active, offsetWorkingDays, weeks, recipient, after.version],
  );
  tell(change, 'reminder_rule.exception_set', ruleId, plan, before, after);
  return after;
}

/** After it the rule itself holds again, or a wider exception. */
export async function removeException(
  change: Change,
  ruleId: string,
  exceptionId: string,
  version: number,
): Promise<void> {
  const { manager, caller } = change;
  const rule = await findRule(manager, caller.actor, ruleId, 'FOR NO KEY UPDATE');
  const before = rule.exceptions.find(({ id }) => id === exceptionId);
  if (!before) throw commonProblem('not_found');
  const plan = await requireExceptionWriter(manager, caller.actor, before.plan?.id ?? null);
  refuseStale(before, version);
  await manager.query('DELETE FROM reminder_rule_exception WHERE id = $1', [exceptionId]);
  tell(change, 'reminder_rule.exception_removed', ruleId, plan, before, null);
}

function refuseStale(before: RuleException | null, version: number | null | 'any'): void {
  if (version === 'any') return;
  if (before && version === null) throw commonProblem('version_required');
  if ((before?.version ?? null) !== version) throw commonProblem('stale');
}

/** The caller holds the rule, so that nobody adds another meanwhile. */
async function refuseTooMany({ manager }: Change, ruleId: string): Promise<void> {
  const [{ count }]: { count: number }[] = await manager.query(
    'SELECT count(*)::int AS count FROM reminder_rule_exception WHERE rule_id = $1',
    [ruleId],
  );
  if (count >= MOST_EXCEPTIONS)
    throw ruleProblem('reminder_rule.too_many_exceptions', { most: MOST_EXCEPTIONS });
}

function tell(
  change: Change,
  act: string,
  ruleId: string,
  plan: PlanOfException | null,
  before: RuleException | null,
  after: RuleException | null,
): void {
  change.record({
    act,
    subjectType: 'reminder_rule',
    subjectId: ruleId,
    unitId: plan?.issuerUnitId ?? null,
    changes: {
      ...forWhom(before ?? after!),
      ...changesBetween(differences(before), differences(after)),
    },
  });
  change.announce('reminder_rule.changed', { ruleId });
}

/** What an entry is about stands in it also when it did not change. */
function forWhom({ plan, priority }: RuleException) {
  return changesBetween({}, { plan: plan?.code ?? null, priority });
}

function differences(exception: RuleException | null) {
  const { active = null, offsetWorkingDays = null, weeks = null, recipient = null } = exception ?? {};
  return { active, offsetWorkingDays, weeks, recipient };
}
