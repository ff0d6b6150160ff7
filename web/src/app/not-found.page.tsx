import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../shared/ui/page';

export default function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.notFoundTitle')}>
      <p>{t('app.notFoundHelp')}</p>
      <Link to="/">{t('app.home')}</Link>
    </Page>
  );
}
