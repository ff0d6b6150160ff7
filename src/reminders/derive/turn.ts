import type { DataSource } from 'typeorm';
import type { Day } from '../../platform/clock/day';

/** One worker's turn to derive, claimed for a minute and prolonged with every round. */
export interface Turn {
  /** Now by the database's clock, or what stands in for it. */
  at: Date;
  begunAt: Date;
  lastBegun: Date | null;
  /** The night it is for: from one o'clock on that of the day. */
  night: Day;
  derivedThrough: Day | null;
  asked: number;
  everything: boolean;
}

/** Null when nothing is to be derived, or another worker is at it. */
export async function claimTurn(database: DataSource, asOf: string | null): Promise<Turn | undefined> {
  const [turn]: Turn[] = await database.query(
    `WITH moment AS (SELECT coalesce($1::timestamptz, now()) AS at, local_day(coalesce($1::timestamptz, now()) - interval '1 hour') AS night),
     claimed AS (
       UPDATE reminder_reconcile SET working_until = now() + interval '1 minute'
         FROM moment
        WHERE (working_until IS NULL OR working_until <= now()) AND (asked > done OR derived_through IS DISTINCT FROM night)
       RETURNING moment.*, asked, done, derived_through, begun_at)
     SELECT at, now() AS "begunAt", begun_at AS "lastBegun", night, derived_through AS "derivedThrough", asked,
            asked > done OR derived_through IS NULL OR date_trunc('week', derived_through) <> date_trunc('week', night) AS everything
       FROM claimed`,
    [asOf],
  );
  return turn;
}

/** A night after the clock was set back is done again and remembered as it is. */
export async function endTurn(database: DataSource, turn: Turn): Promise<void> {
  await database.query(
    'UPDATE reminder_reconcile SET done = greatest(done, $1), begun_at = $2, derived_through = $3',
    [turn.asked, turn.begunAt, turn.night],
  );
}
