import { percentHalfUp } from '../indexes/indexes.api';
import { Cells, Rate, Rates } from './reports.presenter';

/** Per cent with two decimals, half up; null without a denominator, which is always named. */
export function rateOf(numerator: number, denominator: number): Rate {
  return { value: percentHalfUp(numerator, denominator), numerator, denominator };
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
