import type { EntityManager } from 'typeorm';
import { deputyChain, standsIn } from '../tell/deputy-chain';
import { personJoins } from '../tell/person';
import type { PreviewRow } from './preview.presenter';

/**
 * Names the deputies of those who have said by now that they are away on the day of a telling: found along the chain as at the
 * telling itself, only of that day instead of today.
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
WITH RECURSIVE ${deputyChain(
  `SELECT a.n AS asked, a.task AS task_id, a.person, a.day
     FROM jsonb_to_recordset($1::jsonb) AS a(n int, task uuid, person uuid, day date) WHERE a.day IS NOT NULL`,
)}
SELECT DISTINCT ON (c.asked) c.asked AS n, json_build_object('id', me.id, 'displayName', me.display_name) AS deputy
  FROM chain c
  JOIN task t ON t.id = c.task_id
  ${personJoins('c.person')}
 WHERE ${standsIn}
 ORDER BY c.asked, c.step`;
