import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, useParams, useSearchParams } from 'react-router';
import { today } from '../../shared/format/format';
import { PlanPicker } from '../../shared/plans/plan-picker';
import { usePlans, type Plan } from '../../shared/plans/plans';
import { Antd } from '../../shared/ui/antd';
import { DayInput } from '../../shared/ui/day-input';
import { Page } from '../../shared/ui/page';
import { csvOf } from './api/reports';
import { ChangesPanel } from './components/changes-panel';
import { ComponentsReport } from './components/components-report';
import { UnitsReport } from './components/units-report';
import './reports.css';

const kinds = ['components', 'units', 'changes'] as const;
type Kind = (typeof kinds)[number];

export default function ReportsPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { kind: asked } = useParams();
  const kind = kinds.find((known) => known === asked);
  if (!kind) return <Navigate to={`/reports/components?${search}`} replace />;
  return (
    <Antd>
      <Page title={t('reports.title')}>
        <nav className="tabs" aria-label={t('reports.kinds')}>
          {kinds.map((known) => (
            <NavLink key={known} to={`/reports/${known}?${search}`}>
              {t(`reports.${known}`)}
            </NavLink>
          ))}
        </nav>
        {kind === 'changes' ? <ChangesPanel /> : <TaskReport kind={kind} />}
      </Page>
    </Antd>
  );
}

const scored = (plan: Plan) => plan.edition !== null;

function TaskReport({ kind }: { kind: Exclude<Kind, 'changes'> }) {
  const { t } = useTranslation();
  const asOfField = useId();
  const [search, setSearch] = useSearchParams();
  const { data: plans } = usePlans();
  const only = kind === 'components' ? scored : undefined;
  const planId = search.get('plan') || (only && plans?.find(only)?.id) || '';
  const asOf = search.get('asOf') ?? '';
  const change = (name: string, value: string) => {
    const after = new URLSearchParams(search);
    if (value) after.set(name, value);
    else after.delete(name);
    setSearch(after, { replace: true });
  };
  const view = { planId, asOf };
  return (
    <>
      <div className="card report-bar">
        <PlanPicker planId={planId} onChange={(plan) => change('plan', plan)} only={only} />
        <div className="field">
          <label htmlFor={asOfField}>{t('reports.asOf')}</label>
          <DayInput id={asOfField} value={asOf || today()} onChange={(day) => change('asOf', day ?? '')} />
        </div>
        {(planId || !only) && (
          <a className="button" href={csvOf(kind, view)} download>
            {t('reports.csv')}
          </a>
        )}
      </div>
      {kind === 'units' && <UnitsReport view={view} />}
      {kind === 'components' && planId && <ComponentsReport view={view} />}
      {kind === 'components' && plans && !planId && <p className="note">{t('reports.choosePlan')}</p>}
    </>
  );
}
