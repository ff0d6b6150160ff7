import { queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { get, post, remove, sendCsrfToken, whenSignedOut } from '../api/client';
import { isProblem } from '../api/problem';
import { queryClient } from '../api/query-client';
import type { Shapes } from '../api/types';
import { chooseLanguage, keptLanguage } from '../i18n/language';

type SignedIn = Shapes['SessionResponse'];

export interface Session extends SignedIn {
  /** The server no longer knows it: sign in again, on the same page. */
  ended: boolean;
}

const key = ['session'];

/** Noted in this browser while somebody is signed in, so that the first visit need not ask the server to hear "nobody". */
const MARK = 'par.signedIn';

/** Null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: key,
  queryFn: async (): Promise<Session | null> => {
    if (localStorage.getItem(MARK) === null) return null;
    try {
      return begin(await get('/api/v1/session'));
    } catch (error) {
      if (!isProblem(error, 'unauthenticated')) throw error;
      localStorage.removeItem(MARK);
      return null;
    }
  },
  staleTime: Infinity,
});

function begin(answer: SignedIn): Session {
  sendCsrfToken(answer.csrfToken);
  localStorage.setItem(MARK, '1');
  return { ...answer, ended: false };
}

export function useSession() {
  return useQuery(sessionQuery);
}

export const UserContext = createContext<Shapes['Account'] | null>(null);

/** The person signed in; only inside pages that need one. */
export function useUser() {
  return useContext(UserContext)!;
}

export async function signIn(username: string, password: string): Promise<void> {
  const before = queryClient.getQueryData<Session | null>(key);
  const session = begin(await post('/api/v1/session', { body: { username, password }, key: null }));
  // What another person saw must not stay on the page.
  if (before && before.user.id !== session.user.id) queryClient.clear();
  queryClient.setQueryData(key, session);
  if (!keptLanguage()) await chooseLanguage(session.user.locale, false);
  if (before?.ended)
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
}

export async function signOut(): Promise<void> {
  await remove('/api/v1/session').catch((error: unknown) => {
    if (!isProblem(error, 'unauthenticated')) throw error;
  });
  sendCsrfToken(null);
  localStorage.removeItem(MARK);
  queryClient.clear();
  queryClient.setQueryData(key, null);
}

whenSignedOut(() => {
  queryClient.setQueryData<Session | null>(key, (session) => session && { ...session, ended: true });
});
