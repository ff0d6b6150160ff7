import { useTranslation } from 'react-i18next';
import './notes.css';

/** Grey lines where content will be; they appear only when it takes longer than a blink. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className="loading" role="status">
      <span className="hidden">{t('app.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} aria-hidden="true" />
      ))}
    </div>
  );
}
