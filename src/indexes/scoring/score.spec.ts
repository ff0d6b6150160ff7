import { percentHalfUp, displayPoints, sumExact, differenceExact } from './exact';
import type { Quantity } from './quantity';
import type { Scored, ScoringRule, TaskMeasure } from './rule';
import { scoreOf } from './score';

const tasks = (counted: number, done: number, onTime = done): Quantity => ({
  kind: 'tasks',
  counted,
  done,
  onTime,
});
const value = (number: number): Quantity => ({ kind: 'value', value: number });

function points(
  rule: ScoringRule,
  quantity: Quantity,
  maxPoints: number | null = 1,
  taskMeasure: TaskMeasure = 'done',
) {
  const source = quantity?.kind === 'tasks' ? 'linked_tasks' : 'reported_value';
  return scoreOf({ maxPoints, rule, source, taskMeasure } satisfies Scored, quantity);
}

describe('binary', () => {
  it('gives all for yes and nothing for no', () => {
    expect(points({ type: 'binary' }, value(1), 0.5)).toBe(0.5);
    expect(points({ type: 'binary' }, value(0), 0.5)).toBe(0);
  });
  it('asks that every counted task be done', () => {
    expect(points({ type: 'binary' }, tasks(3, 3), 0.5)).toBe(0.5);
    expect(points({ type: 'binary' }, tasks(3, 2), 0.5)).toBe(0);
  });
  it('asks for punctuality where that is measured', () => {
    expect(points({ type: 'binary' }, tasks(3, 3, 2), 0.5, 'done_on_time')).toBe(0);
  });
});

describe('late penalty', () => {
  const rule: ScoringRule = { type: 'late_penalty', lateShare: 0.5 };
  it.each([
    ['all on time', tasks(2, 2, 2), 0.75],
    ['all done, one late', tasks(2, 2, 1), 0.375],
    ['one not done', tasks(2, 1, 1), 0],
    ['reported on time', value(2), 0.75],
    ['reported late', value(1), 0.375],
    ['reported not done', value(0), 0],
  ])('%s', (_, quantity, expected) => expect(points(rule, quantity, 0.75)).toBe(expected));
});

describe('tiers', () => {
  const rule: ScoringRule = {
    type: 'tiers',
    tiers: [
      { atLeast: 40, share: 0.25 },
      { atLeast: 80, share: 1 },
      { atLeast: 60, share: 0.5 },
    ],
  };
  it.each([
    [80, 2],
    [79.9999, 1],
    [60, 1],
    [59.9999, 0.5],
    [40, 0.5],
    [39.9999, 0],
    [250, 2],
  ])('%d per cent', (percent, expected) => expect(points(rule, value(percent), 2)).toBe(expected));
  it('compares the share of tasks exactly: two of three is not 66.67 per cent', () => {
    const thirds: ScoringRule = { type: 'tiers', tiers: [{ atLeast: 66.67, share: 1 }] };
    expect(points(thirds, tasks(3, 2))).toBe(0);
    expect(points({ type: 'tiers', tiers: [{ atLeast: 66.66, share: 1 }] }, tasks(3, 2))).toBe(1);
  });
});

describe('pro rata', () => {
  const rule: ScoringRule = { type: 'pro_rata', floor: 70 };
  it.each([
    [100, 1.5],
    [130, 1.5],
    [90, 1.35],
    [70, 1.05],
    [69.9999, 0],
    [0, 0],
  ])('%d per cent', (percent, expected) => expect(points(rule, value(percent), 1.5)).toBe(expected));
  it('does not round the share of tasks', () => {
    expect(points({ type: 'pro_rata', floor: 0 }, tasks(3, 1), 1)).toBe(1 / 3);
    expect(points(rule, tasks(10, 7), 1.5)).toBe(1.05);
  });
});

describe('per item, capped', () => {
  const rule: ScoringRule = { type: 'per_item_capped', perItem: 0.1 };
  it.each([
    [0, 0],
    [3, 0.3],
    [5, 0.5],
    [6, 0.5],
  ])('%d items', (items, expected) => expect(points(rule, value(items), 0.5)).toBe(expected));
});

describe('survey and manual', () => {
  it('gives the per cent of the maximum: SIPAS 75.44 % of ten points', () => {
    expect(points({ type: 'survey_percent' }, value(75.44), 10)).toBe(7.544);
  });
  it('takes the points the appraiser entered, up to the maximum', () => {
    expect(points({ type: 'manual' }, value(0.4), 0.5)).toBe(0.4);
    expect(points({ type: 'manual' }, value(9), 0.5)).toBe(0.5);
  });
  it('is never decided by tasks', () => {
    expect(points({ type: 'survey_percent' }, tasks(2, 2), 10)).toBeNull();
    expect(points({ type: 'manual' }, tasks(2, 2), 10)).toBeNull();
  });
});

describe('what is unknown stays unknown', () => {
  it.each([
    ['no quantity', null, 1],
    ['no task counted', tasks(0, 0), 1],
    ['no maximum', value(1), null],
  ])('%s', (_, quantity, maxPoints) => expect(points({ type: 'binary' }, quantity, maxPoints)).toBeNull());
  it('no rule', () =>
    expect(scoreOf({ maxPoints: 1, rule: null, source: null, taskMeasure: null }, value(1))).toBeNull());
});

describe('exact figures', () => {
  it.each([
    [1, 3, 33.33],
    [2, 3, 66.67],
    [1, 800, 0.13],
    [1, 8, 12.5],
    [3, 800, 0.38],
    [0, 5, 0],
    [5, 5, 100],
  ])('%d of %d is %d per cent, half up', (n, d, expected) => expect(percentHalfUp(n, d)).toBe(expected));
  it('has no rate without a denominator', () => expect(percentHalfUp(0, 0)).toBeNull());
  it('shows points half up where a float would fall short', () => {
    expect([1.005, 0.125, 7.544, null].map(displayPoints)).toEqual([1.01, 0.13, 7.54, null]);
  });
  it('adds and subtracts without noise, and keeps unknown unknown', () => {
    expect(sumExact([0.1, 0.2])).toBe(0.3);
    expect(sumExact([1, null])).toBeNull();
    expect(differenceExact(43.847, 45.84)).toBe(-1.993);
    expect(differenceExact(null, 1)).toBeNull();
  });
});
