import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useFollowInbox } from '../shared/inbox/follow-inbox';
import { useUnreadCount } from '../shared/inbox/inbox';
import { useSession } from '../shared/session/session';

/** Across the top on a desk, under the thumb on a phone. */
export function Navigation() {
  const { t } = useTranslation();
  const unread = useUnreadCount();
  useFollowInbox(useSession().data?.ended === false);
  return (
    <nav className="navigation" aria-label={t('app.nav')}>
      <NavLink to="/" end>
        {t('app.home')}
      </NavLink>
      <NavLink to="/tasks">{t('app.tasks')}</NavLink>
      <NavLink to="/reports">{t('app.reports')}</NavLink>
      <NavLink to="/inbox">
        {t('app.inbox')}
        {unread > 0 && (
          <span className="badge" aria-label={t('app.unread', { count: unread })}>
            {unread}
          </span>
        )}
      </NavLink>
    </nav>
  );
}
