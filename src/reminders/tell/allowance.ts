import type { EntityManager } from 'typeorm';
import type { Day } from '../../platform/clock/day';

/**
 * Asks for letters at once on a day, and says how many each person still has of the ceiling; what is beyond it must wait for
 * the digest. One statement, in the order of the people, so that lanes wait for each other in a row and count exactly.
 */
export async function takeAllowance(
  manager: EntityManager,
  wanted: ReadonlyMap<string, number>,
  day: Day,
  ceiling: number,
): Promise<Map<string, number>> {
  if (wanted.size === 0) return new Map();
  const rows: { recipientId: string; used: number }[] = await manager.query(
    `INSERT INTO letter_allowance AS a (recipient_id, day, used)
     SELECT w.recipient_id, $3, w.wanted FROM unnest($1::uuid[], $2::int[]) AS w (recipient_id, wanted) ORDER BY w.recipient_id
     ON CONFLICT (recipient_id, day) DO UPDATE SET used = a.used + excluded.used
     RETURNING recipient_id AS "recipientId", used`,
    [[...wanted.keys()], [...wanted.values()], day],
  );
  return new Map(
    rows.map(({ recipientId, used }) => [recipientId, ceiling - (used - wanted.get(recipientId)!)]),
  );
}
