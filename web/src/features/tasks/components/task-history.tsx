import { useTranslation } from 'react-i18next';
import type { Shapes } from '../../../shared/api/types';
import { formatMoment } from '../../../shared/format/format';
import { Empty } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { useHistory } from '../api/read-task';

/** The task's history in the server's own sentences, newest first; each opens to the fields it changed. */
export function TaskHistory({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const history = useHistory(taskId);
  return (
    <section className="card stack tight">
      <h2>{t('task.history')}</h2>
      <Loaded query={history}>
        {(items) =>
          items.length === 0 ? (
            <Empty why={t('task.historyEmpty')} help={t('task.historyEmptyHelp')} />
          ) : (
            <ol className="timeline">
              {items.map(({ id, at, words, actor, note, changes }) => (
                <li key={id}>
                  <strong>{words}</strong>
                  <div className="muted small">
                    {t('task.by', { name: actor.name, at: formatMoment(at) })}
                  </div>
                  {note && !words.includes(note) && <p className="pre">{note}</p>}
                  {changes.length > 0 && <Changes changes={changes} />}
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}

function Changes({ changes }: { changes: Shapes['FieldChange'][] }) {
  const { t } = useTranslation();
  return (
    <details className="small">
      <summary>{t('task.changes')}</summary>
      {changes.map(({ field, label, beforeWords, afterWords }) => (
        <p key={field}>{t('task.changeOf', { field: label, before: beforeWords, after: afterWords })}</p>
      ))}
    </details>
  );
}
