import fc from 'fast-check';
import { Exact } from './exact';
import { forecastComponent, type Forecastable } from './forecast';
import type { CountedTask } from './quantity';
import { readRule } from './read-rule';
import type { ScoringRule } from './rule';

const asOf = '2023-09-15';
const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);
const tier = fc.record({ atLeast: fc.integer({ min: 0, max: 120 }), share });

const rule: fc.Arbitrary<ScoringRule> = fc.oneof(
  fc.constant<ScoringRule>({ type: 'binary' }),
  share.map((lateShare): ScoringRule => ({ type: 'late_penalty', lateShare })),
  fc.integer({ min: 0, max: 100 }).map((floor): ScoringRule => ({ type: 'pro_rata', floor })),
  share.map((perItem): ScoringRule => ({ type: 'per_item_capped', perItem })),
  fc
    .array(tier, { minLength: 1, maxLength: 5 })
    .map((tiers): ScoringRule => ({ type: 'tiers', tiers }))
    .filter((candidate) => typeof readRule(candidate) === 'object'),
);

const component = fc.record<Forecastable>({
  maxPoints: fc.integer({ min: 0, max: 1000 }).map((n) => n / 100),
  rule,
  source: fc.constantFrom('linked_tasks', 'reported_value', 'survey'),
  taskMeasure: fc.constantFrom('done', 'done_on_time'),
  baselineScore: fc.option(fc.integer({ min: 0, max: 1000 }).map((n) => n / 100)),
});

const task = fc.constantFrom<Omit<CountedTask, 'id'>>(
  { state: 'accepted', cell: 'doneOnTime', dueDate: '2023-06-30', submittedOn: '2023-06-30' },
  { state: 'accepted', cell: 'doneLate', dueDate: '2023-06-30', submittedOn: '2023-07-01' },
  { state: 'in_progress', cell: 'inTerm', dueDate: '2023-09-15', submittedOn: null },
  { state: 'submitted', cell: 'inTerm', dueDate: '2023-12-31', submittedOn: '2023-09-01' },
  { state: 'submitted', cell: 'overdue', dueDate: '2023-09-01', submittedOn: '2023-08-31' },
  { state: 'returned', cell: 'overdue', dueDate: '2023-09-01', submittedOn: '2023-08-31' },
  { state: 'in_progress', cell: 'inTerm', dueDate: null, submittedOn: null },
  { state: 'cancelled', cell: null, dueDate: '2023-06-30', submittedOn: null },
);
const tasks = fc
  .array(task, { maxLength: 12 })
  .map((list) => list.map((each, n): CountedTask => ({ ...each, id: `${n}` })));
const entered = fc.option(fc.integer({ min: 0, max: 12_000 }).map((n) => n / 100));

describe('every forecast', () => {
  it('is a band: 0 ≤ low ≤ likely ≤ high ≤ maximum, and nothing at stake is negative or above the high', () => {
    fc.assert(
      fc.property(component, tasks, entered, (c, list, value) => {
        const { low, likely, high, atStake } = forecastComponent(c, list, asOf, value);
        if (high !== null) {
          expect(0 <= low! && low! <= likely! && likely! <= high && high <= c.maxPoints!).toBe(true);
        }
        for (const points of atStake.values()) expect(points >= 0 && points <= (high ?? 0)).toBe(true);
      }),
    );
  });

  it('takes away exactly what is at stake when a task never lands', () => {
    fc.assert(
      fc.property(component, tasks, (c, list) => {
        const linked: Forecastable = { ...c, source: 'linked_tasks' };
        const { high, atStake } = forecastComponent(linked, list, asOf, null);
        for (const [id, points] of atStake) {
          const others = list.filter((each) => each.id !== id);
          const dead = { ...list.find((each) => each.id === id)! };
          const without = highWithDead(linked, others, dead);
          expect(new Exact(high!).minus(points).toNumber()).toBeCloseTo(without, 10);
        }
      }),
    );
  });

  it('leaves surveys and reported values alone, whatever the tasks do', () => {
    fc.assert(
      fc.property(component, tasks, entered, (c, list, value) => {
        fc.pre(c.source !== 'linked_tasks');
        const [beside, alone] = [
          forecastComponent(c, list, asOf, value),
          forecastComponent(c, [], asOf, value),
        ];
        expect(beside).toEqual(alone);
        expect(beside.atStake.size).toBe(0);
        if (c.source === 'survey')
          expect([beside.low, beside.likely, beside.high]).toEqual([null, null, null]);
      }),
    );
  });
});

/** The high found another way: everything else landed and accepted, the dead task still open, only accepted counts. */
function highWithDead(c: Forecastable, others: CountedTask[], dead: CountedTask): number {
  const landed = others.map((each): CountedTask => {
    if (each.cell === null || each.cell.startsWith('done')) return each;
    const day = each.state === 'submitted' ? each.submittedOn! : asOf;
    const onTime = each.cell === 'inTerm' || day <= each.dueDate!;
    return { ...each, state: 'accepted', cell: onTime ? 'doneOnTime' : 'doneLate' };
  });
  return forecastComponent(c, [...landed, { ...dead, cell: 'overdue' }], asOf, null).low!;
}
