import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '../../shared/session/session';
import { ProblemNote } from '../../shared/ui/problem-note';

/** Plain fields of the browser, so that the first page stays small and password managers know it. */
export function SignInForm({ username: known = '' }: { username?: string }) {
  const { t } = useTranslation();
  const [username, setUsername] = useState(known);
  const [password, setPassword] = useState('');
  const [incomplete, setIncomplete] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);
  const enter = useMutation({
    mutationFn: () => signIn(username.trim(), password),
    retry: false,
    onError: () => passwordField.current?.select(),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    const missing = username.trim() === '' || password === '';
    setIncomplete(missing);
    if (!missing && !enter.isPending) enter.mutate();
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      {incomplete && (
        <p className="note danger" role="alert">
          {t('session.needed')}
        </p>
      )}
      {enter.error && !incomplete && <ProblemNote error={enter.error} />}
      <label className="field">
        <span>{t('session.username')}</span>
        <input
          className="input"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={known === ''}
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{t('session.password')}</span>
        <input
          ref={passwordField}
          className="input"
          name="password"
          type="password"
          autoComplete="current-password"
          autoFocus={known !== ''}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <button type="submit" className="button primary" disabled={enter.isPending}>
        {t(enter.isPending ? 'session.submitting' : 'session.submit')}
      </button>
    </form>
  );
}
