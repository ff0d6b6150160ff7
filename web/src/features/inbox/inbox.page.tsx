import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { newKey } from '../../shared/api/client';
import { Empty } from '../../shared/ui/empty';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { useMarkAllRead, useNotifications } from './api/notifications';
import { NotificationLine } from './components/notification-line';
import './inbox.css';

export default function InboxPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const unread = search.has('unread');
  const readAll = useMarkAllRead();
  const list = useNotifications(unread);
  const some = (list.data?.pages[0].unreadCount ?? 0) > 0;
  return (
    <Page
      title={t('inbox.title')}
      aside={
        some && (
          <button
            type="button"
            className="button"
            disabled={readAll.isPending}
            onClick={() => readAll.mutate(newKey())}
          >
            {t('inbox.markAllRead')}
          </button>
        )
      }
    >
      {readAll.error && <ProblemNote error={readAll.error} />}
      <div className="card stack">
        <label className="check">
          <input
            type="checkbox"
            checked={unread}
            onChange={(event) => setSearch(event.target.checked ? { unread: '1' } : {}, { replace: true })}
          />
          {t('inbox.unreadOnly')}
        </label>
        <Notifications list={list} unread={unread} />
      </div>
    </Page>
  );
}

function Notifications({ list, unread }: { list: ReturnType<typeof useNotifications>; unread: boolean }) {
  const { t } = useTranslation();
  if (list.error) return <ProblemNote error={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Loading />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return unread ? (
      <Empty why={t('inbox.emptyUnread')} help={t('inbox.emptyUnreadHelp')} />
    ) : (
      <Empty why={t('inbox.empty')} help={t('inbox.emptyHelp')} />
    );
  }
  return (
    <>
      <ul className="stack">
        {items.map((notification) => (
          <NotificationLine key={notification.id} notification={notification} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div>
          <button
            type="button"
            className="button"
            disabled={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t(list.isFetchingNextPage ? 'app.loading' : 'app.loadMore')}
          </button>
        </div>
      )}
    </>
  );
}
