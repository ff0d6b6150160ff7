import type { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Role } from '../../src/platform/access/roles';
import { Passwords } from '../../src/identity/password/passwords';
import { TEST_PASSWORD, type Par } from './par';

let hashed: Promise<string> | undefined;

/** Adds a unit by SQL and returns its id. Without a parent it is a province. */
export async function addUnit(
  database: DataSource,
  code: string,
  parentId: string | null = null,
): Promise<string> {
  const id = uuidv7();
  await database.query(
    `INSERT INTO unit (id, code, name_vi, name_en, level, parent_id) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, code, `Đơn vị ${code}`, `Unit ${code}`, parentId ? 'department' : 'province', parentId],
  );
  return id;
}

/** Adds a person who can sign in with TEST_PASSWORD and holds `role` in their own unit (or in `roleUnitId`). */
export async function addPerson(
  par: Pick<Par, 'database' | 'config'>,
  person: { username: string; unitId: string; role?: Role; roleUnitId?: string; displayName?: string },
): Promise<string> {
  const id = uuidv7();
  hashed ??= new Passwords(par.config).hash(TEST_PASSWORD);
  await par.database.query(
    'INSERT INTO app_user (id, username, display_name, unit_id, password_hash) VALUES ($1, $2, $3, $4, $5)',
    [id, person.username, person.displayName ?? person.username, person.unitId, await hashed],
  );
  if (person.role) {
    await par.database.query('INSERT INTO role_grant (id, user_id, role, unit_id) VALUES ($1, $2, $3, $4)', [
      uuidv7(),
      id,
      person.role,
      person.roleUnitId ?? person.unitId,
    ]);
  }
  return id;
}
