import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import { isFollowing, NEWEST, newestKey } from './follow-inbox';

/** The newest unread notifications, and how many there are; refreshed each minute while no events come. */
export function useUnread() {
  return useQuery({
    queryKey: newestKey,
    queryFn: ({ signal }) => get('/api/v1/notifications', { query: { unread: true, limit: NEWEST }, signal }),
    refetchInterval: () => (isFollowing() ? false : 60_000),
    placeholderData: keepPreviousData,
  });
}

export function useUnreadCount(): number {
  return useUnread().data?.unreadCount ?? 0;
}
