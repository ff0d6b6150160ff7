import { useQuery } from '@tanstack/react-query';
import { get } from '../../../shared/api/client';

export const taskKey = (id: string) => ['task', id];

export function useTask(id: string) {
  return useQuery({
    queryKey: taskKey(id),
    queryFn: ({ signal }) => get('/api/v1/tasks/{id}', { places: { id }, signal }),
  });
}

export function useProgress(id: string) {
  return useQuery({
    queryKey: [...taskKey(id), 'progress'],
    queryFn: ({ signal }) => get('/api/v1/tasks/{id}/progress', { places: { id }, signal }),
    select: ({ items }) => items,
  });
}

export function useExtensions(id: string) {
  return useQuery({
    queryKey: [...taskKey(id), 'extensions'],
    queryFn: ({ signal }) => get('/api/v1/tasks/{id}/extensions', { places: { id }, signal }),
    select: ({ items }) => items,
  });
}

/** Oldest first, as the journal has it. */
export function useHistory(id: string) {
  return useQuery({
    queryKey: [...taskKey(id), 'history'],
    queryFn: ({ signal }) => get('/api/v1/tasks/{id}/history', { places: { id }, signal }),
    select: ({ items }) => items,
  });
}
