import { unitsWhere, type Actor } from '../../platform/access/actor';

/** What a rule must know of a plan: whether it is closed, and its issuer with every unit above. */
export interface JudgedPlan {
  closedOn: string | null;
  issuerAncestorIds: string[];
}

export type PlanAct = 'edit' | 'close' | 'import';

/** True where the actor may write plans of this issuer. */
export function mayWrite(actor: Actor, plan: JudgedPlan): boolean {
  return unitsWhere(actor, 'plan.write').some((unitId) => plan.issuerAncestorIds.includes(unitId));
}

/** Tasks of a plan may also be added by those who assign tasks in a part of its units only. */
export function abilitiesOf(actor: Actor, plan: JudgedPlan): PlanAct[] {
  if (plan.closedOn) return [];
  const assigns = unitsWhere(actor, 'task.assign').length > 0;
  return [
    ...(mayWrite(actor, plan) ? (['edit', 'close'] as const) : []),
    ...(assigns ? (['import'] as const) : []),
  ];
}
