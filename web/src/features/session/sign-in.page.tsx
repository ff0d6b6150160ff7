import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { useSession } from '../../shared/session/session';
import { Page } from '../../shared/ui/page';
import { SignInForm } from './sign-in-form';

export default function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { data: session } = useSession();
  if (session && !session.ended) return <Navigate to={ownAddress(search.get('next'))} replace />;
  return (
    <div className="lonely card">
      <Page title={t('session.title')}>
        <SignInForm />
        <p className="muted small">{t('session.forgotten')}</p>
      </Page>
    </div>
  );
}

/** Only addresses of this page: a link to the sign-in must not lead elsewhere. */
function ownAddress(next: string | null): string {
  if (!next?.startsWith('/')) return '/';
  const url = new URL(next, location.origin);
  return url.origin === location.origin && url.pathname !== '/sign-in' ? url.pathname + url.search : '/';
}
