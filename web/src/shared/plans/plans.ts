import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { Shapes } from '../api/types';

export type Plan = Shapes['PlanResponse'];

/** The plans of one's scope, the latest first; no province has 200 that matter at once. */
export function usePlans() {
  return useQuery({
    queryKey: ['plans'],
    queryFn: ({ signal }) => get('/api/v1/plans', { query: { limit: 200 }, signal }),
    staleTime: 300_000,
    select: ({ items }) => items,
  });
}
