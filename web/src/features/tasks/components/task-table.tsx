import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { TaskItem } from '../../../shared/api/types';
import { formatDay } from '../../../shared/format/format';
import { useFormat } from '../../../shared/format/use-format';
import { useNames } from '../../../shared/i18n/names';
import { DataTable, type Column } from '../../../shared/ui/data-table';
import { CellLabel, Illustrative, PersonName, StateLabel } from '../../../shared/ui/labels';

export function TaskTable({ tasks }: { tasks: TaskItem[] }) {
  const { t } = useTranslation();
  return <DataTable caption={t('tasks.title')} columns={useColumns()} rows={tasks} rowKey={({ id }) => id} />;
}

function useColumns(): Column<TaskItem>[] {
  const { t } = useTranslation();
  const { nameOf, titleOf } = useNames();
  const { count } = useFormat();
  const { search } = useLocation();
  return [
    {
      key: 'content',
      title: t('tasks.content'),
      head: true,
      cell: (task) => (
        <>
          <Link
            to={`/tasks/${task.id}`}
            state={{ list: search }}
            lang={titleOf(task) === task.titleVi ? 'vi' : undefined}
          >
            {titleOf(task)}
          </Link>{' '}
          <span className="muted small nowrap">
            {task.code} {task.plan.illustrative && <Illustrative />}
          </span>
        </>
      ),
    },
    { key: 'lead', title: t('tasks.lead'), cell: ({ leadUnit }) => nameOf(leadUnit) },
    {
      key: 'person',
      title: t('tasks.person'),
      cell: ({ responsible }) => (responsible ? <PersonName person={responsible} /> : t('tasks.nobody')),
    },
    {
      key: 'due',
      title: t('tasks.due'),
      cell: ({ dueDate }) => (
        <span className="nowrap">{dueDate ? formatDay(dueDate) : t('tasks.noDue')}</span>
      ),
    },
    { key: 'percent', title: t('tasks.percent'), number: true, cell: ({ percent }) => `${count(percent)} %` },
    {
      key: 'cell',
      title: t('tasks.cell'),
      cell: ({ cell, state }) => (
        <span className="labels">
          {cell && <CellLabel cell={cell} />}
          {state !== 'accepted' && <StateLabel state={state} />}
        </span>
      ),
    },
  ];
}
