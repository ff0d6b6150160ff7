import type { DataSource, EntityManager } from 'typeorm';
import type { RecordKind } from '../acts/acts.queries';
import { taskProblem } from '../task/task-problems';
import type { EvidenceFile, EvidenceItem } from './evidence.presenter';

export const evidenceRecords: RecordKind<EvidenceItem> = {
  table: 'evidence',
  columns: `x.title, x.document_number AS "documentNumber", x.document_date AS "documentDate", x.issuer, x.page,
    CASE WHEN x.file_hash IS NOT NULL THEN json_build_object('name', x.file_name, 'size', x.file_size,
      'mediaType', x.media_type, 'sha256', x.file_hash) END AS file`,
};

/** The file of one piece of evidence of one task. */
export async function findEvidenceFile(
  dataSource: DataSource,
  taskId: string,
  evidenceId: string,
): Promise<EvidenceFile | null> {
  const [file]: EvidenceFile[] = await dataSource.query(
    `SELECT file_name AS name, file_size AS size, media_type AS "mediaType", file_hash AS sha256
       FROM evidence WHERE id = $1 AND task_id = $2 AND file_hash IS NOT NULL`,
    [evidenceId, taskId],
  );
  return file ?? null;
}

/** Refuses where nothing proves the task; what was added before a return counts on. */
export async function requireEvidence(manager: EntityManager, taskId: string): Promise<void> {
  const rows: unknown[] = await manager.query('SELECT 1 FROM evidence WHERE task_id = $1 LIMIT 1', [taskId]);
  if (rows.length === 0) throw taskProblem('task.evidence_missing');
}

/** Most pieces of evidence a task can hold; weekly reports of a year and their annexes fit. */
export const EVIDENCE_LIMIT = 200;

/** Asked under the task's lock, so that two at once cannot both be the last. */
export async function refuseFull(manager: EntityManager, taskId: string): Promise<void> {
  const [{ count }]: { count: number }[] = await manager.query(
    'SELECT count(*)::int AS count FROM evidence WHERE task_id = $1',
    [taskId],
  );
  if (count >= EVIDENCE_LIMIT) throw taskProblem('task.evidence_full', { limit: EVIDENCE_LIMIT });
}
