import { Cells, Rate, Rates } from './reports.presenter';

/** Per cent with two decimals, half up, by whole numbers alone; null without a denominator. */
export function rateOf(numerator: number, denominator: number): Rate {
  const hundredths =
    denominator === 0 ? null : Math.floor((numerator * 20_000 + denominator) / (2 * denominator));
  return { value: hundredths === null ? null : hundredths / 100, numerator, denominator };
}

/** The three official rates (design, "Four cells"). */
export function ratesOf(cells: Cells): Rates {
  const done = cells.doneOnTime + cells.doneLate;
  return {
    completionOfDue: rateOf(done, done + cells.overdue),
    completionOfAll: rateOf(done, cells.all),
    onTimeOfDone: rateOf(cells.doneOnTime, done),
  };
}
