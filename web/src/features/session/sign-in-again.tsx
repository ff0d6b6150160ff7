import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '../../shared/session/session';
import { SignInForm } from './sign-in-form';
import './session.css';

/** Over the page, in the browser's top layer: what was being typed underneath is kept. */
export function SignInAgain() {
  const { t } = useTranslation();
  const { username } = useUser();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="sign-in-again stack"
      aria-labelledby="session-ended"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="session-ended">{t('session.endedTitle')}</h2>
      <p>{t('session.endedHelp')}</p>
      <SignInForm username={username} />
    </dialog>
  );
}
