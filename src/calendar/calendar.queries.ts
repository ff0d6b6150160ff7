import type { DataSource, EntityManager } from 'typeorm';
import type { Day } from '../platform/clock/day';
import type { CalendarYear } from './calendar-year';

type Database = DataSource | EntityManager;

const COLUMNS = `year, version, provisional, effective_from AS "effectiveFrom", days`;

/** Every year as it was known on a day: its latest version by then, else the earliest. Without a day: the latest. */
export function yearsAsOf(database: Database, asOf: Day | null): Promise<CalendarYear[]> {
  return database.query(
    `SELECT DISTINCT ON (year) ${COLUMNS} FROM calendar_year
      ORDER BY year, ($1::date IS NULL OR effective_from <= $1) DESC,
               CASE WHEN $1::date IS NULL OR effective_from <= $1 THEN -version ELSE version END`,
    [asOf],
  );
}

/** The latest version of a year; null when there is none. */
export async function latestYear(database: Database, year: number): Promise<CalendarYear | null> {
  const [found]: CalendarYear[] = await database.query(
    `SELECT ${COLUMNS} FROM calendar_year WHERE year = $1 ORDER BY version DESC LIMIT 1`,
    [year],
  );
  return found ?? null;
}

/** Makes others who would write the calendar wait until this transaction ends. */
export async function lockCalendar(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('calendar_year'))`);
}

export async function insertYears(manager: EntityManager, years: CalendarYear[]): Promise<void> {
  await manager.query(
    `INSERT INTO calendar_year (year, version, effective_from, provisional, days)
     SELECT year, version, "effectiveFrom", provisional, days
       FROM jsonb_to_recordset($1::jsonb) AS y(year int, version int, "effectiveFrom" date, provisional boolean, days jsonb)`,
    [JSON.stringify(years)],
  );
}
