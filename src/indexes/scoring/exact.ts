import { Decimal } from 'decimal.js';

/** Points are exact decimals: 0.1 + 0.2 is 0.3. Forty digits, so that a rounding never falls on a false tie. */
export const Exact = Decimal.clone({ precision: 40 });
export type Exact = Decimal;

/** The exact sum; null as soon as one addend is unknown. */
export function sumExact(numbers: readonly (number | null)[]): number | null {
  if (numbers.includes(null)) return null;
  return numbers.reduce<Exact>((sum, each) => sum.plus(each!), new Exact(0)).toNumber();
}

/** `a − b` without float noise; null when either is unknown. */
export function differenceExact(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : new Exact(a).minus(b).toNumber();
}

/** Points as people read them: two decimals, half up. Only for showing; never computed with. */
export function displayPoints(points: number | null): number | null {
  return points === null ? null : roundHalfUp(new Exact(points));
}

/** `numerator ÷ denominator` in per cent with two decimals, half up; null when the denominator is 0. */
export function percentHalfUp(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : roundHalfUp(new Exact(numerator).times(100).dividedBy(denominator));
}

function roundHalfUp(value: Exact): number {
  return value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber();
}
