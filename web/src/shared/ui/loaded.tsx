import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './loading';
import { ProblemNote } from './problem-note';

interface Props<Data> {
  query: UseQueryResult<Data>;
  lines?: number;
  children: (data: Data) => ReactNode;
}

/** Waiting, failed or there: the three faces of everything that is read. Older data stay when a refresh fails. */
export function Loaded<Data>({ query, lines, children }: Props<Data>) {
  if (query.data !== undefined) {
    return (
      <>
        {query.error && <ProblemNote error={query.error} retry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  }
  if (query.error) return <ProblemNote error={query.error} retry={() => void query.refetch()} />;
  return <Loading lines={lines} />;
}
