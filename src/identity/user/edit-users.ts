import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import type { Caller } from '../../platform/access/caller';
import type { Change } from '../../platform/change/change';
import { Changes } from '../../platform/change/changes';
import { commonProblem, invalid } from '../../platform/errors/common-problems';
import { identityProblem } from '../identity.problems';
import { passwordFault } from '../password/password.requests';
import { Passwords } from '../password/passwords';
import { forgetFailures, nameKey } from '../session/lock-out';
import { keepAnAdmin } from './grants';
import { abilitiesOf, type UserAct } from './user.policy';
import { presentUser, type UserResponse, type UserRow } from './user.presenter';
import { readUser, requireUnit } from './user.queries';
import type { ChangeUserRequest, CreateUserRequest } from './user.requests';
import { changeUser, createUser } from './write-user';

/** An administrator's changes to people. */
@Injectable()
export class EditUsers {
  constructor(
    private readonly changes: Changes,
    private readonly passwords: Passwords,
  ) {}

  async create(caller: Caller, { password, ...input }: CreateUserRequest): Promise<UserResponse> {
    const fault = password && passwordFault('password', password, input.username ?? null);
    if (fault) throw invalid(fault);
    const passwordHash = password ? await this.passwords.hash(password) : null;
    return this.changes.run(caller, async (change) => {
      await requireUnit(change.manager, caller.actor, input.unitId, change.today);
      const id = await createUser(change, { ...input, passwordHash });
      return presentUser(await readUser(change.manager, caller.actor, id), caller.actor);
    });
  }

  /** 412 when `version` is not the person's present one. */
  change(caller: Caller, id: string, version: number, input: ChangeUserRequest): Promise<UserResponse> {
    return this.changes.run(caller, async (change) => {
      const before = await allowed(change, caller.actor, id, 'edit');
      if (before.version !== version) throw commonProblem('stale');
      const unitId = before.unit.id;
      if (input.unitId !== undefined && input.unitId !== unitId) {
        await requireUnit(change.manager, caller.actor, input.unitId, change.today);
      }
      if (input.active === false) await keepAnAdmin(change, id, null);
      await changeUser(change, { ...before, unitId }, input);
      return presentUser(await readUser(change.manager, caller.actor, id), caller.actor);
    });
  }

  /** Sets a new password, ends all sessions of the person and lifts a lock. */
  async setPassword(caller: Caller, id: string, password: string): Promise<void> {
    if (id === caller.actor.userId) throw identityProblem('user.own_password');
    const passwordHash = await this.passwords.hash(password);
    await this.changes.run(caller, async (change) => {
      const person = await allowed(change, caller.actor, id, 'setPassword');
      if (person.username === null) throw identityProblem('user.no_username');
      const fault = passwordFault('newPassword', password, person.username);
      if (fault) throw invalid(fault);
      await change.manager.query('UPDATE app_user SET password_hash = $2 WHERE id = $1', [id, passwordHash]);
      await change.manager.query('DELETE FROM session WHERE user_id = $1', [id]);
      await forgetFailures(change, nameKey(person.username));
      change.record({ act: 'password.set', subjectType: 'user', subjectId: id, unitId: person.unit.id });
      return null;
    });
  }
}

/** The person, locked until the end of the change: 404 outside the scope, 403 when the act is not the actor's. */
export async function allowed(change: Change, actor: Actor, id: string, act: UserAct): Promise<UserRow> {
  await lock(change.manager, id);
  const person = await readUser(change.manager, actor, id);
  if (abilitiesOf(actor, person).includes(act)) return person;
  throw person.administered ? identityProblem('user.higher_rights') : commonProblem('forbidden');
}

async function lock(manager: EntityManager, id: string): Promise<void> {
  await manager.query('SELECT 1 FROM app_user WHERE id = $1 FOR NO KEY UPDATE', [id]);
}
