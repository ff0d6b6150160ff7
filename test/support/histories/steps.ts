import fc from 'fast-check';

export const stepKinds = [
  'assign',
  'progress',
  'submit',
  'accept',
  'return',
  'cancel',
  'requestExtension',
  'decideExtension',
  'direct',
  'rename',
  'moveLeadUnit',
  'staff',
  'setDueDate',
  'coordinate',
  'link',
] as const;
export type StepKind = (typeof stepKinds)[number];
export const people = ['committee', 'leader', 'auditor', 'lead', 'other'] as const;
/** `lead` is the officer of the unit that leads the task at that moment, `other` one of another unit. */
export type Person = (typeof people)[number];

export interface Step {
  kind: StepKind;
  /** Null: whoever may do it by his role. */
  who: Person | null;
  /** Days that pass before; below 0 the clock was set back. */
  pass: number;
  /** What the act chooses by: a day, a unit, a per cent. */
  choice: number;
  /** Comes with a version that is no longer true. */
  stale: boolean;
}

export interface History {
  /** Days after the first day on which the task comes into being. */
  begins: number;
  draft: boolean;
  /** Days from its beginning to its due date; null for none. */
  due: number | null;
  unit: number;
  steps: Step[];
}

const weights: Record<StepKind, number> = {
  assign: 2,
  progress: 5,
  submit: 5,
  accept: 4,
  return: 3,
  cancel: 1,
  requestExtension: 4,
  decideExtension: 6,
  direct: 1,
  rename: 1,
  moveLeadUnit: 2,
  staff: 2,
  setDueDate: 2,
  coordinate: 2,
  link: 2,
};

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(...stepKinds.map((kind) => ({ weight: weights[kind], arbitrary: fc.constant(kind) }))),
  who: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...people) },
  ),
  pass: fc.oneof(
    { weight: 8, arbitrary: fc.constant(0) },
    { weight: 9, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 2, arbitrary: fc.integer({ min: -3, max: -1 }) },
  ),
  choice: fc.nat(9_999),
  stale: fc.nat(9).map((n) => n === 0),
});

/** `count` histories; the same seed gives the same ones. */
export function randomHistories(seed: number, count: number): History[] {
  const history: fc.Arbitrary<History> = fc.record({
    begins: fc.nat(8),
    draft: fc.nat(4).map((n) => n === 0),
    due: fc.option(fc.integer({ min: 0, max: 12 }), { freq: 6 }),
    unit: fc.nat(99),
    steps: fc
      .constantFrom(3, 6, 12)
      .chain((most) => fc.array(step, { minLength: 1, maxLength: most, size: 'max' })),
  });
  return fc.sample(history, { seed, numRuns: count });
}
