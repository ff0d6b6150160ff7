import type { DataSource, EntityManager } from 'typeorm';
import type { Day } from '../../platform/clock/day';

/** What was last reported on a task, and last ordered, by the end of the day of the report. */
export class LastProgress {
  on!: Day;
  percent!: number;
  done!: string | null;
  obstacle!: string | null;
}

export class LastDirection {
  on!: Day;
  by!: string | null;
  text!: string;
  /** Whether it was answered by that day. */
  answered!: boolean;
}

export interface LastWords {
  lastProgress: LastProgress | null;
  lastDirection: LastDirection | null;
}

/** By task, in one statement. */
export async function lastWordsOf(
  reader: DataSource | EntityManager,
  taskIds: string[],
  asOf: Day,
): Promise<Map<string, LastWords>> {
  const rows: (LastWords & { id: string })[] = await reader.query(
    `SELECT t.id,
            (SELECT json_build_object('on', local_day(p.at), 'percent', p.percent, 'done', p.done, 'obstacle', p.obstacle)
               FROM progress_update p WHERE p.task_id = t.id AND local_day(p.at) <= $2::date
              ORDER BY p.at DESC, p.id DESC LIMIT 1) AS "lastProgress",
            (SELECT json_build_object('on', local_day(d.at), 'by', u.display_name, 'text', d.text,
                      'answered', d.answered_at IS NOT NULL AND local_day(d.answered_at) <= $2::date)
               FROM direction d LEFT JOIN app_user u ON u.id = d.by_user_id
              WHERE d.task_id = t.id AND local_day(d.at) <= $2::date
              ORDER BY d.at DESC, d.id DESC LIMIT 1) AS "lastDirection"
       FROM unnest($1::uuid[]) AS t (id)`,
    [taskIds, asOf],
  );
  return new Map(rows.map(({ id, ...words }) => [id, words]));
}
