import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get, urlOf } from '../../../shared/api/client';

export interface YearsAsked {
  index: string;
  from: number;
  to: number;
}

export function useIndexes() {
  return useQuery({
    queryKey: ['indexes'],
    queryFn: ({ signal }) => get('/api/v1/indexes', { signal }),
    staleTime: 300_000,
    select: ({ items }) => items,
  });
}

export function useIndex(code: string) {
  return useQuery({
    queryKey: ['indexes', code],
    queryFn: ({ signal }) => get('/api/v1/indexes/{code}', { places: { code }, signal }),
    staleTime: 300_000,
  });
}

/** How an index moved between two years. */
export function useChanges(years: YearsAsked) {
  return useQuery({
    queryKey: ['reports', 'changes', years],
    queryFn: ({ signal }) => get('/api/v1/reports/changes', { query: years, signal }),
    placeholderData: keepPreviousData,
  });
}

export function changesCsv(years: YearsAsked): string {
  return urlOf('/api/v1/reports/changes', { ...years, format: 'csv' });
}
