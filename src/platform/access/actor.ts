import { grants, type Permission, type RoleOrHead } from './roles';

export interface Grant {
  role: RoleOrHead;
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

const known = new WeakMap<Actor, Map<Permission, string[]>>();

/** The units in whose subtrees the actor holds a permission; empty means nowhere. Worked out once an actor: a page asks for each of its rows. */
export function unitsWhere(actor: Actor, permission: Permission): readonly string[] {
  let ofActor = known.get(actor);
  if (!ofActor) known.set(actor, (ofActor = new Map<Permission, string[]>()));
  let units = ofActor.get(permission);
  if (!units) {
    const held = actor.grants.filter((grant) => grants(grant.role, permission));
    ofActor.set(permission, (units = [...new Set(held.map((grant) => grant.unitId))]));
  }
  return units;
}

export function mayAnywhere(actor: Actor, permission: Permission): boolean {
  return actor.grants.some((grant) => grants(grant.role, permission));
}
