import { grants, type Permission, type Role } from './roles';

export interface Grant {
  role: Role;
  /** The role holds in this unit and everything below it. */
  unitId: string;
}

/** Who acts. Always passed on explicitly, never looked up from the surroundings. */
export interface Actor {
  userId: string | null;
  name: string;
  unitId: string | null;
  grants: Grant[];
}

/** The system itself: recurring jobs and the first loading of data. It holds no grants. */
export const systemActor: Actor = { userId: null, name: 'Hệ thống', unitId: null, grants: [] };

/** The units in whose subtrees the actor holds a permission; empty means nowhere. */
export function unitsWhere(actor: Actor, permission: Permission): string[] {
  const units = actor.grants.filter((grant) => grants(grant.role, permission)).map((grant) => grant.unitId);
  return [...new Set(units)];
}

export function mayAnywhere(actor: Actor, permission: Permission): boolean {
  return actor.grants.some((grant) => grants(grant.role, permission));
}
