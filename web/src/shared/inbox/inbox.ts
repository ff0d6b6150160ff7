import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../api/client';

export const inboxKey = ['notifications'];

/** The newest unread notifications, and how many there are; refreshed each minute. */
export function useUnread(limit: number) {
  return useQuery({
    queryKey: [...inboxKey, 'unread', limit],
    queryFn: ({ signal }) => get('/api/v1/notifications', { query: { unread: true, limit }, signal }),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  });
}

export function useUnreadCount(): number {
  return useUnread(5).data?.unreadCount ?? 0;
}
