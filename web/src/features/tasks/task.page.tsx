import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import type { Task } from '../../shared/api/types';
import { formatDay } from '../../shared/format/format';
import { useNames } from '../../shared/i18n/names';
import { Antd } from '../../shared/ui/antd';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { useExtensions, useTask } from './api/read-task';
import { ActBar } from './components/act-bar';
import { TaskComponents } from './components/task-components';
import { TaskHead } from './components/task-head';
import { TaskHistory } from './components/task-history';
import { TaskProgress } from './components/task-progress';
import './tasks.css';

export default function TaskPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  // The list one came from, with its filters.
  const { list = '' } = (useLocation().state ?? {}) as { list?: string };
  const task = useTask(id);
  return (
    <Antd>
      <div className="stack">
        <Link to={`/tasks${list}`}>← {t('task.back')}</Link>
        {task.error && !task.data ? (
          <Page title={t('task.notOpened')}>
            <ProblemNote error={task.error} retry={() => void task.refetch()} />
          </Page>
        ) : (
          <Loaded query={task} lines={8}>
            {(found) => <WholeTask key={id} task={found} />}
          </Loaded>
        )}
      </div>
    </Antd>
  );
}

function WholeTask({ task }: { task: Task }) {
  const { titleOf } = useNames();
  return (
    <Page title={`${task.code}. ${titleOf(task)}`}>
      <ActBar task={task} />
      <PendingExtension taskId={task.id} />
      <div className="task-columns">
        <div className="stack">
          <TaskHead task={task} />
          <TaskComponents components={task.components} />
          <TaskProgress taskId={task.id} />
        </div>
        <TaskHistory taskId={task.id} />
      </div>
    </Page>
  );
}

function PendingExtension({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const pending = useExtensions(taskId).data?.find(({ approved }) => approved === null);
  if (!pending) return null;
  return (
    <section className="note warn">
      <h2>{t('task.extension')}</h2>
      <p>
        {t('task.extensionOf', {
          name: pending.by?.displayName ?? t('task.system'),
          day: formatDay(pending.requestedDueDate),
        })}
      </p>
      <p className="pre">{pending.reason}</p>
    </section>
  );
}
