import { useEffect } from 'react';
import { urlOf } from '../api/client';
import { queryClient } from '../api/query-client';
import type { Shapes } from '../api/types';

/** As many as the server shows in an event. */
export const NEWEST = 5;
export const inboxKey = ['notifications'];
export const listKey = [...inboxKey, 'list'];
export const newestKey = [...inboxKey, 'unread'];

/** After a refusal the browser does not try again by itself. */
const AGAIN = 60_000;

let following = false;

/** Whether events come; if not, the page asks each minute. */
export const isFollowing = () => following;

/** Follows the inbox by server-sent events while the page is looked at and `signedIn`: a hidden page keeps no line open. */
export function useFollowInbox(signedIn: boolean): void {
  useEffect(() => (signedIn ? follow() : undefined), [signedIn]);
}

function follow(): () => void {
  let source: EventSource | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;

  const close = () => {
    clearTimeout(later);
    source?.close();
    source = undefined;
    following = false;
  };
  const open = () => {
    if (document.hidden || source) return;
    source = new EventSource(urlOf('/api/v1/notifications/stream'));
    source.addEventListener('inbox', ({ data }: MessageEvent<string>) => {
      following = true;
      void show(JSON.parse(data) as Shapes['InboxPicture']);
    });
    source.addEventListener('error', () => {
      const ended = source?.readyState === EventSource.CLOSED;
      if (ended) close();
      if (ended) later = setTimeout(open, AGAIN);
      if (following || ended) void queryClient.invalidateQueries({ queryKey: newestKey });
      following = false;
    });
  };
  const look = () => (document.hidden ? close() : open());

  open();
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    close();
  };
}

/** What is on the page already is not asked for again; the lists are, when something has changed. */
async function show({ unreadCount, newest }: Shapes['InboxPicture']): Promise<void> {
  await queryClient.cancelQueries({ queryKey: newestKey });
  const before = queryClient.getQueryData<Shapes['NotificationPage']>(newestKey);
  const page: Shapes['NotificationPage'] = { items: newest, nextCursor: null, unreadCount };
  queryClient.setQueryData(newestKey, page);
  if (before && nameOf(before) !== nameOf(page)) await queryClient.invalidateQueries({ queryKey: listKey });
}

function nameOf({ items, unreadCount }: Shapes['NotificationPage']): string {
  return [unreadCount, ...items.map(({ id }) => id)].join();
}
