import type { Day } from '../../platform/clock/day';
import { pageOfWhole } from '../../platform/http/cursor';
import { asOfColumn, columnsIn, countColumns, noteColumn } from '../count-columns';
import { ratesOf } from '../rates';
import { Cells, cellsOf, CountedTotal, Rates, ReportUnit } from '../reports.presenter';
import type { TableOf } from '../table';

export class UnitReportItem {
  unit!: ReportUnit;
  cells!: Cells;
  rates!: Rates;
}

export class UnitsReportAnswer {
  asOf!: Day;
  /** Lead units with tasks: best completion of due first (none last), then fewer overdue, then Vietnamese name. */
  items!: UnitReportItem[];
  nextCursor!: string | null;
  count!: number;
  /** The sum over all units, on this page or not. */
  total!: CountedTotal;
  /** Some of the tasks belong to an illustrative plan. */
  illustrative!: boolean;
}

/** `unit` is null in the row of the total. */
export type UnitReportRow = Cells & { unit: ReportUnit | null; illustrative: boolean };

export function presentUnits(
  asOf: Day,
  rows: UnitReportRow[],
  page: { limit: number; cursor?: string },
): UnitsReportAnswer {
  const counted = rows.map((row) => {
    const cells = cellsOf(row);
    return { unit: row.unit, cells, rates: ratesOf(cells) };
  });
  const units = counted.filter((item): item is UnitReportItem => item.unit !== null);
  const total = counted.find(({ unit }) => unit === null)!;
  return {
    asOf,
    ...pageOfWhole(units, page, ({ unit }) => unit.id),
    count: units.length,
    total: { cells: total.cells, rates: total.rates },
    illustrative: rows.some(({ illustrative }) => illustrative),
  };
}

export const unitsTable: TableOf<UnitsReportAnswer, UnitReportItem> = (answer, locale) => {
  const column = columnsIn(locale);
  return {
    name: { vi: `Nhiệm vụ theo đơn vị đến ${answer.asOf}`, en: `Tasks by unit as of ${answer.asOf}` }[locale],
    columns: [
      asOfColumn(locale, answer.asOf),
      column({ vi: 'Mã đơn vị', en: 'Unit code' }, (row) => row.unit.code),
      column({ vi: 'Cơ quan chủ trì', en: 'Lead unit' }, ({ unit }) =>
        locale === 'vi' ? unit.nameVi : unit.nameEn,
      ),
      ...countColumns<UnitReportItem>(locale),
      ...noteColumn<UnitReportItem>(locale, answer.illustrative),
    ],
    rows: answer.items,
  };
};
