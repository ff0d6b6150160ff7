import { useTranslation } from 'react-i18next';
import type { Shapes } from '../../../shared/api/types';
import { useFormat } from '../../../shared/format/use-format';
import { useNames } from '../../../shared/i18n/names';
import { DataTable, type Column } from '../../../shared/ui/data-table';
import { Empty } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { useChanges, type YearsAsked } from '../api/indexes';

type Node = Shapes['NodeChange'];

/** How an index and its parts moved between two years, and how many places that cost. */
export function ChangesReport({ years }: { years: YearsAsked }) {
  const { t } = useTranslation();
  const { nameOf } = useNames();
  const { points, change } = useFormat();
  const report = useChanges(years);
  const columns = (falls: string[]): Column<Node>[] => [
    {
      key: 'node',
      title: t('reports.node'),
      head: true,
      cell: (node) => (
        <>
          <strong>{node.code}</strong> {nameOf(node)}{' '}
          {falls.slice(0, 3).includes(node.code) && (
            <span className="label overdue">{t('reports.fall')}</span>
          )}
        </>
      ),
    },
    { key: 'from', title: String(years.from), number: true, cell: ({ from }) => points(from.score) },
    { key: 'to', title: String(years.to), number: true, cell: ({ to }) => points(to.score) },
    { key: 'change', title: t('reports.change'), number: true, cell: (node) => change(node.change.score) },
    { key: 'rank', title: t('reports.places'), number: true, cell: (node) => change(node.change.places, 0) },
  ];
  return (
    <Loaded query={report} lines={8}>
      {({ total, unit, nodes, strongestFalls }) => (
        <div className="stack" aria-busy={report.isPlaceholderData}>
          <Total total={total} years={years} unit={unit} />
          {nodes.length === 0 ? (
            <Empty why={t('reports.changesEmpty')} help={t('reports.changesEmptyHelp')} />
          ) : (
            <DataTable
              caption={t('reports.changes')}
              columns={columns(strongestFalls)}
              rows={nodes}
              rowKey={({ code }) => code}
            />
          )}
        </div>
      )}
    </Loaded>
  );
}

interface TotalProps {
  total: Shapes['TotalChange'];
  years: YearsAsked;
  unit: 'points' | 'percent';
}

function Total({ total, years, unit }: TotalProps) {
  const { t } = useTranslation();
  const { change } = useFormat();
  return (
    <dl className="band card">
      <YearFigure year={years.from} standing={total.from} unit={unit} />
      <YearFigure year={years.to} standing={total.to} unit={unit} />
      <div>
        <dt>{t('reports.change')}</dt>
        <dd>
          <span className="figure-number">{change(total.change.score)}</span>
          <Places places={total.change.places} />
        </dd>
      </div>
    </dl>
  );
}

function YearFigure({
  year,
  standing,
  unit,
}: {
  year: number;
  standing: Shapes['Standing'];
  unit: 'points' | 'percent';
}) {
  const { t } = useTranslation();
  const { count, points } = useFormat();
  return (
    <div>
      <dt>{year}</dt>
      <dd>
        <span className="figure-number">{points(standing.score)}</span>{' '}
        {standing.score !== null && t(`reports.unitOfScore.${unit}`)}
        <div className="muted">
          {t('reports.rank')}:{' '}
          {standing.rankedOf === null
            ? count(standing.rank)
            : t('reports.rankOf', { rank: count(standing.rank), ranked: count(standing.rankedOf) })}
        </div>
      </dd>
    </div>
  );
}

function Places({ places }: { places: number | null }) {
  const { t } = useTranslation();
  if (places === null) return <div className="muted">{t('reports.placesUnknown')}</div>;
  if (places === 0) return <div>{t('reports.placesSame')}</div>;
  return (
    <div className={places < 0 ? 'bad' : 'good'}>
      {t(places < 0 ? 'reports.placesLost' : 'reports.placesGained', { count: Math.abs(places) })}
    </div>
  );
}
