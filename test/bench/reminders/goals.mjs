// What the bench of reminders must show, and how it is told.

/** `most` or `least` of what is measured; `unit` is only printed. */
export const goals = {
  derive: { name: "a day's rows derived", unit: 's', most: 5 },
  sweep: { name: 'sweep with nothing due', unit: 'ms', most: 20 },
  tell: { name: 'told / empty Bull jobs', unit: '', least: 0.5 },
  memory: { name: "Redis' growth while telling", unit: 'MB', most: 2 },
  keys: { name: 'most keys of the queue', unit: '', most: 100 },
  rebuild: { name: 'after FLUSHALL all flows', unit: 's', most: 30 },
  deriveGrowth: { name: 'derive: many tasks / few', unit: '×' },
  sweepGrowth: { name: 'sweep: many tasks / few', unit: '×' },
  tellGrowth: { name: 'a telling: many tasks / few', unit: '×' },
};

/** [{name, value, detail, bound, reached}] for what was measured: {kind: {value, detail}}; without goals everything is reached. */
export function judge(found, judged) {
  return Object.entries(found).map(([kind, { value, detail }]) => {
    const { name, unit, most, least } = goals[kind];
    const reached =
      !judged || ((most === undefined || value <= most) && (least === undefined || value >= least));
    const bound = most !== undefined ? `≤ ${most}` : least !== undefined ? `≥ ${least}` : '';
    return { name, value, unit, detail, bound, reached };
  });
}

export function print(results) {
  const row = (name, value, bound, verdict, detail) =>
    console.log(
      `${name.padEnd(30)}${value.padStart(14)}${bound.padStart(10)}  ${verdict.padEnd(8)}${detail}`.trimEnd(),
    );
  row('', 'measured', 'goal', '', '');
  for (const { name, value, unit, detail, bound, reached } of results) {
    row(name, `${value.toFixed(2)} ${unit}`.trim(), bound, reached ? 'ok' : 'MISSED', detail ?? '');
  }
}
