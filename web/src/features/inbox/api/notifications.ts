import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { get, newKey, post } from '../../../shared/api/client';
import { queryClient } from '../../../shared/api/query-client';
import { inboxKey } from '../../../shared/inbox/inbox';

export function useNotifications(unread: boolean) {
  return useInfiniteQuery({
    queryKey: [...inboxKey, 'list', unread],
    queryFn: ({ pageParam: cursor, signal }) =>
      get('/api/v1/notifications', { query: { unread: unread || undefined, limit: 30, cursor }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

const readAnew = () => queryClient.invalidateQueries({ queryKey: inboxKey });

export function useMarkRead() {
  return useMutation({
    mutationFn: ({ id, key }: { id: string; key: string }) =>
      post('/api/v1/notifications/{id}/read', { places: { id }, key }),
    onSuccess: readAnew,
  });
}

export function useMarkAllRead() {
  return useMutation({
    mutationFn: (key: string) => post('/api/v1/notifications/read-all', { key }),
    onSuccess: readAnew,
  });
}

export const markOf = (id: string) => ({ id, key: newKey() });
