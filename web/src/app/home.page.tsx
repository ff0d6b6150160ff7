import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { UnreadBlock } from '../features/inbox/components/unread-block';
import { OverdueBlock } from '../features/reports/components/overdue-block';
import { StatusBlock } from '../features/reports/components/status-block';
import { MyTasks } from '../features/tasks/components/my-tasks';
import { PlanPicker } from '../shared/plans/plan-picker';
import { useUser } from '../shared/session/session';
import { Page } from '../shared/ui/page';

/** By role: those who report see their own tasks first, those who lead see what is overdue and costs points. */
export default function HomePage() {
  const { t } = useTranslation();
  const { displayName, permissions } = useUser();
  const [search, setSearch] = useSearchParams();
  const planId = search.get('plan') ?? '';
  const reports = permissions.includes('task.report');
  return (
    <Page title={t('home.hello', { name: displayName })}>
      <div className="home-columns">
        <div className="stack">
          <PlanPicker
            planId={planId}
            onChange={(plan) => setSearch(plan ? { plan } : {}, { replace: true })}
          />
          <StatusBlock planId={planId} decides={permissions.includes('task.decide')} />
          {reports && <UnreadBlock />}
        </div>
        {reports ? <MyTasks /> : <UnreadBlock />}
      </div>
      <OverdueBlock planId={planId} />
    </Page>
  );
}
