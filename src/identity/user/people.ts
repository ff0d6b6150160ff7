import type { DataSource, EntityManager } from 'typeorm';
import type { Role } from '../../platform/access/roles';

export interface PersonOfUnit {
  id: string;
  displayName: string;
  position: string | null;
  email: string | null;
  locale: 'vi' | 'en';
  isHead: boolean;
  roles: Role[];
}

/** The active people of one unit (not of the units below), heads first, with the roles they hold anywhere. */
export async function peopleOf(
  database: DataSource | EntityManager,
  unitId: string,
): Promise<PersonOfUnit[]> {
  return database.query(
    `SELECT u.id, u.display_name AS "displayName", u.position, u.email, u.locale, u.is_head AS "isHead",
            ARRAY(SELECT DISTINCT g.role FROM role_grant g WHERE g.user_id = u.id ORDER BY g.role) AS roles
       FROM app_user u WHERE u.unit_id = $1 AND u.active
      ORDER BY u.is_head DESC, u.display_name COLLATE vietnamese, u.id LIMIT 1000`,
    [unitId],
  );
}
