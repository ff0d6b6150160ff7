/** What other rooms may use of the indexes room. */
export { importIndexes } from './reference/import-indexes';
export { importWorkingSet } from './reference/import-working-set';
export { importResults } from './reference/import-results';
export { valueKnown } from './edition/edition.queries';
export { changesBetweenYears } from './results/changes-between-years';
// A class, so that the reports room can name it as the shape of its own answer.
export { BetweenYears } from './results/changes.presenter';
export type { CountedTask } from './scoring/quantity';
export { forecastComponent } from './scoring/forecast';
export type { ComponentForecast, Forecastable } from './scoring/forecast';
export { differenceExact, displayPoints, percentHalfUp, sumExact } from './scoring/exact';
export type { Source, TaskScope } from './scoring/rule';
