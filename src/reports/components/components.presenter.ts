import { differenceExact, displayPoints, type ComponentForecast } from '../../indexes/indexes.api';
import type { Day } from '../../platform/clock/day';
import { ratesOf } from '../rates';
import { Band, Cells, cellsOf, CountedTotal, Rates, ReportEdition, ReportNote } from '../reports.presenter';
import type { ScoredComponent } from '../scored-components';

export class ReportComponent {
  id!: string;
  code!: string;
  nameVi!: string;
  nameEn!: string;
  /** Null is unknown. */
  maxPoints!: number | null;
  /** Tasks move the points of `linked_tasks` only; surveys are influenced, not computed. */
  source!: 'linked_tasks' | 'reported_value' | 'survey' | null;
}

export class ComponentReportItem {
  component!: ReportComponent;
  /** Of the tasks linked to the component on the day, in the reader's scope. */
  cells!: Cells;
  rates!: Rates;
  /** Maximum − the score of the year before; null when either is unknown. */
  lostPoints!: number | null;
  /** What the component gives on the day. */
  points!: number | null;
  forecast!: Band;
  /** What its open tasks hold together: high − low. 0 where tasks decide nothing. */
  pointsAtStake!: number | null;
}

/** Why the rows do not simply add up: links = the sum of the rows; tasks = distinctTasks + withoutComponent. */
export class ComponentsTotal extends CountedTotal {
  /** Tasks linked to at least one component. */
  distinctTasks!: number;
  links!: number;
  withoutComponent!: number;
  lostPoints!: number | null;
}

export class ComponentsReportAnswer {
  asOf!: Day;
  edition!: ReportEdition;
  /** Every component of the edition, in the order of their codes. */
  items!: ComponentReportItem[];
  total!: ComponentsTotal;
  notes!: ReportNote[];
}

const none: Cells = { all: 0, doneOnTime: 0, doneLate: 0, inTerm: 0, overdue: 0 };

export function presentComponent(
  component: ScoredComponent,
  counts: Cells | undefined,
  forecast: ComponentForecast | null,
): ComponentReportItem {
  const { id, code, nameVi, nameEn, maxPoints, source } = component;
  const cells = cellsOf(counts ?? none);
  return {
    component: { id, code, nameVi, nameEn, maxPoints, source },
    cells,
    rates: ratesOf(cells),
    lostPoints: displayPoints(differenceExact(maxPoints, component.baselineScore)),
    points: displayPoints(forecast?.points ?? null),
    forecast: {
      low: displayPoints(forecast?.low ?? null),
      likely: displayPoints(forecast?.likely ?? null),
      high: displayPoints(forecast?.high ?? null),
    },
    pointsAtStake: displayPoints(stakeOf(component, forecast)),
  };
}

function stakeOf({ source }: ScoredComponent, forecast: ComponentForecast | null): number | null {
  if (forecast === null) return null;
  return source === 'linked_tasks' ? differenceExact(forecast.high, forecast.low) : 0;
}
