import type { Role } from '../../platform/access/roles';
import type { Actor } from '../../platform/access/actor';
import { abilitiesOf, type UserAct } from './user.policy';

export class UnitRef {
  id!: string;
  code!: string;
  nameVi!: string;
  nameEn!: string;
}

export class HeldRole {
  id!: string;
  role!: Role;
  /** The role holds in this unit and everything below it. */
  unit!: UnitRef;
}

export class HeldRoles {
  items!: HeldRole[];
  nextCursor!: string | null;
  count?: number;
}

export class UserResponse {
  id!: string;
  /** Null for a person who cannot sign in. */
  username!: string | null;
  displayName!: string;
  email!: string | null;
  unit!: UnitRef;
  position!: string | null;
  /** Head of the unit: the second rung of the reminder ladder. */
  isHead!: boolean;
  locale!: 'vi' | 'en';
  /** The person is invented (sample province). */
  invented!: boolean;
  active!: boolean;
  version!: number;
  grants!: HeldRole[];
  /** What the caller may do with this person. */
  abilities!: UserAct[];
}

export class UserPage {
  items!: UserResponse[];
  nextCursor!: string | null;
  count?: number;
}

/** A row of user.queries.ts: the person, plus what the policy needs. */
export type UserRow = Omit<UserResponse, 'abilities'> & {
  /** The person's unit lies where the actor administers people. */
  administered: boolean;
  /** The person holds a role somewhere else. */
  rightsElsewhere: boolean;
};

export function presentUser(row: UserRow, actor: Actor): UserResponse {
  const { administered: _, rightsElsewhere: __, ...shown } = row;
  return { ...shown, abilities: abilitiesOf(actor, row) };
}
