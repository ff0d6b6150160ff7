import type { EntityManager } from 'typeorm';

/**
 * Takes leave to hand over one letter: in any sixty seconds at most `limit` are handed over, by however many workers.
 * Counted inside the claim's transaction by the database's clock, under a lock: the count sees every letter before it.
 */
export async function takePace(manager: EntityManager, limit: number): Promise<boolean> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('letter_pace'))`);
  const taken: unknown[] = await manager.query(
    `INSERT INTO letter_pace (second, used)
     SELECT s.now, 1 FROM (SELECT date_trunc('second', clock_timestamp()) AS now) s
      WHERE $1 > (SELECT coalesce(sum(p.used), 0) FROM letter_pace p
                   WHERE p.second BETWEEN s.now - interval '60 seconds' AND s.now)
     ON CONFLICT (second) DO UPDATE SET used = letter_pace.used + 1 RETURNING used`,
    [limit],
  );
  return taken.length > 0;
}

/** SQL: removes what counts no more; seconds that are to come stem from a clock that was set back. */
export const forgetPace = `DELETE FROM letter_pace
  WHERE second < now() - interval '2 minutes' OR second > clock_timestamp() + interval '1 second'`;
