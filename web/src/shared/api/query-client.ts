import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

/** Worth another try: the network, an overloaded or restarting server. A refusal will not change by asking again. */
function passing(failures: number, error: Error): boolean {
  return failures < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 502);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: passing, staleTime: 15_000, refetchOnWindowFocus: true, networkMode: 'always' },
    // Every change carries an Idempotency-Key, so a second try cannot do it twice.
    mutations: { retry: passing, networkMode: 'always' },
  },
});
