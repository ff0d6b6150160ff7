import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { newKey } from '../../shared/api/client';
import { Empty } from '../../shared/ui/empty';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { useMarkAllRead, useNotifications, type InboxPart } from './api/notifications';
import { Deputising } from './components/deputising';
import { NotificationLine } from './components/notification-line';
import './inbox.css';

export default function InboxPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const part = search.has('snoozed') ? 'snoozed' : search.has('unread') ? 'unread' : 'all';
  const readAll = useMarkAllRead();
  const list = useNotifications(part);
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
      <Deputising />
      {readAll.error && <ProblemNote error={readAll.error} />}
      <div className="card stack">
        <div className="row">
          {(['unread', 'snoozed'] as const).map((one) => (
            <label className="check" key={one}>
              <input
                type="checkbox"
                checked={part === one}
                onChange={(event) => setSearch(event.target.checked ? { [one]: '1' } : {}, { replace: true })}
              />
              {t(`inbox.only.${one}`)}
            </label>
          ))}
        </div>
        <Notifications list={list} part={part} />
      </div>
    </Page>
  );
}

function Notifications({ list, part }: { list: ReturnType<typeof useNotifications>; part: InboxPart }) {
  const { t } = useTranslation();
  if (list.error) return <ProblemNote error={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Loading />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return <Empty why={t(`inbox.empty.${part}`)} help={t(`inbox.emptyHelp.${part}`)} />;
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
