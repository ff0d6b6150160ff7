import { useTranslation } from 'react-i18next';
import type { Shapes } from '../../../shared/api/types';
import { useFormat } from '../../../shared/format/use-format';

const rates = [
  ['completionOfDue', 'ofDue'],
  ['completionOfAll', 'ofAll'],
  ['onTimeOfDone', 'ofDone'],
] as const;

/** A rate is never shown without its denominator; without one there is a dash and the reason. */
export function RateList({ values }: { values: Shapes['Rates'] }) {
  const { t } = useTranslation();
  const { count, percent } = useFormat();
  return (
    <dl className="rates">
      {rates.map(([name, named]) => {
        const { value, numerator, denominator } = values[name];
        return (
          <div key={name}>
            <dt>{t(`rates.${name}`)}</dt>
            <dd>
              <strong>{percent(value)}</strong>
              <span className="muted small">
                {denominator === 0
                  ? t('rates.none')
                  : t(`rates.${named}`, { numerator: count(numerator), denominator: count(denominator) })}
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** In a table: the rate over its fraction. */
export function RateCell({ rate }: { rate: Shapes['Rate'] }) {
  const { t } = useTranslation();
  const { count, percent } = useFormat();
  return (
    <>
      {percent(rate.value)}
      <div className="muted small">
        {t('app.of', { numerator: count(rate.numerator), denominator: count(rate.denominator) })}
      </div>
    </>
  );
}
