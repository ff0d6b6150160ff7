import type { Shapes } from '../../../shared/api/types';
import { useLanguage } from '../../../shared/i18n/language';

/** Why figures are missing or do not add up, as the server says it. */
export function ReportNotes({ notes }: { notes: Shapes['ReportNote'][] }) {
  const language = useLanguage();
  if (notes.length === 0) return null;
  return (
    <ul className="note small">
      {notes.map((note) => (
        <li key={note.vi}>{note[language]}</li>
      ))}
    </ul>
  );
}
