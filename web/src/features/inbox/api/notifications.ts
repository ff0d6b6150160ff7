import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { get, newKey, post, remove } from '../../../shared/api/client';
import { queryClient } from '../../../shared/api/query-client';
import { inboxKey, listKey } from '../../../shared/inbox/follow-inbox';

/** All that is shown, what of it is unread, or what is put off. */
export type InboxPart = 'all' | 'unread' | 'snoozed';

export function useNotifications(part: InboxPart) {
  return useInfiniteQuery({
    queryKey: [...listKey, part],
    queryFn: ({ pageParam: cursor, signal }) =>
      get('/api/v1/notifications', {
        query: {
          unread: part === 'unread' || undefined,
          snoozed: part === 'snoozed' || undefined,
          limit: 30,
          cursor,
        },
        signal,
      }),
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

/** Puts off until the morning of a day; null brings back at once. */
export function useSnooze(id: string) {
  return useMutation({
    mutationFn: ({ until, key }: { until: string | null; key: string }) => {
      const places = { id };
      return until === null
        ? remove('/api/v1/notifications/{id}/snooze', { places, key })
        : post('/api/v1/notifications/{id}/snooze', { places, body: { until }, key });
    },
    onSuccess: readAnew,
  });
}

/** For whom the reader stands in, now or later. */
export function useDeputising() {
  return useQuery({
    queryKey: ['deputising'],
    queryFn: ({ signal }) => get('/api/v1/telling-preferences/deputising', { query: { limit: 20 }, signal }),
    staleTime: 300_000,
  });
}

export const markOf = (id: string) => ({ id, key: newKey() });
