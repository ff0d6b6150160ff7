import type { EntityManager } from 'typeorm';
import { readableBy } from '../../tasks/tasks.api';
import type { PreviewRow } from './preview.presenter';

/**
 * Names the deputies of those who have said by now that they are away on the day of a telling: found along the chain as at the
 * telling itself (tell/stand-ins.ts), only of that day instead of today.
 */
export async function withDeputies(
  manager: EntityManager,
  rows: Omit<PreviewRow, 'deputy'>[],
): Promise<PreviewRow[]> {
  const asked = rows.map(({ task, recipient, fireOn }, n) => ({
    n,
    task: task.id,
    person: recipient.id,
    day: fireOn,
  }));
  const found: { n: number; deputy: PreviewRow['deputy'] }[] = await manager.query(statement, [
    JSON.stringify(asked),
  ]);
  const deputyOf = new Map(found.map(({ n, deputy }) => [n, deputy]));
  return rows.map((row, n) => ({ ...row, deputy: deputyOf.get(n) ?? null }));
}

const statement = `
WITH RECURSIVE chain AS (
  SELECT a.n, a.task, a.person, a.day, 0 AS step
    FROM jsonb_to_recordset($1::jsonb) AS a(n int, task uuid, person uuid, day date) WHERE a.day IS NOT NULL
  UNION ALL
  SELECT c.n, c.task, own.deputy_id, c.day, c.step + 1
    FROM chain c
    JOIN telling_preference own ON own.user_id = c.person AND c.day BETWEEN own.absent_from AND own.absent_to
    JOIN app_user deputy ON deputy.id = own.deputy_id AND deputy.active
   WHERE c.step < 3
)
SELECT DISTINCT ON (c.n) c.n, json_build_object('id', me.id, 'displayName', me.display_name) AS deputy
  FROM chain c
  JOIN task t ON t.id = c.task
  JOIN app_user me ON me.id = c.person
  LEFT JOIN telling_preference own ON own.user_id = me.id
 WHERE c.step > 0 AND ${readableBy('me.id')} AND (c.day BETWEEN own.absent_from AND own.absent_to) IS NOT TRUE
 ORDER BY c.n, c.step`;
