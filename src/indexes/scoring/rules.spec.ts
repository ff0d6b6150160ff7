import { describeRule } from './describe-rule';
import { readRule } from './read-rule';

describe('a rule as it is written', () => {
  it.each([
    ['binary', { type: 'binary' }],
    ['pro_rata:70', { type: 'pro_rata', floor: 70 }],
    ['late_penalty:0,5', { type: 'late_penalty', lateShare: 0.5 }],
    ['per_item_capped:0.25', { type: 'per_item_capped', perItem: 0.25 }],
    [
      'tiers:100=1;80=0.5',
      {
        type: 'tiers',
        tiers: [
          { atLeast: 100, share: 1 },
          { atLeast: 80, share: 0.5 },
        ],
      },
    ],
    ['{"type":"pro_rata","floor":80}', { type: 'pro_rata', floor: 80 }],
  ])('%s is understood', (text, rule) => expect(readRule(text)).toEqual(rule));

  it.each([
    ['quota', 'rule_unknown'],
    ['{"type":', 'rule_unknown'],
    [{ type: 'toString' }, 'rule_unknown'],
    [7, 'rule_unknown'],
    ['pro_rata', 'rule_parameters'],
    [{ type: 'pro_rata', floor: -1 }, 'rule_parameters'],
    [{ type: 'pro_rata', floor: '70' }, 'rule_parameters'],
    [{ type: 'late_penalty', lateShare: 1.1 }, 'rule_parameters'],
    [{ type: 'per_item_capped', perItem: -0.1 }, 'rule_parameters'],
    [{ type: 'tiers', tiers: [] }, 'rule_parameters'],
    [{ type: 'tiers', tiers: [null] }, 'rule_parameters'],
    ['tiers:80=', 'rule_parameters'],
  ])('%p is refused as %s', (text, fault) => expect(readRule(text)).toBe(fault));

  it('is refused when a higher tier gives less, for then doing more would cost points', () => {
    const tiers = [
      { atLeast: 90, share: 0.5 },
      { atLeast: 80, share: 1 },
    ];
    expect(readRule({ type: 'tiers', tiers })).toBe('rule_parameters');
  });
});

describe('a rule in words', () => {
  it('says what gives how much, in both languages', () => {
    expect(
      describeRule({
        type: 'tiers',
        tiers: [
          { atLeast: 80, share: 0.5 },
          { atLeast: 100, share: 1 },
        ],
      }),
    ).toEqual({
      vi: 'Từ 100 trở lên: 100% số điểm; từ 80 trở lên: 50% số điểm; thấp hơn: 0 điểm.',
      en: '100 or more: 100% of the points; 80 or more: 50% of the points; below that: 0.',
    });
    expect(describeRule({ type: 'per_item_capped', perItem: 0.25 }).vi).toBe(
      'Mỗi mục 0,25 điểm, không quá điểm tối đa.',
    );
  });
});
