import { grants, permissions, type Permission } from '../../platform/access/roles';
import { HeldRole, UnitRef } from '../user/user.presenter';
import type { AccountRow } from './session.queries';

export class Account {
  id!: string;
  username!: string;
  displayName!: string;
  unit!: UnitRef;
  position!: string | null;
  locale!: 'vi' | 'en';
  /** The person is invented (sample province). */
  invented!: boolean;
  grants!: HeldRole[];
  /** What the person may do somewhere; each thing says in `abilities` what holds for it. */
  permissions!: string[];
}

export class SessionResponse {
  user!: Account;
  /** To be sent as `X-CSRF-Token` with every change; null for a program's token, which needs none. */
  csrfToken!: string | null;
}

export function presentSession(row: AccountRow, csrfToken: string | null): SessionResponse {
  const { standings, ...account } = row;
  const held = (Object.keys(permissions) as Permission[]).filter((permission) =>
    standings.some(({ role }) => grants(role, permission)),
  );
  return { user: { ...account, permissions: held }, csrfToken };
}
