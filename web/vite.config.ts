import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Development: `npm run dev --workspace web` beside `npm start`, which answers /api on port 3000. */
export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': 'http://localhost:3000' } },
  build: {
    target: 'es2022',
    // The page's policy for contents forbids scripts inside the page.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page needs comes in two files, not in twenty.
        codeSplitting: {
          groups: [
            {
              name: 'vendor',
              test: /node_modules\/(react|react-dom|scheduler|react-router|cookie|@tanstack|i18next|react-i18next|use-sync-external-store)\//,
            },
            { name: 'shared', test: /web\/src\/shared\/(?!i18n\/(vi|en)\.json|ui\/(antd|day-input)|units)/ },
          ],
        },
      },
    },
  },
});
