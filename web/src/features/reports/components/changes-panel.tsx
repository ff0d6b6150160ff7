import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Shapes } from '../../../shared/api/types';
import { today } from '../../../shared/format/format';
import { useNames } from '../../../shared/i18n/names';
import { Choice } from '../../../shared/ui/choice';
import { Loaded } from '../../../shared/ui/loaded';
import { changesCsv, useIndex, useIndexes } from '../api/indexes';
import { ChangesReport } from './changes-report';

const FIRST_YEAR = 2011;

/** Index and years live in the address. */
export function ChangesPanel() {
  const [search] = useSearchParams();
  return (
    <Loaded query={useIndexes()} lines={2}>
      {(indexes) => <OfIndex indexes={indexes} code={search.get('index') ?? indexes[0]?.code ?? ''} />}
    </Loaded>
  );
}

function OfIndex({ indexes, code }: { indexes: Shapes['IndexResponse'][]; code: string }) {
  const { t } = useTranslation();
  const { nameOf } = useNames();
  const [search, setSearch] = useSearchParams();
  const change = (name: string, value: string) => {
    const after = new URLSearchParams(search);
    after.set(name, value);
    setSearch(after, { replace: true });
  };
  return (
    <Loaded query={useIndex(code)} lines={2}>
      {({ editions }) => {
        const to = Number(search.get('to') ?? lastOfficialYear(editions));
        const from = Number(search.get('from') ?? to - 1);
        const years = { index: code, from, to };
        return (
          <>
            <div className="card report-bar">
              <Choice
                label={t('reports.index')}
                value={code}
                options={indexes.map((index) => [index.code, nameOf(index)] as const)}
                onChange={(index) => change('index', index)}
              />
              <YearChoice label={t('reports.from')} year={from} onChange={(year) => change('from', year)} />
              <YearChoice label={t('reports.to')} year={to} onChange={(year) => change('to', year)} />
              <a className="button" href={changesCsv(years)} download>
                {t('reports.csv')}
              </a>
            </div>
            <ChangesReport years={years} />
          </>
        );
      }}
    </Loaded>
  );
}

function YearChoice({
  label,
  year,
  onChange,
}: {
  label: string;
  year: number;
  onChange: (year: string) => void;
}) {
  const last = Number(today().slice(0, 4));
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, back) => String(last - back));
  return (
    <Choice
      label={label}
      value={String(year)}
      options={years.map((shown) => [shown, shown] as const)}
      onChange={onChange}
    />
  );
}

/** The newest year that has an official set of criteria. */
function lastOfficialYear(editions: Shapes['EditionSummary'][]): number {
  const years = editions.filter(({ illustrative }) => !illustrative).map(({ year }) => year);
  return years.length > 0 ? Math.max(...years) : Number(today().slice(0, 4)) - 1;
}
