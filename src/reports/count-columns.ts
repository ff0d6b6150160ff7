import type { Locale, Texts } from '../platform/errors/problem';
import type { CountedTotal, Rate, Rates, ReportEdition } from './reports.presenter';
import type { ReportColumn } from './table';

/** Builds the columns of one table in one language. */
export function columnsIn(locale: Locale) {
  return <Row>(
    texts: Texts,
    value: ReportColumn<Row>['value'],
    kind?: ReportColumn<Row>['kind'],
  ): ReportColumn<Row> => ({ header: texts[locale], value, kind });
}

const rates: [keyof Rates, Texts, Texts][] = [
  [
    'completionOfDue',
    { vi: 'Hoàn thành trên số đến hạn (%)', en: 'Completion of due (%)' },
    { vi: 'Mẫu số: đã hoàn thành + quá hạn', en: 'Denominator: done + overdue' },
  ],
  [
    'completionOfAll',
    { vi: 'Hoàn thành trên tổng số (%)', en: 'Completion of all (%)' },
    { vi: 'Mẫu số: tổng số', en: 'Denominator: all' },
  ],
  [
    'onTimeOfDone',
    { vi: 'Đúng hạn trên số đã hoàn thành (%)', en: 'On time of done (%)' },
    { vi: 'Mẫu số: đã hoàn thành', en: 'Denominator: done' },
  ],
];

/** The four cells, and each rate beside its denominator; a rate without one is an empty field. */
export function countColumns<Row extends CountedTotal>(locale: Locale): ReportColumn<Row>[] {
  const column = columnsIn(locale);
  return [
    column<Row>({ vi: 'Tổng số nhiệm vụ', en: 'All tasks' }, (row) => row.cells.all),
    column<Row>({ vi: 'Hoàn thành đúng hạn', en: 'Done on time' }, (row) => row.cells.doneOnTime),
    column<Row>({ vi: 'Hoàn thành quá hạn', en: 'Done late' }, (row) => row.cells.doneLate),
    column<Row>({ vi: 'Chưa hoàn thành, trong hạn', en: 'In term' }, (row) => row.cells.inTerm),
    column<Row>({ vi: 'Quá hạn chưa hoàn thành', en: 'Overdue' }, (row) => row.cells.overdue),
    ...rates.flatMap(([name, value, denominator]) => {
      const rate = (row: Row): Rate => row.rates[name];
      return [
        column<Row>(value, (row) => rate(row).value),
        column<Row>(denominator, (row) => rate(row).denominator),
      ];
    }),
  ];
}

/** The day the figures speak of, beside every row, so that a file never loses it. */
export function asOfColumn<Row>(locale: Locale, asOf: string): ReportColumn<Row> {
  return columnsIn(locale)<Row>({ vi: 'Tính đến ngày', en: 'As of' }, () => asOf, 'day');
}

/** Figures that are not real say so beside every row; real ones need no such column. */
export function noteColumn<Row>(
  locale: Locale,
  illustrative: boolean,
  label?: string | null,
): ReportColumn<Row>[] {
  const text = label ?? { vi: 'Số liệu minh họa', en: 'Illustrative figures' }[locale];
  return illustrative ? [columnsIn(locale)<Row>({ vi: 'Lưu ý', en: 'Note' }, () => text)] : [];
}

/** The same for figures of an edition that is not an official annex, in that edition's own words. */
export function editionColumn<Row>(locale: Locale, edition: ReportEdition): ReportColumn<Row>[] {
  return noteColumn(locale, edition.illustrative, locale === 'vi' ? edition.labelVi : edition.labelEn);
}
