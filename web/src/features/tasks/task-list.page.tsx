import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format';
import { Antd } from '../../shared/ui/antd';
import { Empty } from '../../shared/ui/empty';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { usePhone } from '../../shared/ui/use-media';
import { useTasks } from './api/list-tasks';
import { TaskFilters, TaskSearch } from './components/task-filters';
import { TaskTable } from './components/task-table';
import { useAsked, useListFilter } from './list-filter';
import './tasks.css';

export default function TaskListPage() {
  const { t } = useTranslation();
  const { filter, change, clear, given } = useListFilter();
  const phone = usePhone();
  const filters = <TaskFilters filter={filter} change={change} />;
  return (
    <Antd>
      <Page title={t('tasks.title')}>
        <div className="card stack tight">
          <TaskSearch filter={filter} change={change} />
          {phone ? (
            <details>
              <summary>{t('tasks.showFilters', { count: given })}</summary>
              {filters}
            </details>
          ) : (
            filters
          )}
          {given > 0 && (
            <div>
              <button type="button" className="button" onClick={clear}>
                {t('tasks.clear')}
              </button>
            </div>
          )}
        </div>
        <Found asked={useAsked(filter)} filtered={given > 0} />
      </Page>
    </Antd>
  );
}

function Found({ asked, filtered }: { asked: ReturnType<typeof useAsked>; filtered: boolean }) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const tasks = useTasks(asked);
  const again = <ProblemNote error={tasks.error} retry={() => void tasks.refetch()} />;
  if (!tasks.data) return tasks.error ? again : <Loading lines={8} />;
  const items = tasks.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return filtered ? (
      <Empty why={t('tasks.empty')} help={t('tasks.emptyHelp')} />
    ) : (
      <Empty why={t('tasks.emptyAll')} help={t('tasks.emptyAllHelp')} />
    );
  }
  return (
    <div className="stack" aria-busy={tasks.isPlaceholderData}>
      <p className="muted" role="status">
        {t('tasks.shown', { shown: count(items.length), count: tasks.data.pages[0].count })}
      </p>
      <TaskTable tasks={items} />
      {tasks.error && again}
      {tasks.hasNextPage && (
        <div>
          <button
            type="button"
            className="button"
            disabled={tasks.isFetchingNextPage}
            onClick={() => void tasks.fetchNextPage()}
          >
            {t(tasks.isFetchingNextPage ? 'app.loading' : 'app.loadMore')}
          </button>
        </div>
      )}
    </div>
  );
}
