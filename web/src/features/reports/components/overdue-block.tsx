import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../../shared/format/format';
import { useFormat } from '../../../shared/format/use-format';
import { useNames } from '../../../shared/i18n/names';
import { DataTable, type Column } from '../../../shared/ui/data-table';
import type { Shapes } from '../../../shared/api/types';
import { Empty } from '../../../shared/ui/empty';
import { PersonName } from '../../../shared/ui/labels';
import { Loaded } from '../../../shared/ui/loaded';
import { useOverdue } from '../api/reports';
import { ReportNotes } from './report-notes';

type Item = Shapes['OverdueReportItem'];

/** Which overdue tasks cost the most points, and whose they are: the first ten. */
export function OverdueBlock({ planId }: { planId: string }) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const columns = useColumns();
  const overdue = useOverdue({ planId, asOf: '' }, 10);
  return (
    <section className="stack tight">
      <h2>{t('home.overdueTitle')}</h2>
      <Loaded query={overdue}>
        {(answer) =>
          answer.items.length === 0 ? (
            <div className="card">
              <Empty why={t('home.overdueEmpty')} help={t('home.overdueEmptyHelp')} />
            </div>
          ) : (
            <>
              <ReportNotes notes={answer.notes} />
              <DataTable
                caption={t('home.overdueTitle')}
                columns={columns}
                rows={answer.items}
                rowKey={({ task }) => task.id}
              />
              {answer.count > answer.items.length && (
                <Link to={`/tasks?cell=overdue${planId && `&plan=${planId}`}`}>
                  {t('home.overdueAll', { count: count(answer.count) })}
                </Link>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function useColumns(): Column<Item>[] {
  const { t } = useTranslation();
  const { nameOf, titleOf } = useNames();
  const { count, points } = useFormat();
  return [
    {
      key: 'task',
      title: t('tasks.content'),
      head: true,
      cell: ({ task }) => (
        <>
          <Link to={`/tasks/${task.id}`}>{titleOf(task)}</Link>{' '}
          <span className="muted small nowrap">{task.code}</span>
        </>
      ),
    },
    {
      key: 'stake',
      title: t('reports.atStake'),
      number: true,
      cell: ({ pointsAtStake }) => points(pointsAtStake),
    },
    {
      key: 'late',
      title: t('home.daysLate'),
      number: true,
      cell: ({ daysLate }) =>
        t('home.late', { calendar: count(daysLate.calendar), working: count(daysLate.working) }),
    },
    { key: 'due', title: t('tasks.due'), cell: ({ task }) => formatDay(task.dueDate) },
    { key: 'unit', title: t('tasks.lead'), cell: ({ task }) => nameOf(task.leadUnit) },
    {
      key: 'person',
      title: t('tasks.person'),
      cell: ({ task }) => (task.responsible ? <PersonName person={task.responsible} /> : t('tasks.nobody')),
    },
  ];
}
