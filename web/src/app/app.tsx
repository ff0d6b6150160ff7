import { QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { queryClient } from '../shared/api/query-client';
import { CrashGuard } from './crash-guard';
import { Pages } from './pages';

export function App() {
  return (
    <CrashGuard>
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>
          <Pages />
        </BrowserRouter>
      </QueryClientProvider>
    </CrashGuard>
  );
}
