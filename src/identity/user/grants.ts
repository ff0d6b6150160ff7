import { uuidv7 } from 'uuidv7';
import type { Role } from '../../platform/access/roles';
import type { Change } from '../../platform/change/change';
import { commonProblem, fieldError } from '../../platform/errors/common-problems';
import type { FieldChanges } from '../../platform/journal/journal';
import { identityProblem } from '../identity.problems';

/** Gives a role in a unit's subtree; returns the id of the grant. 409 when the person holds it already. */
export async function grantRole(
  change: Change,
  { userId, role, unitId }: { userId: string; role: Role; unitId: string },
): Promise<string> {
  const id = uuidv7();
  const written: unknown[] = await change.manager.query(
    `INSERT INTO role_grant (id, user_id, role, unit_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (user_id, role, unit_id) DO NOTHING RETURNING id`,
    [id, userId, role, unitId],
  );
  if (written.length === 0) {
    const texts = {
      vi: 'Người này đã giữ vai trò đó ở đơn vị này.',
      en: 'The person already holds this role in the unit.',
    };
    throw commonProblem('conflict', {}, [fieldError('role', 'held', texts)]);
  }
  await record(change, 'grant.added', userId, { role: [null, role], unitId: [null, unitId] });
  return id;
}

export async function withdrawRole(
  change: Change,
  grant: { id: string; userId: string; role: Role; unitId: string },
) {
  await keepAnAdmin(change, grant.userId, grant.id);
  await change.manager.query('DELETE FROM role_grant WHERE id = $1', [grant.id]);
  await record(change, 'grant.removed', grant.userId, {
    role: [grant.role, null],
    unitId: [grant.unitId, null],
  });
}

/**
 * Refuses to take the last administrator who can sign in from a top unit: by withdrawing `grantId`, or, without it, by
 * closing the account of `userId`. Two administrators who remove each other at once wait here for each other.
 */
export async function keepAnAdmin(change: Change, userId: string, grantId: string | null): Promise<void> {
  await change.manager.query("SELECT pg_advisory_xact_lock(hashtext('identity.last_admin'))");
  const [orphaned]: unknown[] = await change.manager.query(
    `SELECT 1 FROM role_grant g JOIN unit top ON top.id = g.unit_id AND top.parent_id IS NULL
      WHERE g.user_id = $1 AND g.role = 'admin' AND ($2::uuid IS NULL OR g.id = $2)
        AND NOT EXISTS (SELECT 1 FROM role_grant o JOIN app_user u ON u.id = o.user_id
              WHERE o.unit_id = g.unit_id AND o.role = 'admin' AND o.user_id <> $1
                AND u.active AND u.username IS NOT NULL AND u.password_hash IS NOT NULL)`,
    [userId, grantId],
  );
  if (orphaned) throw identityProblem('user.last_admin');
}

async function record(change: Change, act: string, userId: string, changes: FieldChanges): Promise<void> {
  const [{ unitId }]: { unitId: string }[] = await change.manager.query(
    'SELECT unit_id AS "unitId" FROM app_user WHERE id = $1',
    [userId],
  );
  change.record({ act, subjectType: 'user', subjectId: userId, unitId, changes });
}
