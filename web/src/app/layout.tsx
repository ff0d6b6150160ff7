import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { Loading } from '../shared/ui/loading';
import { useSession } from '../shared/session/session';
import { CrashGuard } from './crash-guard';
import { Header } from './header';
import './layout.css';
import { Navigation } from './navigation';

/** Header, navigation and the page between them. */
export function Layout() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { data: session } = useSession();
  const signedIn = Boolean(session) && pathname !== '/sign-in';
  return (
    <>
      <a className="skip button primary" href="#main">
        {t('app.skip')}
      </a>
      <Header user={signedIn ? session!.user : null} />
      {signedIn && <Navigation />}
      <main id="main" tabIndex={-1}>
        <CrashGuard key={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </CrashGuard>
      </main>
    </>
  );
}
