import type { DataSource } from 'typeorm';
import type { Day } from '../../platform/clock/day';
import { cellSql } from '../../tasks/tasks.api';
import type { ReportView } from '../report-views';

/** What moved within the week, and what waits. */
export const listNames = ['becameOverdue', 'done', 'submissions', 'extensions'] as const;
export type ListName = (typeof listNames)[number];

export interface ListedTask {
  list: ListName;
  /** Of the whole list. */
  count: number;
  id: string;
  code: string;
  titleVi: string;
  titleEn: string | null;
  unitVi: string;
  unitEn: string;
  responsible: string | null;
  dueDate: Day | null;
  cell: 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue';
  since: Day | null;
}

/**
 * Of the counted tasks of a view those that became overdue or were done since `before`, and those whose submission or
 * extension waits: the first `limit` of each list (the longest waiting, the first due) with the count of all.
 */
export function movedAndWaiting(
  dataSource: DataSource,
  view: ReportView,
  before: Day,
  limit: number,
): Promise<ListedTask[]> {
  const { parameters, counted } = view.statement();
  const then = `$${parameters.push(before)}`;
  const most = `$${parameters.push(limit)}`;
  return dataSource.query(
    `WITH ${counted},
     moved AS (
       SELECT c.task_id, c.cell, earlier.cell AS was
         FROM counted c LEFT JOIN LATERAL (
           SELECT ${cellSql(then)} AS cell FROM task_period t
            WHERE t.task_id = c.task_id AND t.valid_from <= ${then}::date AND t.valid_to > ${then}::date) AS earlier ON true),
     listed AS (
       SELECT 'becameOverdue' AS list, task_id, NULL::date AS since FROM moved WHERE cell = 'overdue' AND was IS DISTINCT FROM 'overdue'
       UNION ALL
       SELECT 'done', task_id, NULL FROM moved WHERE cell IN ('doneOnTime', 'doneLate') AND coalesce(was NOT IN ('doneOnTime', 'doneLate'), true)
       UNION ALL
       SELECT 'submissions', c.task_id, local_day(s.at) FROM counted c
         LEFT JOIN submission s ON s.task_id = c.task_id AND s.decided_at IS NULL WHERE c.state = 'submitted'
       UNION ALL
       SELECT 'extensions', c.task_id, local_day(x.at) FROM counted c
         JOIN extension x ON x.task_id = c.task_id AND x.decided_at IS NULL WHERE c.state <> 'accepted'),
     ranked AS (
       SELECT l.*, t.code, t.title_vi, t.title_en, t.lead_unit_id, t.responsible_id, c.due_date, c.cell,
              count(*) OVER (PARTITION BY l.list)::int AS count,
              row_number() OVER (PARTITION BY l.list ORDER BY l.since NULLS LAST, c.due_date NULLS LAST, t.code, t.id) AS place
         FROM listed l JOIN task t ON t.id = l.task_id JOIN counted c ON c.task_id = l.task_id)
     SELECT r.list, r.count, r.task_id AS id, r.code, r.title_vi AS "titleVi", r.title_en AS "titleEn", u.name_vi AS "unitVi",
            u.name_en AS "unitEn", who.display_name AS responsible, r.due_date AS "dueDate", r.cell, r.since
       FROM ranked r JOIN unit u ON u.id = r.lead_unit_id LEFT JOIN app_user who ON who.id = r.responsible_id
      WHERE r.place <= ${most} ORDER BY r.list, r.place`,
    parameters,
  );
}
