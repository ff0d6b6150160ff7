import { Exact } from './exact';
import type { Quantity } from './quantity';
import type { Scored, ScoringRule, TaskMeasure, Tier } from './rule';

/** A rate kept as a fraction, so that thresholds are compared without rounding. */
interface Rate {
  amount: Exact;
  per: number;
}

/**
 * The points a quantity gives under the component's rule, unrounded, between 0 and the maximum. Null when the maximum,
 * the rule or the quantity is unknown, or when tasks cannot decide (surveys and manual scores are never moved by tasks).
 */
export function scoreOf(component: Scored, quantity: Quantity): number | null {
  const { maxPoints, rule } = component;
  if (maxPoints === null || rule === null || quantity === null) return null;
  if (quantity.kind === 'tasks') {
    if (component.source === 'survey' || rule.type === 'survey_percent' || rule.type === 'manual')
      return null;
    if (quantity.counted === 0) return null;
  }
  const max = new Exact(maxPoints);
  const points = pointsOf(rule, max, quantity, component.taskMeasure ?? 'done');
  return Exact.min(max, Exact.max(0, points)).toNumber();
}

function pointsOf(
  rule: ScoringRule,
  max: Exact,
  quantity: NonNullable<Quantity>,
  measure: TaskMeasure,
): Exact {
  switch (rule.type) {
    case 'binary':
      return reaches(rateOf(quantity, measure), quantity.kind === 'tasks' ? 100 : 1) ? max : new Exact(0);
    case 'late_penalty':
      return max.times(punctuality(quantity, rule.lateShare));
    case 'tiers':
      return max.times(shareAt(rule.tiers, rateOf(quantity, measure)));
    case 'pro_rata':
      return proRata(max, rule.floor, rateOf(quantity, measure));
    case 'per_item_capped':
      return new Exact(rule.perItem).times(itemsOf(quantity, measure));
    case 'survey_percent':
      return max.times(valueOf(quantity)).dividedBy(100);
    case 'manual':
      return new Exact(valueOf(quantity));
  }
}

/** 1 on time, `lateShare` late, 0 not done. Tasks are late when all are done and at least one was late. */
function punctuality(quantity: NonNullable<Quantity>, lateShare: number): number {
  if (quantity.kind === 'value') return quantity.value >= 2 ? 1 : quantity.value >= 1 ? lateShare : 0;
  if (quantity.done < quantity.counted) return 0;
  return quantity.onTime === quantity.counted ? 1 : lateShare;
}

function shareAt(tiers: readonly Tier[], rate: Rate): number {
  const fromTheTop = [...tiers].sort((a, b) => b.atLeast - a.atLeast);
  return fromTheTop.find((tier) => reaches(rate, tier.atLeast))?.share ?? 0;
}

function proRata(max: Exact, floor: number, rate: Rate): Exact {
  if (reaches(rate, 100)) return max;
  if (!reaches(rate, floor)) return new Exact(0);
  return max.times(rate.amount).dividedBy(rate.per).dividedBy(100);
}

function rateOf(quantity: NonNullable<Quantity>, measure: TaskMeasure): Rate {
  if (quantity.kind === 'value') return { amount: new Exact(quantity.value), per: 1 };
  return { amount: new Exact(itemsOf(quantity, measure)).times(100), per: quantity.counted };
}

function itemsOf(quantity: NonNullable<Quantity>, measure: TaskMeasure): number {
  if (quantity.kind === 'value') return quantity.value;
  return measure === 'done_on_time' ? quantity.onTime : quantity.done;
}

function valueOf(quantity: NonNullable<Quantity>): number {
  return quantity.kind === 'value' ? quantity.value : 0;
}

function reaches(rate: Rate, threshold: number): boolean {
  return rate.amount.gte(new Exact(threshold).times(rate.per));
}
