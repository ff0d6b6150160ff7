import type { DataSource } from 'typeorm';
import { mayAnywhere, type Actor } from '../../platform/access/actor';
import { addDays, type Day } from '../../platform/clock/day';
import type { Locale } from '../../platform/errors/problem';
import { visible } from '../directions/directions.queries';
import { readable } from '../task/readable';
import { openStates, type TaskState } from '../task/task-status';

/** Whose deadlines a feed tells, and as whom they are read. */
export interface FeedReader extends Actor {
  userId: string;
  unitId: string;
  feedId: string;
  feedName: string;
  readOn: Day | null;
  locale: Locale;
  isHead: boolean;
}

/** A day by which the person owes something: a task, or the answer to a direction. */
export interface Deadline {
  kind: 'task' | 'direction';
  /** Of the task, or of the direction. */
  id: string;
  taskId: string;
  code: string;
  titleVi: string;
  titleEn: string | null;
  leadUnit: { nameVi: string; nameEn: string };
  priority: 'high' | 'normal' | 'low';
  state: TaskState;
  day: Day;
  originalDay: Day;
  /** Rises whenever the day moves. */
  revision: number;
  changedAt: Date;
}

const DAYS_BACK = 90;
const DAYS_AHEAD = 400;
export const MOST_DEADLINES = 1_000;

/** The active person of a live feed, with the roles he holds now. */
export async function readerOf(dataSource: DataSource, secretHash: Buffer): Promise<FeedReader | undefined> {
  const [row]: FeedReader[] = await dataSource.query(
    `SELECT f.id AS "feedId", f.name AS "feedName", f.read_on AS "readOn", u.id AS "userId", u.display_name AS name,
            u.unit_id AS "unitId", u.locale, u.is_head AS "isHead",
            coalesce((SELECT json_agg(json_build_object('role', g.role, 'unitId', g.unit_id))
                        FROM role_grant g WHERE g.user_id = u.id), '[]') AS grants
       FROM deadline_feed f JOIN app_user u ON u.id = f.user_id AND u.active
      WHERE f.secret_hash = $1 AND f.revoked_at IS NULL`,
    [secretHash],
  );
  return row;
}

/** Open tasks the person answers for, those of the unit he heads, and directions that wait for his answer; nearest first. */
export async function deadlinesOf(
  dataSource: DataSource,
  reader: FeedReader,
  today: Day,
): Promise<Deadline[]> {
  if (!mayAnywhere(reader, 'task.read')) return [];
  const parameters: unknown[] = [
    ...[reader.userId, reader.isHead ? reader.unitId : null, openStates, today],
    ...[addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD), MOST_DEADLINES],
  ];
  return dataSource.query(
    `SELECT d.* FROM (
       SELECT 'task' AS kind, t.id, ${taskColumns}, t.due_date AS day, t.original_due_date AS "originalDay",
              t.deadline_revision AS revision, t.changed_at AS "changedAt"
         FROM ${taskTables}
        WHERE ${open} AND t.due_date BETWEEN $5 AND $6 AND (t.responsible_id = $1 OR t.lead_unit_id = $2)
          AND ${readable(reader, parameters)}
       UNION ALL
       SELECT 'direction', d.id, ${taskColumns}, d.answer_by, d.answer_by, 0, d.at
         FROM direction d JOIN ${taskTables} ON t.id = d.task_id
        WHERE ${open} AND d.answered_at IS NULL AND d.answer_by BETWEEN $5 AND $6 AND d.addressee_id = $1
          AND ${visible(reader, parameters)}
     ) AS d ORDER BY abs(d.day - $4::date), d.day, d.id LIMIT $7`,
    parameters,
  );
}

const taskColumns = `t.id AS "taskId", t.code, t.title_vi AS "titleVi", t.title_en AS "titleEn", t.priority, t.state,
  json_build_object('nameVi', u.name_vi, 'nameEn', u.name_en) AS "leadUnit"`;
const taskTables = '(task t JOIN plan p ON p.id = t.plan_id JOIN unit u ON u.id = t.lead_unit_id)';
/** Nobody is reminded of a closed plan (decision 0008). */
const open = 't.state = ANY($3::text[]) AND p.closed_on IS NULL';

/** The day of reading is told to the owner; it is not worth a write at every visit. */
export async function keepReadOn(dataSource: DataSource, reader: FeedReader, today: Day): Promise<void> {
  if (reader.readOn !== null && reader.readOn >= today) return;
  await dataSource.query('UPDATE deadline_feed SET read_on = $2 WHERE id = $1 AND revoked_at IS NULL', [
    reader.feedId,
    today,
  ]);
}
