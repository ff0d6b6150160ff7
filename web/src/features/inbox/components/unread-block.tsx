import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUnread } from '../../../shared/inbox/inbox';
import { Empty } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { NotificationLine } from './notification-line';
import '../inbox.css';

/** The newest unread notifications. */
export function UnreadBlock() {
  const { t } = useTranslation();
  return (
    <section className="card stack tight">
      <h2>{t('home.inboxTitle')}</h2>
      <Loaded query={useUnread()} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty why={t('home.inboxEmpty')} help={t('home.inboxEmptyHelp')} />
          ) : (
            <ul className="stack tight">
              {items.map((notification) => (
                <NotificationLine key={notification.id} notification={notification} brief />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Link to="/inbox">{t('home.inboxAll')}</Link>
    </section>
  );
}
