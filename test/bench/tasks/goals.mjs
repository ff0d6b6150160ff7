// What the bench must show, and how it is told.

/** `share`: least share of the floor's requests a second; `p99`: most times the floor's; `slower`: most times the other's median time. */
export const goals = {
  list: { share: 0.85, p99: 1.5 },
  search: { share: 0.85, p99: 1.5 },
  // One small row: what sign-in, rules and limits cost is most of it, and half a millisecond.
  page: { p99: 1.5 },
  progress: { share: 0.7, p99: 1.5 },
  // "The same": what rounds of one and the same request differ by on a busy machine.
  deep: { slower: 1.15 },
  growth: { slower: 1.5 },
};

const names = {
  list: 'list of a subtree, filtered',
  search: 'search',
  page: 'task page',
  progress: 'progress report',
  deep: 'page 1000 / page 1',
  growth: '1,000,000 tasks / 10,000',
};

/** [{name, measured, bound, reached}] for what was measured; without a goal everything is reached. */
export function judge(found, goals) {
  return Object.entries(found).flatMap(([kind, { floor, app, first, deep, small, large }]) => {
    const goal = goals[kind] ?? {};
    const [base, compared] = [floor ?? first ?? small, app ?? deep ?? large];
    const ratio = compared.perSecond / base.perSecond;
    const line = { name: names[kind], base, compared };
    if (!floor)
      return [
        { ...line, ratio: 1 / ratio, bound: goal.slower, reached: !goal.slower || 1 / ratio <= goal.slower },
      ];
    const p99 = compared.p99 / base.p99;
    const reached = (!goal.share || ratio >= goal.share) && (!goal.p99 || p99 <= goal.p99);
    return [{ ...line, ratio, p99, bound: goal.share, reached }];
  });
}

export function print(results) {
  const row = (...cells) =>
    console.log(
      cells.map((cell, n) => (n === 0 ? String(cell).padEnd(30) : String(cell).padStart(12))).join(''),
    );
  const fixed = (number, digits = 2) => (number === undefined ? '' : number.toFixed(digits));
  row('', 'base/s', 'p99 ms', 'measured/s', 'p99 ms', 'ratio', 'goal', 'p99 ratio', '');
  for (const { name, base, compared, ratio, p99, bound, reached } of results) {
    row(
      name,
      fixed(base.perSecond, 0),
      base.p99,
      fixed(compared.perSecond, 0),
      compared.p99,
      fixed(ratio),
      fixed(bound),
      fixed(p99),
      reached ? 'ok' : 'MISSED',
    );
  }
}
