import { useTranslation } from 'react-i18next';
import type { Task } from '../../../shared/api/types';
import { useFormat } from '../../../shared/format/use-format';
import { useNames } from '../../../shared/i18n/names';
import { Empty } from '../../../shared/ui/empty';
import { Illustrative } from '../../../shared/ui/labels';

/** The components whose points this task moves. */
export function TaskComponents({ components }: { components: Task['components'] }) {
  const { t } = useTranslation();
  const { nameOf } = useNames();
  const { points } = useFormat();
  return (
    <section className="card stack tight">
      <h2>{t('task.components')}</h2>
      {components.length === 0 && (
        <Empty why={t('task.componentsEmpty')} help={t('task.componentsEmptyHelp')} />
      )}
      <ul className="stack tight">
        {components.map((component) => (
          <li key={component.id}>
            <strong>{component.code}</strong> {nameOf(component)}
            <div className="muted small">
              {component.indexCode} {component.year} · {t('task.maxPoints')}: {points(component.maxPoints)}{' '}
              {component.illustrative && <Illustrative />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
