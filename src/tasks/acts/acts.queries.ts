import type { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { commonProblem } from '../../platform/errors/common-problems';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor';
import type { PageRequest } from '../../platform/http/fields';
import { mayRead } from '../task/task.store';
import { nameJson } from '../task/task-sql';
import type { ExtensionItem, ProgressItem, SubmissionItem } from './acts.presenter';

/** A task's records are as readable as the task. */
export async function requireReadable(dataSource: DataSource, actor: Actor, taskId: string): Promise<void> {
  if (!(await mayRead(dataSource.manager, actor, taskId))) throw commonProblem('not_found');
}

/** What is kept beside a task: its table `x`, the columns shown, and what they need joined. */
export interface RecordKind<Item> {
  table: string;
  columns: string;
  joins?: string;
  /** Only for the type. */
  item?: Item;
}

const decider = `x.decided_at AS "decidedAt", ${nameJson('d')} AS "decidedBy"`;

export const progressRecords: RecordKind<ProgressItem> = {
  table: 'progress_update',
  columns: 'x.percent, x.done, x.obstacle',
};

export const submissionRecords: RecordKind<SubmissionItem> = {
  table: 'submission',
  columns: `x.note, x.document_number AS "documentNumber", x.document_date AS "documentDate",
    x.counts_on AS "countsOn", x.accepted, x.reason, ${decider}`,
  joins: 'LEFT JOIN app_user d ON d.id = x.decided_by',
};

export const extensionRecords: RecordKind<ExtensionItem> = {
  table: 'extension',
  columns: `x.reason, x.due_date_before AS "dueDateBefore", x.requested_due_date AS "requestedDueDate", x.approved,
    x.new_due_date AS "newDueDate", x.decision_reason AS "decisionReason",
    x.decision_document_number AS "decisionDocumentNumber", x.decision_document_date AS "decisionDocumentDate", ${decider}`,
  joins: 'LEFT JOIN app_user d ON d.id = x.decided_by',
};

/** A page of a task's records of one kind, newest first; not found when the task is not the actor's to read. */
export async function readRecords<Item extends { id: string }>(
  dataSource: DataSource,
  actor: Actor,
  { table, columns, joins = '' }: RecordKind<Item>,
  taskId: string,
  page: PageRequest,
): Promise<Page<Item>> {
  await requireReadable(dataSource, actor, taskId);
  const before = page.cursor ? decodeCursor(page.cursor, 1)[0] : null;
  const rows: Item[] = await dataSource.query(
    `SELECT x.id, x.at, ${nameJson('u')} AS by, ${columns} FROM ${table} x LEFT JOIN app_user u ON u.id = x.by_user_id ${joins}
      WHERE x.task_id = $1 AND ($3::uuid IS NULL OR x.id < $3) ORDER BY x.id DESC LIMIT $2`,
    [taskId, page.limit + 1, before],
  );
  const count = page.count ? await countRecords(dataSource, table, taskId) : undefined;
  return toPage(
    rows,
    page.limit,
    (row) => [row.id],
    (row) => row,
    count,
  );
}

export async function countRecords(dataSource: DataSource, table: string, taskId: string): Promise<number> {
  const [{ count }]: { count: number }[] = await dataSource.query(
    `SELECT count(*)::int AS count FROM ${table} WHERE task_id = $1`,
    [taskId],
  );
  return count;
}
