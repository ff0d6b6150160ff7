import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { withinScope } from '../../platform/access/scope';
import { commonProblem } from '../../platform/errors/common-problems';
import { planVisible, priorities } from '../../tasks/tasks.api';
import { ruleKinds } from '../reminder';
import type { ReminderRuleView, RuleException } from './reminder-rules.presenter';

type Reader = DataSource | EntityManager;
type Lock = '' | 'FOR NO KEY UPDATE' | 'FOR UPDATE';

export const MOST_RULES = 200;
export const MOST_EXCEPTIONS = 200;

const kindOrder = `array_position(ARRAY[${ruleKinds.map((kind) => `'${kind}'`).join(', ')}], r.kind)`;

/** An exception `x` of the plan `p`, as JSON. */
const exceptionJson = `jsonb_build_object('id', x.id, 'plan', CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'code', p.code) END,
  'priority', x.priority, 'active', x.active, 'offsetWorkingDays', x.offset_working_days, 'weeks', x.weeks,
  'recipient', x.recipient, 'version', x.version)`;

/** The columns of a ReminderRuleView; exceptions of plans that the actor may not see are not there. */
function columns(actor: Actor, parameters: unknown[]): string {
  const order = `array_position(ARRAY[${priorities.map((priority) => `'${priority}'`).join(', ')}], x.priority)`;
  return `r.id, r.code, r.name_vi AS "nameVi", r.name_en AS "nameEn", r.kind, r.offset_working_days AS "offsetWorkingDays", r.weeks,
          r.recipient, r.active, r.own, r.version,
          coalesce((SELECT jsonb_agg(${exceptionJson} ORDER BY p.issued_on DESC NULLS FIRST, p.id, ${order} NULLS FIRST)
                      FROM reminder_rule_exception x LEFT JOIN plan p ON p.id = x.plan_id
                     WHERE x.rule_id = r.id AND (x.plan_id IS NULL OR ${planVisible(actor, parameters)})), '[]') AS exceptions`;
}

/** All rules, in the order in which a task meets them: its deadline, what happens to it, what does not. */
export function allRules(reader: Reader, actor: Actor): Promise<ReminderRuleView[]> {
  const parameters: unknown[] = [];
  return reader.query(
    `SELECT ${columns(actor, parameters)} FROM reminder_rule r
      ORDER BY ${kindOrder}, r.offset_working_days, r.weeks, r.id LIMIT ${MOST_RULES}`,
    parameters,
  );
}

/** To change a rule it is held without a key lock: what is derived or told under it at that moment goes on. */
export async function findRule(
  reader: Reader,
  actor: Actor,
  id: string,
  lock: Lock = '',
): Promise<ReminderRuleView> {
  const parameters: unknown[] = [id];
  const [rule]: ReminderRuleView[] = await reader.query(
    `SELECT ${columns(actor, parameters)} FROM reminder_rule r WHERE r.id = $1 ${lock && `${lock} OF r`}`,
    parameters,
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

export interface PlanOfException {
  id: string;
  code: string;
  issuerUnitId: string;
}

/**
 * Who may except a plan from a rule holds the role where the plan is issued; who may except a priority of every plan is
 * who writes rules. A plan out of sight is not found.
 */
export async function requireExceptionWriter(
  manager: EntityManager,
  actor: Actor,
  planId: string | null,
): Promise<PlanOfException | null> {
  if (planId === null) {
    await requireRuleWriter(manager, actor);
    return null;
  }
  const parameters: unknown[] = [planId];
  const [plan]: (PlanOfException & { mayWrite: boolean })[] = await manager.query(
    `SELECT p.id, p.code, p.issuer_unit_id AS "issuerUnitId",
            ${withinScope(actor, 'reminder.write', 'p.issuer_unit_id', parameters)} AS "mayWrite"
       FROM plan p WHERE p.id = $1 AND ${planVisible(actor, parameters)}`,
    parameters,
  );
  if (!plan) throw commonProblem('not_found');
  if (!plan.mayWrite) throw commonProblem('forbidden');
  return { id: plan.id, code: plan.code, issuerUnitId: plan.issuerUnitId };
}

/** The exception for exactly this plan and priority, or null. The caller holds the rule. */
export async function exceptionFor(
  manager: EntityManager,
  ruleId: string,
  planId: string | null,
  priority: string | null,
): Promise<RuleException | null> {
  const [found]: { exception: RuleException }[] = await manager.query(
    `SELECT ${exceptionJson} AS exception FROM reminder_rule_exception x LEFT JOIN plan p ON p.id = x.plan_id
      WHERE x.rule_id = $1 AND x.plan_id IS NOT DISTINCT FROM $2 AND x.priority IS NOT DISTINCT FROM $3`,
    [ruleId, planId, priority],
  );
  return found?.exception ?? null;
}
