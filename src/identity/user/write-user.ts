import { uuidv7 } from 'uuidv7';
import type { Change } from '../../platform/change/change';
import { commonProblem, fieldError } from '../../platform/errors/common-problems';
import { changesBetween } from '../../platform/journal/journal';

/** A person as written; a username is unique, upper and lower case alike. */
export interface UserInput {
  username?: string | null;
  displayName: string;
  email?: string | null;
  unitId: string;
  position?: string | null;
  isHead?: boolean;
  locale?: 'vi' | 'en';
  passwordHash?: string | null;
}

const columnOf: Record<string, string> = {
  username: 'username',
  displayName: 'display_name',
  email: 'email',
  unitId: 'unit_id',
  position: 'position',
  isHead: 'is_head',
  locale: 'locale',
  active: 'active',
};

export function usernameTaken() {
  const field = fieldError('username', 'taken', {
    vi: 'Tên đăng nhập đã có người dùng. Chọn tên khác.',
    en: 'This username is taken. Choose another one.',
  });
  return commonProblem('conflict', {}, [field]);
}

/** Writes a new person and the journal entry; returns the id. The caller has checked the unit. */
export async function createUser(change: Change, input: UserInput): Promise<string> {
  const { passwordHash = null, ...shown } = input;
  const id = uuidv7();
  const written: unknown[] = await change.manager.query(
    `INSERT INTO app_user (id, username, display_name, email, unit_id, position, is_head, locale, password_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [
      id,
      input.username ?? null,
      input.displayName,
      input.email ?? null,
      input.unitId,
      input.position ?? null,
      input.isHead ?? false,
      input.locale ?? 'vi',
      passwordHash,
    ],
  );
  if (written.length === 0) throw usernameTaken();
  const changes = changesBetween<typeof shown>({}, shown);
  change.record({ act: 'user.created', subjectType: 'user', subjectId: id, unitId: input.unitId, changes });
  return id;
}

/** Writes the fields that differ and raises the version. Ends sessions and tokens of a person no longer active. */
export async function changeUser(
  change: Change,
  before: { id: string; unitId: string },
  after: Partial<UserInput & { active: boolean }>,
): Promise<void> {
  const changes = changesBetween<object>(before, after);
  const fields = Object.keys(changes);
  if (fields.length === 0) return;
  if ('username' in changes) await requireFree(change, after.username!, before.id);
  const assignments = fields.map((field, n) => `${columnOf[field]} = $${n + 2}`);
  await change.manager.query(
    `UPDATE app_user SET ${assignments.join(', ')}, version = version + 1 WHERE id = $1`,
    [before.id, ...fields.map((field) => changes[field][1])],
  );
  if (after.active === false) {
    await change.manager.query('DELETE FROM session WHERE user_id = $1', [before.id]);
    await change.manager.query(
      'UPDATE api_token SET revoked_at = $2 WHERE user_id = $1 AND revoked_at IS NULL',
      [before.id, change.now],
    );
  }
  change.record({
    act: 'user.changed',
    subjectType: 'user',
    subjectId: before.id,
    unitId: before.unitId,
    changes,
  });
}

async function requireFree(change: Change, username: string, id: string): Promise<void> {
  const taken: unknown[] = await change.manager.query(
    'SELECT 1 FROM app_user WHERE lower(username) = lower($1) AND id <> $2',
    [username, id],
  );
  if (taken.length > 0) throw usernameTaken();
}
