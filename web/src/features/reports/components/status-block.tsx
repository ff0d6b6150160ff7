import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../../shared/format/format';
import { useFormat } from '../../../shared/format/use-format';
import { Empty } from '../../../shared/ui/empty';
import { IllustrativeNote } from '../../../shared/ui/labels';
import { Loaded } from '../../../shared/ui/loaded';
import { useStatus } from '../api/reports';
import { CellFigures } from './cell-figures';
import { RateList } from './rate-list';

/** Where things stand today: the four cells, the rates, and what waits for a decision. */
export function StatusBlock({ planId, decides }: { planId: string; decides: boolean }) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const status = useStatus({ planId, asOf: '' });
  return (
    <Loaded query={status} lines={5}>
      {({ asOf, cells, rates, awaitingAcceptance, illustrative }) =>
        cells.all === 0 ? (
          <Empty why={t('home.noTasks')} help={t('home.noTasksHelp')} />
        ) : (
          <div className="stack" aria-busy={status.isPlaceholderData}>
            <IllustrativeNote shown={illustrative} />
            <p className="muted">
              {t('home.asOf', { day: formatDay(asOf) })}. {t('home.total', { count: count(cells.all) })}
            </p>
            <CellFigures counts={cells} planId={planId} />
            {decides && awaitingAcceptance > 0 && (
              <p className="note">
                <Link to={`/tasks?state=submitted${planId && `&plan=${planId}`}`}>
                  {t('home.awaiting', { count: count(awaitingAcceptance) })}
                </Link>
              </p>
            )}
            <section className="card stack tight">
              <h2>{t('rates.title')}</h2>
              <RateList values={rates} />
            </section>
          </div>
        )
      }
    </Loaded>
  );
}
