import { readableBy } from '../../tasks/tasks.api';

const STEPS = 3;
const away = 'c.day BETWEEN own.absent_from AND own.absent_to';

/**
 * SQL, after WITH RECURSIVE: `chain (asked, task_id, person, day, step)`, from a query of `asked, task_id, person, day`: the person
 * and, as long as each is away on the day, the deputies after him, three at most. Who stands in a circle is away, so a circle gives nobody.
 */
export function deputyChain(from: string): string {
  return `chain AS (
  SELECT first.asked, first.task_id, first.person, first.day, 0 AS step FROM (${from}) AS first
  UNION ALL
  SELECT c.asked, c.task_id, own.deputy_id, c.day, c.step + 1
    FROM chain c
    JOIN telling_preference own ON own.user_id = c.person AND ${away}
    JOIN app_user deputy ON deputy.id = own.deputy_id AND deputy.active
   WHERE c.step < ${STEPS})`;
}

/** SQL: the person `me`, with his preference `own`, is who stands in: not away himself, and may read the task `t` of the link `c` of the chain. */
export const standsIn = `c.step > 0 AND ${readableBy('me.id')} AND (${away}) IS NOT TRUE`;
