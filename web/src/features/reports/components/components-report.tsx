import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Shapes } from '../../../shared/api/types';
import { useFormat } from '../../../shared/format/use-format';
import { useNames } from '../../../shared/i18n/names';
import { DataTable, type Column } from '../../../shared/ui/data-table';
import { Empty } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { useComponents, type ReportView } from '../api/reports';
import { EditionLine } from './edition-line';
import { ForecastBand } from './forecast-band';
import { ReportNotes } from './report-notes';

type Item = Shapes['ComponentReportItem'];

/** Every component: its tasks, what it lost, what it gives and what may still come. */
export function ComponentsReport({ view }: { view: ReportView }) {
  const { t } = useTranslation();
  const columns = useColumns(view.planId);
  const report = useComponents(view);
  return (
    <Loaded query={report} lines={10}>
      {({ edition, items, notes }) => (
        <div className="stack" aria-busy={report.isPlaceholderData}>
          <EditionLine edition={edition} />
          <ForecastBand view={view} />
          <ReportNotes notes={notes} />
          {items.length === 0 ? (
            <Empty why={t('reports.componentsEmpty')} help={t('reports.componentsEmptyHelp')} />
          ) : (
            <DataTable
              caption={t('reports.components')}
              columns={columns}
              rows={items}
              rowKey={({ component }) => component.code}
            />
          )}
        </div>
      )}
    </Loaded>
  );
}

function useColumns(planId: string): Column<Item>[] {
  const { t } = useTranslation();
  const { nameOf } = useNames();
  const { count, points } = useFormat();
  const figure = (key: string, title: string, value: (item: Item) => number | null): Column<Item> => ({
    key,
    title,
    number: true,
    cell: (item) => points(value(item)),
  });
  return [
    {
      key: 'component',
      title: t('reports.component'),
      head: true,
      cell: ({ component }) => (
        <>
          <strong>{component.code}</strong> {nameOf(component)}
          {component.source === 'survey' && <div className="muted small">{t('reports.survey')}</div>}
        </>
      ),
    },
    {
      key: 'tasks',
      title: t('reports.tasks'),
      number: true,
      cell: ({ cells, component }) =>
        cells.all === 0 ? (
          '0'
        ) : (
          <Link to={`/tasks?component=${component.code}&plan=${planId}`}>{count(cells.all)}</Link>
        ),
    },
    { key: 'overdue', title: t('reports.overdue'), number: true, cell: ({ cells }) => count(cells.overdue) },
    figure('max', t('reports.maxPoints'), ({ component }) => component.maxPoints),
    figure('lost', t('reports.lostPoints'), ({ lostPoints }) => lostPoints),
    figure('points', t('reports.points'), (item) => item.points),
    figure('low', t('reports.low'), ({ forecast }) => forecast.low),
    figure('likely', t('reports.likely'), ({ forecast }) => forecast.likely),
    figure('high', t('reports.high'), ({ forecast }) => forecast.high),
    figure('stake', t('reports.atStake'), ({ pointsAtStake }) => pointsAtStake),
  ];
}
