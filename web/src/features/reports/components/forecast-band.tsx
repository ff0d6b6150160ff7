import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format';
import { Loaded } from '../../../shared/ui/loaded';
import { useForecast, type ReportView } from '../api/reports';

const bounds = ['low', 'likely', 'high'] as const;

/** What the edition will give, as a band. Surveys stand apart: tasks do not compute them. */
export function ForecastBand({ view }: { view: ReportView }) {
  const { t } = useTranslation();
  const { points } = useFormat();
  return (
    <section className="card stack tight">
      <h2>{t('reports.forecast')}</h2>
      <Loaded query={useForecast(view)} lines={2}>
        {(forecast) => (
          <dl className="band">
            {bounds.map((bound) => (
              <div key={bound}>
                <dt>{t(`reports.${bound}`)}</dt>
                <dd className="figure-number">{points(forecast[bound])}</dd>
              </div>
            ))}
            <div>
              <dt>{t('reports.surveyPoints')}</dt>
              <dd className="figure-number muted">{points(forecast.surveyPoints)}</dd>
            </div>
          </dl>
        )}
      </Loaded>
      <p className="muted small">{t('reports.forecastWhy')}</p>
    </section>
  );
}
