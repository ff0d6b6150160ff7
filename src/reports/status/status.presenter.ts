import type { Day } from '../../platform/clock/day';
import { asOfColumn, columnsIn, countColumns, noteColumn } from '../count-columns';
import { ratesOf } from '../rates';
import { Cells, cellsOf, Rates } from '../reports.presenter';
import type { TableOf } from '../table';

export class StatusReportAnswer {
  asOf!: Day;
  cells!: Cells;
  rates!: Rates;
  /** Submitted and not yet accepted; these are also in term or overdue. */
  awaitingAcceptance!: number;
  /** Some of the tasks belong to an illustrative plan. */
  illustrative!: boolean;
}

export type StatusRow = Cells & { awaitingAcceptance: number; illustrative: boolean };

export function presentStatus(asOf: Day, row: StatusRow): StatusReportAnswer {
  const cells = cellsOf(row);
  const { awaitingAcceptance, illustrative } = row;
  return { asOf, cells, rates: ratesOf(cells), awaitingAcceptance, illustrative };
}

export const statusTable: TableOf<StatusReportAnswer, StatusReportAnswer> = (answer, locale) => ({
  name: { vi: `Tình hình nhiệm vụ đến ${answer.asOf}`, en: `Status of tasks as of ${answer.asOf}` }[locale],
  columns: [
    asOfColumn(locale, answer.asOf),
    ...countColumns<StatusReportAnswer>(locale),
    columnsIn(locale)({ vi: 'Chờ xác nhận', en: 'Awaiting acceptance' }, (row) => row.awaitingAcceptance),
    ...noteColumn<StatusReportAnswer>(locale, answer.illustrative),
  ],
  rows: [answer],
});
