import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Task } from '../../../shared/api/types';
import { formatDay } from '../../../shared/format/format';
import { useNames } from '../../../shared/i18n/names';
import { Facts } from '../../../shared/ui/facts';
import { CellLabel, Illustrative, PersonName, StateLabel } from '../../../shared/ui/labels';

export function TaskHead({ task }: { task: Task }) {
  const { t } = useTranslation();
  const { nameOf, titleOf } = useNames();
  const extended = task.originalDueDate !== null && task.originalDueDate !== task.dueDate;
  const deliverable = titleOf({ titleVi: task.deliverableVi ?? '', titleEn: task.deliverableEn });
  return (
    <section className="card stack">
      <div className="row">
        {task.cell && <CellLabel cell={task.cell} />}
        <StateLabel state={task.state} />
        {task.plan.illustrative && <Illustrative />}
      </div>
      <ProgressBar percent={task.percent} />
      <Facts
        facts={[
          [
            t('task.dueDate'),
            <>
              <strong>{task.dueDate ? formatDay(task.dueDate) : t('tasks.noDue')}</strong>{' '}
              {extended && <span className="label">{t('task.extended')}</span>}
            </>,
          ],
          [
            t('task.originalDueDate'),
            task.originalDueDate ? formatDay(task.originalDueDate) : t('tasks.noDue'),
          ],
          ...(task.dueText ? ([[t('task.dueText'), task.dueText]] as [string, string][]) : []),
          [t('task.lead'), nameOf(task.leadUnit)],
          [
            t('task.responsible'),
            task.responsible ? <PersonName person={task.responsible} /> : t('tasks.nobody'),
          ],
          [t('task.coordinating'), <Coordinators key="units" task={task} />],
          [t('task.deliverable'), deliverable || '–'],
          [t('task.assignedOn'), formatDay(task.assignedOn)],
          [t('task.submittedOn'), formatDay(task.submittedOn)],
          [
            t('task.source'),
            task.sourceNumber
              ? t('task.sourceOf', { number: task.sourceNumber, day: formatDay(task.sourceDate) })
              : '–',
          ],
          [
            t('task.plan'),
            <Link key="plan" to={`/tasks?plan=${task.plan.id}`}>
              {task.plan.titleVi}
            </Link>,
          ],
        ]}
      />
    </section>
  );
}

function Coordinators({ task: { coordinatingUnits } }: { task: Task }) {
  const { t } = useTranslation();
  const { nameOf } = useNames();
  if (coordinatingUnits.length === 0) return t('task.none');
  const names = coordinatingUnits.map(nameOf);
  if (names.length <= 6) return names.join('; ');
  return (
    <details>
      <summary>{t('task.units', { count: names.length })}</summary>
      {names.join('; ')}
    </details>
  );
}

function ProgressBar({ percent }: { percent: number }) {
  const { t } = useTranslation();
  return (
    <div className="row">
      <div
        className="progress-bar"
        style={{ flex: 1 }}
        role="progressbar"
        aria-label={t('tasks.percent')}
        aria-valuenow={percent}
      >
        <div style={{ width: `${percent}%` }} />
      </div>
      <span className="number">{percent} %</span>
    </div>
  );
}
