import { showDay, type Day } from '../../platform/clock/day';

export interface NamedDocument {
  documentNumber?: string | null;
  documentDate?: Day | null;
  issuer?: string | null;
}

/** The note of an act that a document stands for, in the history: the document as officials name it, then the reason. */
export function documentNote(
  { documentNumber, documentDate, issuer }: NamedDocument,
  reason?: string | null,
): string | null {
  const named = [
    documentNumber && `số ${documentNumber}`,
    documentDate && `ngày ${showDay(documentDate)}`,
    issuer && `của ${issuer}`,
  ].filter(Boolean);
  // The symbol of a decision (quyết định) names its kind.
  const kind = /QĐ/i.test(documentNumber ?? '') ? 'QĐ' : 'văn bản';
  const document = named.length > 0 && [kind, ...named].join(' ');
  return [document, reason].filter(Boolean).join(': ') || null;
}
