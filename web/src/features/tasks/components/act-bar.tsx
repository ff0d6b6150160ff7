import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../shared/api/types';
import { shownActs, type ShownAct } from '../acts';
import { useExtensions } from '../api/read-task';

const ActDialog = lazy(() => import('./act-dialog'));

/** What the server says this person can do with the task now, and nothing else. */
export function ActBar({ task }: { task: Task }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ShownAct | null>(null);
  const [done, setDone] = useState<ShownAct | null>(null);
  const { data: extensions } = useExtensions(task.id);
  const pending = extensions?.find(({ approved }) => approved === null);
  const acts = shownActs.filter((act) => task.abilities.includes(act) && fits(act, pending !== undefined));
  return (
    <section className="card stack tight" aria-label={t('task.acts')}>
      {acts.length === 0 && <p className="muted">{t('task.noActs')}</p>}
      <div className="row">
        {acts.map((act, place) => (
          <button
            key={act}
            type="button"
            className={`button ${place === 0 ? 'primary' : act === 'cancel' ? 'danger' : ''}`}
            onClick={() => (setDone(null), setOpen(act))}
          >
            {t(`acts.${act}`)}
          </button>
        ))}
      </div>
      <p role="status" className="done-note">
        {done && t('acts.done', { act: t(`acts.${done}`) })}
      </p>
      <Suspense>
        {open && (
          <ActDialog
            act={open}
            task={task}
            extension={pending}
            onClose={() => setOpen(null)}
            onDone={() => (setDone(open), setOpen(null))}
          />
        )}
      </Suspense>
    </section>
  );
}

/** One asks when nothing is asked yet, and decides when something is. */
function fits(act: ShownAct, extensionPending: boolean): boolean {
  if (act === 'decideExtension') return extensionPending;
  return act !== 'requestExtension' || !extensionPending;
}
