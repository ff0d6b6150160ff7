import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Shapes } from '../../../shared/api/types';
import { useFormat } from '../../../shared/format/use-format';
import '../reports.css';

const cells = ['doneOnTime', 'doneLate', 'inTerm', 'overdue'] as const;

/** The four cells as numbers; each leads to its tasks. */
export function CellFigures({ counts, planId }: { counts: Shapes['Cells']; planId: string }) {
  const { t } = useTranslation();
  const { count } = useFormat();
  return (
    <ul className="figures">
      {cells.map((cell) => (
        <li key={cell}>
          <Link className={`figure ${cell}`} to={`/tasks?cell=${cell}${planId && `&plan=${planId}`}`}>
            <strong>{count(counts[cell])}</strong>
            <span>{t(`cells.${cell}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
