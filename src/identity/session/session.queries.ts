import type { DataSource, EntityManager } from 'typeorm';
import type { Grant } from '../../platform/access/actor';
import { prepared } from '../../platform/database/prepared';
import type { HeldRole, UnitRef } from '../user/user.presenter';
import { grantsJson, unitJson } from '../user/user.queries';

export interface SignedInRow {
  id: string;
  name: string;
  unitId: string;
  csrfToken: string | null;
  expiresAt: Date;
  grants: Grant[];
}

/** The roles of the person `u`, and the standing of a head who holds any of them but the auditor's over the own unit. */
const grantsOf = `coalesce((SELECT json_agg(json_build_object('role', g.role, 'unitId', g.unit_id)) FROM (
  SELECT r.role, r.unit_id FROM role_grant r WHERE r.user_id = u.id
  UNION ALL
  SELECT 'head', u.unit_id WHERE u.is_head AND EXISTS (
    SELECT 1 FROM role_grant r JOIN unit_ancestor a ON a.ancestor_id = r.unit_id AND a.unit_id = u.unit_id
     WHERE r.user_id = u.id AND r.role <> 'auditor')) AS g), '[]')`;

/** The active person of a session that has not ended. */
export async function bySession(
  database: DataSource,
  hash: Buffer,
  now: Date,
): Promise<SignedInRow | undefined> {
  const [row] = await prepared<SignedInRow>(
    database,
    `SELECT u.id, u.display_name AS name, u.unit_id AS "unitId", s.csrf_token AS "csrfToken", s.expires_at AS "expiresAt", ${grantsOf} AS grants
       FROM session s JOIN app_user u ON u.id = s.user_id AND u.active
      WHERE s.token_hash = $1 AND s.expires_at > $2`,
    [hash, now],
  );
  return row;
}

/** The active person of a program's token that is neither expired nor revoked. */
export async function byToken(
  database: DataSource,
  hash: Buffer,
  now: Date,
): Promise<SignedInRow | undefined> {
  const [row] = await prepared<SignedInRow>(
    database,
    `SELECT u.id, u.display_name AS name, u.unit_id AS "unitId", NULL AS "csrfToken", t.expires_at AS "expiresAt", ${grantsOf} AS grants
       FROM api_token t JOIN app_user u ON u.id = t.user_id AND u.active
      WHERE t.token_hash = $1 AND t.expires_at > $2 AND t.revoked_at IS NULL`,
    [hash, now],
  );
  return row;
}

export interface AccountRow {
  id: string;
  username: string;
  displayName: string;
  unit: UnitRef;
  position: string | null;
  locale: 'vi' | 'en';
  invented: boolean;
  grants: HeldRole[];
  standings: Grant[];
}

/** What a signed-in person is told about themselves. */
export async function accountOf(database: DataSource | EntityManager, userId: string): Promise<AccountRow> {
  const [row]: AccountRow[] = await database.query(
    `SELECT u.id, u.username, u.display_name AS "displayName", u.position, u.locale, u.invented,
            ${unitJson('own')} AS unit, ${grantsJson} AS grants, ${grantsOf} AS standings
       FROM app_user u JOIN unit own ON own.id = u.unit_id WHERE u.id = $1`,
    [userId],
  );
  return row;
}
