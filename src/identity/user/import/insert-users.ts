import { uuidv7 } from 'uuidv7';
import type { Change } from '../../../platform/change/change';
import { changesBetween } from '../../../platform/journal/journal';
import type { UserLine } from './read-user-row';

/** Writes checked lines, their roles and the journal in three statements, however many they are. */
export async function insertUsers(
  change: Change,
  lines: UserLine[],
  unitIds: Map<string, string>,
  hashes: Map<string, string>,
): Promise<void> {
  const people = lines.map(({ id, username, displayName, email, position, unitCode }) => ({
    ...{ id, username, displayName, email, position },
    unitId: unitIds.get(unitCode)!,
  }));
  await change.manager.query(
    `INSERT INTO app_user (id, username, display_name, email, position, unit_id, password_hash)
     SELECT p.id, p.username, p."displayName", p.email, p.position, p."unitId", p."passwordHash"
       FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, username text, "displayName" text, email text, position text,
            "unitId" uuid, "passwordHash" text)`,
    [JSON.stringify(people.map((person) => ({ ...person, passwordHash: hashes.get(person.id) ?? null })))],
  );
  const grants = lines
    .filter(({ role }) => role)
    .map(({ id, role, roleUnitCode }) => ({
      id: uuidv7(),
      userId: id,
      role: role!,
      unitId: unitIds.get(roleUnitCode)!,
    }));
  await change.manager.query(
    `INSERT INTO role_grant (id, user_id, role, unit_id)
     SELECT g.id, g."userId", g.role, g."unitId"
       FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, "userId" uuid, role text, "unitId" uuid)`,
    [JSON.stringify(grants)],
  );
  const unitOf = new Map(people.map(({ id, unitId }) => [id, unitId]));
  for (const { id, ...person } of people) {
    const changes = changesBetween<typeof person>({}, person);
    change.record({
      act: 'user.created',
      subjectType: 'user',
      subjectId: id,
      unitId: person.unitId,
      changes,
    });
  }
  for (const { userId, role, unitId } of grants) {
    const changes = changesBetween<{ role: string; unitId: string }>({}, { role, unitId });
    change.record({
      act: 'grant.added',
      subjectType: 'user',
      subjectId: userId,
      unitId: unitOf.get(userId)!,
      changes,
    });
  }
}
