import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
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

/** The newest first; its sentences are in the language in which it is asked for. */
export function useHistory(id: string) {
  const { language } = useTranslation().i18n;
  return useQuery({
    queryKey: [...taskKey(id), 'history', language],
    queryFn: ({ signal }) =>
      get('/api/v1/tasks/{id}/history', { places: { id }, query: { order: 'desc', limit: 200 }, signal }),
    select: ({ items }) => items,
  });
}
