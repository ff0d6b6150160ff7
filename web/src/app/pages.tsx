import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { Layout } from './layout';
import { RequireSession } from './require-session';

const SignInPage = lazy(() => import('../features/session/sign-in.page'));
const HomePage = lazy(() => import('./home.page'));
const TaskListPage = lazy(() => import('../features/tasks/task-list.page'));
const TaskPage = lazy(() => import('../features/tasks/task.page'));
const ReportsPage = lazy(() => import('../features/reports/reports.page'));
const InboxPage = lazy(() => import('../features/inbox/inbox.page'));
const NotFoundPage = lazy(() => import('./not-found.page'));

/** Every address of the page. The server answers the same ones with the page (src/app/web.ts). */
export function Pages() {
  return (
    <Routes>
      <Route element={<Layout />}>
        <Route path="/sign-in" element={<SignInPage />} />
        <Route element={<RequireSession />}>
          <Route path="/" element={<HomePage />} />
          <Route path="/tasks" element={<TaskListPage />} />
          <Route path="/tasks/:id" element={<TaskPage />} />
          <Route path="/reports/:kind?" element={<ReportsPage />} />
          <Route path="/inbox" element={<InboxPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Route>
    </Routes>
  );
}
