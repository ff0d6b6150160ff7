import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../../shared/format/format';
import { useNames } from '../../../shared/i18n/names';
import { useUser } from '../../../shared/session/session';
import { Empty } from '../../../shared/ui/empty';
import { CellLabel } from '../../../shared/ui/labels';
import { Loading } from '../../../shared/ui/loading';
import { ProblemNote } from '../../../shared/ui/problem-note';
import { useTasks } from '../api/list-tasks';

const SHOWN = 5;

/** What I answer for and have not finished: overdue first, then what is due soonest. */
export function MyTasks() {
  const { t } = useTranslation();
  const { titleOf } = useNames();
  const mine = { responsibleId: useUser().id, sort: 'due' as const };
  const overdue = useTasks({ ...mine, cell: 'overdue' }, SHOWN);
  const inTerm = useTasks({ ...mine, cell: 'inTerm' }, SHOWN);
  const error = overdue.error ?? inTerm.error;
  const tasks = [overdue, inTerm].flatMap((list) => list.data?.pages[0].items ?? []);
  return (
    <section className="card stack tight">
      <h2>{t('home.mine')}</h2>
      {error && (
        <ProblemNote error={error} retry={() => void Promise.all([overdue.refetch(), inTerm.refetch()])} />
      )}
      {!error && (overdue.isPending || inTerm.isPending) && <Loading />}
      {overdue.data && inTerm.data && tasks.length === 0 && (
        <Empty why={t('home.mineEmpty')} help={t('home.mineEmptyHelp')} />
      )}
      <ul className="stack tight">
        {tasks.map((task) => (
          <li key={task.id}>
            <Link to={`/tasks/${task.id}`}>{titleOf(task)}</Link>
            <div className="small muted">
              {task.cell && <CellLabel cell={task.cell} />}{' '}
              {task.dueDate ? formatDay(task.dueDate) : t('tasks.noDue')} · {task.percent} %
            </div>
          </li>
        ))}
      </ul>
      {tasks.length > 0 && <Link to="/tasks?mine=1">{t('home.mineAll')}</Link>}
    </section>
  );
}
