import type { Day } from '../../platform/clock/day';
import type { Locale } from '../../platform/errors/problem';
import { asOfColumn, columnsIn, countColumns, noteColumn } from '../count-columns';
import { ratesOf } from '../rates';
import { Cells, cellsOf, CountedTotal, Rates } from '../reports.presenter';
import type { ReportColumn, TableOf } from '../table';

export class StatusReportAnswer {
  asOf!: Day;
  cells!: Cells;
  rates!: Rates;
  /** The same tasks judged by their original due dates, whatever was extended since. */
  byOriginalDueDate!: CountedTotal;
  /** Submitted and not yet accepted; these are also in term or overdue. */
  awaitingAcceptance!: number;
  /** Some of the tasks belong to an illustrative plan. */
  illustrative!: boolean;
}

export type StatusRow = Cells & {
  byOriginalDueDate: Cells;
  awaitingAcceptance: number;
  illustrative: boolean;
};

export function presentStatus(asOf: Day, row: StatusRow): StatusReportAnswer {
  const { awaitingAcceptance, illustrative } = row;
  const byOriginalDueDate = countedTotal(row.byOriginalDueDate);
  return { asOf, ...countedTotal(cellsOf(row)), byOriginalDueDate, awaitingAcceptance, illustrative };
}

function countedTotal(cells: Cells): CountedTotal {
  return { cells, rates: ratesOf(cells) };
}

export const statusTable: TableOf<StatusReportAnswer, StatusReportAnswer> = (answer, locale) => ({
  name: { vi: `Tình hình nhiệm vụ đến ${answer.asOf}`, en: `Status of tasks as of ${answer.asOf}` }[locale],
  columns: [
    asOfColumn(locale, answer.asOf),
    ...countColumns<StatusReportAnswer>(locale),
    ...originalColumns(locale),
    columnsIn(locale)({ vi: 'Chờ xác nhận', en: 'Awaiting acceptance' }, (row) => row.awaitingAcceptance),
    ...noteColumn<StatusReportAnswer>(locale, answer.illustrative),
  ],
  rows: [answer],
});

/** The figures by the original due date, beside those by the present one. */
function originalColumns(locale: Locale): ReportColumn<StatusReportAnswer>[] {
  const suffix = { vi: '(theo thời hạn gốc)', en: '(by original due date)' }[locale];
  return countColumns<CountedTotal>(locale).map(({ header, value }) => ({
    header: `${header} ${suffix}`,
    value: (row) => value(row.byOriginalDueDate),
  }));
}
