import { useTranslation } from 'react-i18next';
import type { Shapes } from '../../../shared/api/types';
import { formatDay, formatMoment } from '../../../shared/format/format';
import { useWordOf } from '../../../shared/i18n/words';
import { Empty } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { useHistory } from '../api/read-task';

/** Newest first. */
export function TaskHistory({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const eventOf = useWordOf('events');
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
              {items.toReversed().map(({ id, at, act, actor, note, changes }) => (
                <li key={id}>
                  <strong>{eventOf(act)}</strong>
                  <div className="muted small">
                    {t('task.by', { name: actor.name, at: formatMoment(at) })}
                  </div>
                  {note && <p className="pre">{note}</p>}
                  {changes.map((change) => (
                    <ChangeLine key={change.field} change={change} />
                  ))}
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}

function ChangeLine({ change: { field, before, after } }: { change: Shapes['FieldChange'] }) {
  const { t } = useTranslation();
  const fieldOf = useWordOf('fields');
  const stateOf = useWordOf('states');
  const show = (value: unknown) => {
    if (value === null || value === undefined) return '–';
    const text = Array.isArray(value)
      ? value.join(', ')
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);
    if (field === 'state') return stateOf(text);
    if (field === 'percent') return `${text} %`;
    return /^\d{4}-\d\d-\d\d$/.test(text) ? formatDay(text) : text;
  };
  const words = { field: fieldOf(field), before: show(before), after: show(after) };
  return <p className="small">{t(before === null ? 'task.firstValue' : 'task.changeOf', words)}</p>;
}
