import { useTranslation } from 'react-i18next';
import type { Cell, TaskState } from '../api/types';
import './labels.css';
import './notes.css';

const marks: Record<Cell, string> = { doneOnTime: '✓', doneLate: '✓', inTerm: '○', overdue: '!' };

/** One of the four cells: never told by colour alone. */
export function CellLabel({ cell }: { cell: Cell }) {
  const { t } = useTranslation();
  return (
    <span className={`label ${cell}`}>
      <span aria-hidden="true">{marks[cell]}</span> {t(`cells.${cell}`)}
    </span>
  );
}

export function StateLabel({ state }: { state: TaskState }) {
  const { t } = useTranslation();
  return <span className="label">{t(`states.${state}`)}</span>;
}

/** Said wherever illustrative data show. */
export function Illustrative() {
  const { t } = useTranslation();
  return (
    <span className="label illustrative" title={t('app.illustrativeWhy')}>
      {t('app.illustrative')}
    </span>
  );
}

/** A person by name; invented people are said to be so. */
export function PersonName({ person }: { person: { displayName: string; invented?: boolean } }) {
  const { t } = useTranslation();
  return (
    <>
      {person.displayName}{' '}
      {person.invented && (
        <span className="label illustrative" title={t('app.invented')}>
          {t('app.illustrative')}
        </span>
      )}
    </>
  );
}

/** Above figures that contain illustrative data. */
export function IllustrativeNote({ shown }: { shown: boolean }) {
  const { t } = useTranslation();
  return shown && <p className="note warn small">{t('plans.includesIllustrative')}</p>;
}
