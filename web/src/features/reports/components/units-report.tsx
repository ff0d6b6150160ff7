import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Shapes } from '../../../shared/api/types';
import { useFormat } from '../../../shared/format/use-format';
import { useNames } from '../../../shared/i18n/names';
import { DataTable, type Column } from '../../../shared/ui/data-table';
import { Empty } from '../../../shared/ui/empty';
import { IllustrativeNote } from '../../../shared/ui/labels';
import { Loaded } from '../../../shared/ui/loaded';
import { useUnits, type ReportView } from '../api/reports';
import { RateCell } from './rate-list';

type Counts = Shapes['CountedTotal'];
type Row = Counts & { unit: Shapes['ReportUnit'] | null };

/** The four cells of each lead unit; the last line is their sum. */
export function UnitsReport({ view }: { view: ReportView }) {
  const { t } = useTranslation();
  const columns = useColumns(view.planId);
  const report = useUnits(view);
  return (
    <Loaded query={report} lines={10}>
      {({ items, total, illustrative }) =>
        items.length === 0 ? (
          <Empty why={t('reports.unitsEmpty')} help={t('reports.unitsEmptyHelp')} />
        ) : (
          <div className="stack" aria-busy={report.isPlaceholderData}>
            <IllustrativeNote shown={illustrative} />
            <DataTable<Row>
              caption={t('reports.units')}
              columns={columns}
              rows={items}
              rowKey={({ unit }) => unit!.id}
              total={{ ...total, unit: null }}
            />
          </div>
        )
      }
    </Loaded>
  );
}

function useColumns(planId: string): Column<Row>[] {
  const { t } = useTranslation();
  const { nameOf } = useNames();
  const { count } = useFormat();
  const cell = (key: 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue'): Column<Row> => ({
    key,
    title: t(`cells.${key}`),
    number: true,
    cell: ({ cells }) => count(cells[key]),
  });
  return [
    {
      key: 'unit',
      title: t('reports.unit'),
      head: true,
      // Units that follow one another may share a name; their codes tell them apart.
      cell: ({ unit }) =>
        unit ? (
          <>
            <Link to={`/tasks?unit=${unit.id}&plan=${planId}`}>{nameOf(unit)}</Link>{' '}
            <span className="muted small nowrap">{unit.code}</span>
          </>
        ) : (
          t('reports.total')
        ),
    },
    { key: 'all', title: t('reports.all'), number: true, cell: ({ cells }) => count(cells.all) },
    cell('doneOnTime'),
    cell('doneLate'),
    cell('inTerm'),
    cell('overdue'),
    {
      key: 'rate',
      title: t('rates.completionOfDue'),
      number: true,
      cell: ({ rates }) => <RateCell rate={rates.completionOfDue} />,
    },
  ];
}
