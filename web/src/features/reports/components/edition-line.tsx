import type { Shapes } from '../../../shared/api/types';
import { useLanguage } from '../../../shared/i18n/language';
import { useNames } from '../../../shared/i18n/names';
import { Illustrative } from '../../../shared/ui/labels';

/** Which edition the points are of, and whether it is official. */
export function EditionLine({ edition }: { edition: Shapes['ReportEdition'] }) {
  const { nameOf } = useNames();
  const label = useLanguage() === 'vi' ? edition.labelVi : edition.labelEn;
  return (
    <p>
      <strong>{nameOf(edition)}</strong> {edition.illustrative && <Illustrative />}{' '}
      {label && <span className="muted small">{label}</span>}
    </p>
  );
}
