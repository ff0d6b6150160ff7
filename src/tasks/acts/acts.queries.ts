import type { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { commonProblem } from '../../platform/errors/common-problems';
import type { FieldChanges } from '../../platform/journal/journal';
import { mayRead } from '../task/task.store';
import type {
  DirectionItem,
  EvidenceItem,
  ExtensionItem,
  HistoryItem,
  ProgressItem,
  SubmissionItem,
} from './acts.presenter';

/** A task's records are as readable as the task. Each list is the task's own, newest first, the latest 200. */
export async function requireReadable(dataSource: DataSource, actor: Actor, taskId: string): Promise<void> {
  if (!(await mayRead(dataSource.manager, actor, taskId))) throw commonProblem('not_found');
}

const person = (u: string) =>
  `CASE WHEN ${u}.id IS NOT NULL THEN json_build_object('id', ${u}.id, 'displayName', ${u}.display_name) END`;

function latest<T>(
  dataSource: DataSource,
  table: string,
  columns: string,
  taskId: string,
  joins = '',
): Promise<T[]> {
  return dataSource.query(
    `SELECT x.id, x.at, ${person('u')} AS by, ${columns} FROM ${table} x LEFT JOIN app_user u ON u.id = x.by_user_id ${joins}
      WHERE x.task_id = $1 ORDER BY x.at DESC, x.id DESC LIMIT 200`,
    [taskId],
  );
}

export const listProgress = (dataSource: DataSource, taskId: string) =>
  latest<ProgressItem>(dataSource, 'progress_update', 'x.percent, x.done, x.obstacle', taskId);

export const listSubmissions = (dataSource: DataSource, taskId: string) =>
  latest<SubmissionItem>(
    dataSource,
    'submission',
    `x.note, x.document_number AS "documentNumber", x.document_date AS "documentDate", x.counts_on AS "countsOn",
     x.decided_at AS "decidedAt", ${person('d')} AS "decidedBy", x.accepted, x.reason`,
    taskId,
    'LEFT JOIN app_user d ON d.id = x.decided_by',
  );

export const listExtensions = (dataSource: DataSource, taskId: string) =>
  latest<ExtensionItem>(
    dataSource,
    'extension',
    `x.reason, x.due_date_before AS "dueDateBefore", x.requested_due_date AS "requestedDueDate", x.decided_at AS "decidedAt",
     ${person('d')} AS "decidedBy", x.approved, x.new_due_date AS "newDueDate", x.decision_reason AS "decisionReason"`,
    taskId,
    'LEFT JOIN app_user d ON d.id = x.decided_by',
  );

export const listEvidence = (dataSource: DataSource, taskId: string) =>
  latest<EvidenceItem>(
    dataSource,
    'evidence',
    'x.title, x.document_number AS "documentNumber", x.document_date AS "documentDate", x.issuer, x.page',
    taskId,
  );

export const listDirections = (dataSource: DataSource, taskId: string) =>
  latest<DirectionItem>(dataSource, 'direction', 'x.text', taskId);

/** The journal of a task, oldest first, with units and people named instead of their ids. */
export async function readHistory(dataSource: DataSource, taskId: string): Promise<HistoryItem[]> {
  const entries: (Omit<HistoryItem, 'changes'> & { changes: FieldChanges })[] = await dataSource.query(
    `SELECT j.id, j.at, j.act, json_build_object('id', j.actor_id, 'name', j.actor_name) AS actor, j.note, j.changes
       FROM journal_entry j WHERE j.subject_type = 'task' AND j.subject_id = $1 ORDER BY j.at, j.id LIMIT 1000`,
    [taskId],
  );
  const names = await namesOf(
    dataSource,
    entries.map((entry) => entry.changes),
  );
  const shown = (value: unknown) => names.get(value as string) ?? value;
  return entries.map((entry) => ({
    ...entry,
    changes: Object.entries(entry.changes).map(([field, [before, after]]) => ({
      field: field.replace(/Id$/, ''),
      before: shown(before),
      after: shown(after),
    })),
  }));
}

async function namesOf(dataSource: DataSource, changes: FieldChanges[]): Promise<Map<string, string>> {
  const ids = changes.flatMap(({ leadUnitId, responsibleId }) => [
    ...(leadUnitId ?? []),
    ...(responsibleId ?? []),
  ]);
  const rows: { id: string; name: string }[] = await dataSource.query(
    `SELECT id, name_vi AS name FROM unit WHERE id = ANY($1::uuid[])
     UNION ALL SELECT id, display_name FROM app_user WHERE id = ANY($1::uuid[])`,
    [[...new Set(ids.filter((id) => id !== null))]],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
