import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/format/format';
import { useDeputising } from '../api/notifications';

/** For whom the reader is told too, so that nobody wonders at notifications that are not his own. */
export function Deputising() {
  const { t } = useTranslation();
  const items = useDeputising().data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="note" aria-label={t('inbox.deputising')}>
      <strong>{t('inbox.deputising')}</strong>
      <ul>
        {items.map(({ person, from, to }) => (
          <li key={person.id}>
            {t('inbox.deputisingFor', { name: person.displayName, from: formatDay(from), to: formatDay(to) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
