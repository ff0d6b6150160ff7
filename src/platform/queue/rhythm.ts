import type { DataSource } from 'typeorm';
import { dayOf, momentOf } from '../clock/day';

/** When something is due: every so many seconds, or once a day from an hour in Việt Nam on. */
export type Rhythm = { everySeconds: number } | { dailyAtHour: number };

export function periodSeconds(rhythm: Rhythm): number {
  return 'everySeconds' in rhythm ? rhythm.everySeconds : 24 * 3600;
}

/** A run before this moment does not count for the present turn. */
export function dueSince(rhythm: Rhythm, now: Date): Date {
  if ('everySeconds' in rhythm) return new Date(now.getTime() - rhythm.everySeconds * 1000 + 500);
  const today = momentOf(dayOf(now), rhythm.dailyAtHour);
  return today <= now ? today : new Date(today.getTime() - 24 * 3600 * 1000);
}

/** What was asked for in vain (Redis emptied, a failure) is asked for again after so long. */
const PATIENCE = `interval '5 minutes'`;
/** Longer than its period by so much, and a job was not asked for: there was nobody to ask. */
const PAUSE = `interval '10 minutes'`;

/**
 * Claims the present turn for the caller, by the database's clock; null when somebody has it. A turn that has not ended
 * well is given out again after a while, and so is one whose moment lies ahead, because the clock was set back. Answers
 * for how long it has been asked for without ending well.
 */
export async function claimRun(
  database: DataSource,
  name: string,
  rhythm: Rhythm,
  now: Date,
): Promise<{ secondsWithoutEnd: number } | null> {
  const [claimed]: { secondsWithoutEnd: number }[] = await database.query(
    `INSERT INTO timetable_run AS run (name, last_run_at, asked_since, period_seconds) VALUES ($1, $3::timestamptz, $3, $4)
     ON CONFLICT (name) DO UPDATE SET last_run_at = $3, period_seconds = $4,
           asked_since = CASE WHEN run.last_run_at < $3 - make_interval(secs => $4) - ${PAUSE} THEN $3 ELSE run.asked_since END
      WHERE run.last_run_at < $2 OR run.last_run_at > $3 + interval '1 minute'
         OR (run.last_run_at < $3 - ${PATIENCE} AND coalesce(run.ended_at < $2, true))
     RETURNING extract(epoch FROM $3 - greatest(ended_at, asked_since))::float AS "secondsWithoutEnd"`,
    [name, dueSince(rhythm, now), now, periodSeconds(rhythm)],
  );
  return claimed ?? null;
}

/** Notes that a turn ended well. */
export async function noteEnd(database: DataSource, name: string): Promise<void> {
  await database.query('UPDATE timetable_run SET ended_at = now() WHERE name = $1', [name]);
}
