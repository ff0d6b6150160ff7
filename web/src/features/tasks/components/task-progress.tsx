import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../shared/format/format';
import { Empty } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { useProgress } from '../api/read-task';

/** Newest first. */
export function TaskProgress({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const progress = useProgress(taskId);
  return (
    <section className="card stack tight">
      <h2>{t('task.progress')}</h2>
      <Loaded query={progress} lines={2}>
        {(items) =>
          items.length === 0 ? (
            <Empty why={t('task.progressEmpty')} help={t('task.progressEmptyHelp')} />
          ) : (
            <ol className="timeline">
              {items.map(({ id, at, by, percent, done, obstacle }) => (
                <li key={id}>
                  <strong>{percent} %</strong>{' '}
                  <span className="muted small">
                    {t('task.by', { name: by?.displayName ?? t('task.system'), at: formatMoment(at) })}
                  </span>
                  {done && (
                    <p className="pre">
                      {t('task.doneText')}: {done}
                    </p>
                  )}
                  {obstacle && (
                    <p className="pre">
                      {t('task.obstacle')}: {obstacle}
                    </p>
                  )}
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}
