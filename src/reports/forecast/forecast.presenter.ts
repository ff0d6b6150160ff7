import type { Day } from '../../platform/clock/day';
import { asOfColumn, columnsIn, editionColumn } from '../count-columns';
import { Band, ReportEdition, ReportNote } from '../reports.presenter';
import type { TableOf } from '../table';

export class FieldForecast extends Band {
  code!: string;
  nameVi!: string;
  nameEn!: string;
  maxPoints!: number | null;
  /** Of the maximum, what surveys decide. */
  surveyPoints!: number;
}

export class MissingComponent {
  code!: string;
  nameVi!: string;
  nameEn!: string;
  /** unknown_maximum: the annex is not complete; no_task: no task with a due date decides it; not_entered: no rule or value yet. */
  reason!: 'unknown_maximum' | 'no_task' | 'not_entered';
}

export class ForecastReportAnswer {
  asOf!: Day;
  edition!: ReportEdition;
  /** Only what is accepted counts. Null, as the others, when a maximum is unknown or the plan lies beyond the reader's scope. */
  low!: number | null;
  /** Plus what is on track. */
  likely!: number | null;
  /** Everything open lands as well as it still can. */
  high!: number | null;
  /** Maximum that surveys decide: influenced, not computed, and in none of low, likely, high. */
  surveyPoints!: number;
  /** Survey results entered so far; null when there are none. */
  surveyEntered!: number | null;
  fields!: FieldForecast[];
  /** Components left out of the sums because they cannot be computed. */
  missing!: MissingComponent[];
  notes!: ReportNote[];
}

export const forecastTable: TableOf<ForecastReportAnswer, FieldForecast> = (answer, locale) => {
  const column = columnsIn(locale);
  return {
    name: { vi: `Dự báo điểm đến ${answer.asOf}`, en: `Forecast as of ${answer.asOf}` }[locale],
    columns: [
      asOfColumn(locale, answer.asOf),
      column({ vi: 'Mã', en: 'Code' }, (row) => row.code),
      column({ vi: 'Lĩnh vực', en: 'Field' }, (row) => (locale === 'vi' ? row.nameVi : row.nameEn)),
      column({ vi: 'Điểm tối đa', en: 'Maximum' }, (row) => row.maxPoints),
      column({ vi: 'Thấp', en: 'Low' }, (row) => row.low),
      column({ vi: 'Khả dĩ', en: 'Likely' }, (row) => row.likely),
      column({ vi: 'Cao', en: 'High' }, (row) => row.high),
      column(
        { vi: 'Điểm do điều tra xã hội học quyết định', en: 'Decided by surveys' },
        (row) => row.surveyPoints,
      ),
      ...editionColumn<FieldForecast>(locale, answer.edition),
    ],
    rows: answer.fields,
  };
};
