import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Shapes } from '../shared/api/types';
import { useNames } from '../shared/i18n/names';
import { signOut } from '../shared/session/session';
import { Illustrative } from '../shared/ui/labels';
import icon from './icon.svg';
import { LanguageSwitch } from './language-switch';

export function Header({ user }: { user: Shapes['Account'] | null }) {
  const { t } = useTranslation();
  return (
    <header className={user ? 'header signed-in' : 'header'}>
      <Link to="/" className="brand">
        <img src={icon} alt="" width="32" height="32" />
        <span>
          <strong>{t('app.name')}</strong>
          <small className="muted">{t('app.subtitle')}</small>
        </span>
      </Link>
      <div className="header-aside">
        {user && <Who user={user} />}
        <LanguageSwitch />
        {user && <SignOut />}
      </div>
    </header>
  );
}

function Who({ user }: { user: Shapes['Account'] }) {
  const { nameOf } = useNames();
  return (
    <div className="who">
      <span>{user.displayName}</span>
      <small className="muted">
        {user.invented && <Illustrative />} {nameOf(user.unit)}
      </small>
    </div>
  );
}

function SignOut() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const leave = async () => {
    await signOut();
    await navigate('/sign-in');
  };
  return (
    <button type="button" className="button" onClick={() => void leave()}>
      {t('app.signOut')}
    </button>
  );
}
