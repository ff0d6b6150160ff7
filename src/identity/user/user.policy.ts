import type { Actor } from '../../platform/access/actor';

export type UserAct = 'edit' | 'grant' | 'setPassword';

interface Subject {
  id: string;
  administered: boolean;
  rightsElsewhere: boolean;
}

/**
 * What an actor may do with a person. Who administers a department must not take over the account of somebody who also
 * holds a role outside it; giving that person a role in the department is fine.
 */
export function abilitiesOf(actor: Actor, person: Subject): UserAct[] {
  if (!person.administered) return [];
  if (person.rightsElsewhere) return ['grant'];
  return person.id === actor.userId ? ['edit', 'grant'] : ['edit', 'grant', 'setPassword'];
}
