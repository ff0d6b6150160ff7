import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession, UserContext } from '../shared/session/session';
import { Loading } from '../shared/ui/loading';
import { ProblemNote } from '../shared/ui/problem-note';
import { SignInAgain } from '../features/session/sign-in-again';

/** Pages behind the sign-in. A session that ends is renewed over the page, which stays as it is. */
export function RequireSession() {
  const { data: session, error, refetch } = useSession();
  const { pathname, search } = useLocation();
  if (session) {
    return (
      <UserContext value={session.user}>
        <Outlet />
        {session.ended && <SignInAgain />}
      </UserContext>
    );
  }
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (session === undefined) return <Loading />;
  const wanted = pathname + search;
  const to = wanted === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next: wanted }).toString()}`;
  return <Navigate to={to} replace />;
}
