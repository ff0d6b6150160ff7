import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../../shared/api/client';
import { formatDay, today } from '../../../shared/format/format';
import { ProblemNote } from '../../../shared/ui/problem-note';
import { useSnooze } from '../api/notifications';
import { snoozeDays } from '../snooze-days';

const PickDay = lazy(() => import('./pick-day'));

/** Puts a notification off to tomorrow, the next Monday or a day of choice; what is put off can be brought back. */
export function Snooze({ id, title, until }: { id: string; title: string; until: string | null }) {
  const { t } = useTranslation();
  const [picking, setPicking] = useState(false);
  const snooze = useSnooze(id);
  const to = (day: string | null) => snooze.mutate({ until: day, key: newKey() });
  const { tomorrow, nextMonday, lastDay } = snoozeDays(today());
  if (until !== null) {
    return (
      <div className="row">
        <span className="label">{t('inbox.snoozedUntil', { day: formatDay(until) })}</span>
        <button
          type="button"
          className="button"
          disabled={snooze.isPending}
          aria-label={t('inbox.wakeOf', { title })}
          onClick={() => to(null)}
        >
          {t('inbox.wake')}
        </button>
        {snooze.error && <ProblemNote error={snooze.error} />}
      </div>
    );
  }
  return (
    <details className="snooze">
      <summary className="button" aria-label={t('inbox.snoozeOf', { title })}>
        {t('inbox.snooze')}
      </summary>
      <div className="row">
        <button type="button" className="button" disabled={snooze.isPending} onClick={() => to(tomorrow)}>
          {t('inbox.tomorrow')}
        </button>
        {nextMonday && (
          <button type="button" className="button" disabled={snooze.isPending} onClick={() => to(nextMonday)}>
            {t('inbox.nextMonday', { day: formatDay(nextMonday) })}
          </button>
        )}
        {picking ? (
          <Suspense>
            <PickDay after={today()} before={lastDay} onPick={to} />
          </Suspense>
        ) : (
          <button type="button" className="button" onClick={() => setPicking(true)}>
            {t('inbox.pickDay')}
          </button>
        )}
      </div>
      {snooze.error && <ProblemNote error={snooze.error} />}
    </details>
  );
}
