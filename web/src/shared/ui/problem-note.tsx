import { useTranslation } from 'react-i18next';
import { ApiProblem, type FieldFault } from '../api/problem';
import './notes.css';

interface Props {
  error: unknown;
  /** Shown as a button when asking again may help. */
  retry?: () => void;
  /** Faults that already stand beside their fields. */
  placed?: readonly string[];
}

/** What went wrong and what to do, in words. */
export function ProblemNote({ error, retry, placed = [] }: Props) {
  const { t } = useTranslation();
  const faults = error instanceof ApiProblem ? error.faults.filter(({ path }) => !placed.includes(path)) : [];
  const requestId = error instanceof ApiProblem && error.status >= 500 ? error.requestId : undefined;
  return (
    <div className="note danger" role="alert">
      <p>{useWords(error)}</p>
      {faults.length > 0 && <Faults faults={faults} />}
      {requestId && <p className="small">{t('problem.requestId', { id: requestId })}</p>}
      {retry && mayPass(error) && (
        <button type="button" className="button" onClick={retry}>
          {t('app.tryAgain')}
        </button>
      )}
    </div>
  );
}

/** Asking again helps against what passes: no network, a busy or restarting server, a fault of ours. */
function mayPass(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.status === 0 || error.status === 429 || error.status >= 500;
}

function Faults({ faults }: { faults: FieldFault[] }) {
  return (
    <ul>
      {faults.map(({ path, message }) => (
        <li key={path + message}>
          {path}: {message}
        </li>
      ))}
    </ul>
  );
}

function useWords(error: unknown): string {
  const { t } = useTranslation();
  if (!(error instanceof ApiProblem)) return t('problem.unknown');
  if (error.code === 'network') return t('problem.network');
  return error.detail || t(error.status >= 500 ? 'problem.unreachable' : 'problem.unknown');
}
