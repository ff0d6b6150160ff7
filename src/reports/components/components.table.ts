import { asOfColumn, columnsIn, countColumns, editionColumn } from '../count-columns';
import type { TableOf } from '../table';
import type { ComponentReportItem, ComponentsReportAnswer } from './components.presenter';

export const componentsTable: TableOf<ComponentsReportAnswer, ComponentReportItem> = (answer, locale) => {
  const column = columnsIn(locale);
  const sources: Record<string, string> = {
    vi: { linked_tasks: 'nhiệm vụ', reported_value: 'số liệu báo cáo', survey: 'điều tra xã hội học' },
    en: { linked_tasks: 'tasks', reported_value: 'reported value', survey: 'survey' },
  }[locale];
  return {
    name: { vi: `Tiêu chí thành phần đến ${answer.asOf}`, en: `Components as of ${answer.asOf}` }[locale],
    columns: [
      asOfColumn(locale, answer.asOf),
      column({ vi: 'Mã', en: 'Code' }, ({ component }) => component.code),
      column({ vi: 'Tiêu chí thành phần', en: 'Component' }, ({ component }) =>
        locale === 'vi' ? component.nameVi : component.nameEn,
      ),
      column(
        { vi: 'Nguồn điểm', en: 'Source of points' },
        ({ component }) => sources[component.source ?? ''],
      ),
      column({ vi: 'Điểm tối đa', en: 'Maximum' }, ({ component }) => component.maxPoints),
      column({ vi: 'Điểm đã mất năm trước', en: 'Points lost the year before' }, (row) => row.lostPoints),
      column({ vi: 'Điểm hiện có', en: 'Points now' }, (row) => row.points),
      column({ vi: 'Dự báo thấp', en: 'Forecast, low' }, ({ forecast }) => forecast.low),
      column({ vi: 'Dự báo khả dĩ', en: 'Forecast, likely' }, ({ forecast }) => forecast.likely),
      column({ vi: 'Dự báo cao', en: 'Forecast, high' }, ({ forecast }) => forecast.high),
      column({ vi: 'Điểm có thể mất', en: 'Points at stake' }, (row) => row.pointsAtStake),
      ...countColumns<ComponentReportItem>(locale),
      ...editionColumn<ComponentReportItem>(locale, answer.edition),
    ],
    rows: answer.items,
  };
};
