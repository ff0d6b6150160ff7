import type { Day } from '../../platform/clock/day';
import { ActBy } from '../acts/acts.presenter';

/** Its content is at `tasks/:id/evidence/:evidenceId/file`. */
export class EvidenceFile {
  name!: string;
  /** Bytes. */
  size!: number;
  mediaType!: string;
  sha256!: string;
}

export class EvidenceItem {
  id!: string;
  at!: string;
  by!: ActBy | null;
  title!: string;
  documentNumber!: string | null;
  documentDate!: Day | null;
  issuer!: string | null;
  page!: string | null;
  /** Null for a reference to a document. */
  file!: EvidenceFile | null;
}

export class EvidenceList {
  items!: EvidenceItem[];
  nextCursor!: string | null;
  count?: number;
}
