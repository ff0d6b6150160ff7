import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { get } from '../../../shared/api/client';
import type { QueryOf } from '../../../shared/api/types';

export type TaskFilter = QueryOf<'/api/v1/tasks'>;

/** Pages of tasks, one after the other; the first also counts them all. */
export function useTasks(filter: TaskFilter, limit = 50) {
  return useInfiniteQuery({
    queryKey: ['tasks', filter, limit],
    queryFn: ({ pageParam: cursor, signal }) =>
      get('/api/v1/tasks', { query: { ...filter, limit, cursor, count: cursor === undefined }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}
