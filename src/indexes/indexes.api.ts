/** What other rooms may use of the indexes room. */
export { importIndexes } from './reference/import-indexes';
export { importWorkingSet } from './reference/import-working-set';
export { importResults } from './reference/import-results';
export { loadEdition, componentsByCode, latestValues, valueKnown } from './edition/edition.queries';
export type { ComponentRef, EditionKey, LatestValue } from './edition/edition.queries';
export { nodesOf } from './edition/edition';
export type { Edition, EditionNode } from './edition/edition';
export { changesBetweenYears } from './results/changes-between-years';
export type { ChangesAsked } from './results/changes-between-years';
// A class, so that the reports room can name it as the shape of its own answer.
export { BetweenYears } from './results/changes.presenter';
export { scoreOf } from './scoring/score';
export { quantityOfTasks } from './scoring/quantity';
export type { CountedTask, Quantity, TaskCell } from './scoring/quantity';
export { forecastComponent } from './scoring/forecast';
export type { ComponentForecast, Forecastable } from './scoring/forecast';
export { describeRule } from './scoring/describe-rule';
export { differenceExact, displayPoints, percentHalfUp, sumExact } from './scoring/exact';
export type { Scored, ScoringRule, Source, TaskMeasure, TaskScope } from './scoring/rule';
