import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get, urlOf } from '../../../shared/api/client';

export interface ReportView {
  planId: string;
  /** Empty: today. */
  asOf: string;
}

const asked = ({ planId, asOf }: ReportView) => ({ planId: planId || undefined, asOf: asOf || undefined });

export function useStatus(view: ReportView) {
  return useQuery({
    queryKey: ['reports', 'status', view],
    queryFn: ({ signal }) => get('/api/v1/reports/status', { query: asked(view), signal }),
    placeholderData: keepPreviousData,
  });
}

export function useOverdue(view: ReportView, limit: number) {
  return useQuery({
    queryKey: ['reports', 'overdue', view, limit],
    queryFn: ({ signal }) => get('/api/v1/reports/overdue', { query: { ...asked(view), limit }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useComponents(view: ReportView) {
  return useQuery({
    queryKey: ['reports', 'components', view],
    queryFn: ({ signal }) => get('/api/v1/reports/components', { query: asked(view), signal }),
    placeholderData: keepPreviousData,
  });
}

export function useForecast(view: ReportView) {
  return useQuery({
    queryKey: ['reports', 'forecast', view],
    queryFn: ({ signal }) => get('/api/v1/reports/forecast', { query: asked(view), signal }),
    placeholderData: keepPreviousData,
  });
}

export function useUnits(view: ReportView) {
  return useQuery({
    queryKey: ['reports', 'units', view],
    queryFn: ({ signal }) => get('/api/v1/reports/units', { query: asked(view), signal }),
    placeholderData: keepPreviousData,
  });
}

/** The same figures as a file. */
export function csvOf(kind: 'components' | 'units' | 'overdue', view: ReportView): string {
  return urlOf(`/api/v1/reports/${kind}`, { ...asked(view), format: 'csv' });
}
