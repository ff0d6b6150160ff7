import type { DataSource, EntityManager } from 'typeorm';
import { unitsWhere, type Actor } from '../../platform/access/actor';
import { within, withinScope } from '../../platform/access/scope';
import type { Day } from '../../platform/clock/day';
import { commonProblem } from '../../platform/errors/common-problems';
import { decodeCursor } from '../../platform/http/cursor';
import type { PageRequest } from '../../platform/http/fields';
import { defaultPreference } from './preference';
import type { PersonRef, PreferenceRow, StandInView } from './preference.presenter';

type Database = DataSource | EntityManager;

/** What a person has chosen, or the defaults. */
export async function preferenceOf(database: Database, userId: string): Promise<PreferenceRow> {
  const [row]: PreferenceRow[] = await database.query(
    `SELECT p.digest_hour AS "digestHour",
            CASE WHEN p.quiet_from IS NOT NULL THEN json_build_object('from', p.quiet_from, 'to', p.quiet_to) END AS "quietHours",
            p.letters, p.webhook, p.weekly_review AS "weeklyReview", p.version,
            CASE WHEN p.absent_from IS NOT NULL
              THEN json_build_object('from', p.absent_from, 'to', p.absent_to, 'deputyId', p.deputy_id) END AS absence,
            CASE WHEN d.id IS NOT NULL THEN json_build_object('id', d.id, 'displayName', d.display_name) END AS deputy
       FROM telling_preference p LEFT JOIN app_user d ON d.id = p.deputy_id WHERE p.user_id = $1`,
    [userId],
  );
  return row ?? { ...defaultPreference, deputy: null };
}

/** A person in the actor's sight; 404 otherwise. */
export async function visiblePerson(database: Database, actor: Actor, id: string): Promise<PersonRef> {
  const parameters: unknown[] = [id];
  const [person]: PersonRef[] = await database.query(
    `SELECT u.id, u.display_name AS "displayName" FROM app_user u
      WHERE u.id = $1 AND ${withinScope(actor, 'user.read', 'u.unit_id', parameters)}`,
    parameters,
  );
  if (!person) throw commonProblem('not_found');
  return person;
}

/** Whose account an actor may edit, his word on an absence counts too; not of those who hold a role outside his part. */
export async function requireAdministered(manager: EntityManager, actor: Actor, id: string): Promise<void> {
  const found: unknown[] = await manager.query(
    `SELECT 1 FROM app_user u WHERE u.id = $1 AND ${within('u.unit_id', '$2::uuid[]')}
        AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = u.id AND NOT ${within('g.unit_id', '$2::uuid[]')})`,
    [id, unitsWhere(actor, 'user.write')],
  );
  if (found.length === 0) throw commonProblem('forbidden');
}

/** For whom a person stands in, from `today` on; one row more than the page. */
export function standInsOf(
  database: DataSource,
  userId: string,
  today: Day,
  page: PageRequest,
): Promise<StandInView[]> {
  const parameters: unknown[] = [userId, today, page.limit + 1];
  if (page.cursor) parameters.push(...decodeCursor(page.cursor, 2));
  return database.query(
    `SELECT json_build_object('id', u.id, 'displayName', u.display_name) AS person, p.absent_from AS "from", p.absent_to AS "to"
       FROM telling_preference p JOIN app_user u ON u.id = p.user_id
      WHERE p.deputy_id = $1 AND p.absent_to >= $2 ${page.cursor ? 'AND (p.absent_from, p.user_id) > ($4::date, $5::uuid)' : ''}
      ORDER BY p.absent_from, p.user_id LIMIT $3`,
    parameters,
  );
}

export async function countStandIns(database: DataSource, userId: string, today: Day): Promise<number> {
  const [{ count }]: { count: number }[] = await database.query(
    'SELECT count(*)::int AS count FROM telling_preference WHERE deputy_id = $1 AND absent_to >= $2',
    [userId, today],
  );
  return count;
}
