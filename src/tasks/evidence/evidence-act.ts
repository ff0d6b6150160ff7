import { uuidv7 } from 'uuidv7';
import type { Change } from '../../platform/change/change';
import type { Act } from '../acts/act-on-task';
import type { AddEvidence } from './evidence.requests';
import type { EvidenceUpload } from './evidence-form';
import { refuseFull } from './evidence.queries';

export type KeptFile = EvidenceUpload & { mediaType: string };

/** Adds evidence; `keep` puts the file in its place once the task has taken it. */
export function addEvidenceAct(
  input: AddEvidence,
  file: KeptFile | null = null,
  keep: (change: Change) => Promise<void> = async () => {},
): Act {
  const named = file && `${file.fileName} (sha256 ${file.sha256})`;
  return {
    act: 'addEvidence',
    journal: 'task.evidence_added',
    note: [input.title, input.documentNumber, named].filter(Boolean).join(', '),
    work: async (task, change) => {
      task.refuseUnlessOpen('change');
      await refuseFull(change.manager, task.id);
      await change.manager.query(
        `INSERT INTO evidence (id, task_id, at, by_user_id, title, document_number, document_date, issuer, page,
           file_hash, file_name, file_size, media_type)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          ...[uuidv7(), task.id, change.now, change.caller.actor.userId, input.title],
          ...[input.documentNumber, input.documentDate, input.issuer, input.page],
          ...[file?.sha256, file?.fileName, file?.size, file?.mediaType],
        ].map((value) => value ?? null),
      );
      await keep(change);
    },
  };
}
