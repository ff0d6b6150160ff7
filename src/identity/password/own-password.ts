import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { fieldError, invalid } from '../../platform/errors/common-problems';
import { identityProblem } from '../identity.problems';
import { countFailure, forgetFailures, lockedUntil, nameKey, showMoment } from '../session/lock-out';
import type { ChangeOwnPasswordRequest } from './password.requests';
import { passwordFault } from './password.requests';
import { Passwords } from './passwords';

interface Own {
  username: string;
  unitId: string;
  passwordHash: string | null;
}

/** A person changes their own password. Wrong guesses of the current one count like failed sign-ins. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly changes: Changes,
    private readonly passwords: Passwords,
  ) {}

  /** Ends the person's other sessions; `keep` is the hash of the one in use. */
  async change(caller: Caller, input: ChangeOwnPasswordRequest, keep: Buffer): Promise<void> {
    const userId = caller.actor.userId!;
    const refusal = await this.changes.run({ ...caller, idempotencyKey: undefined }, async (change) => {
      const [own]: Own[] = await change.manager.query(
        `SELECT username, unit_id AS "unitId", password_hash AS "passwordHash" FROM app_user WHERE id = $1`,
        [userId],
      );
      const name = nameKey(own.username);
      const locked = await lockedUntil(change, name);
      if (locked) return identityProblem('session.locked', { until: showMoment(locked) });
      const subject = { subjectType: 'user', subjectId: userId, unitId: own.unitId };
      if (!(await this.passwords.matches(input.currentPassword, own.passwordHash))) {
        const nowLocked = await countFailure(change, name);
        change.record({ act: 'password.refused', ...subject });
        if (nowLocked) change.record({ act: 'session.locked', ...subject });
        return invalid(wrongPassword);
      }
      const fault = passwordFault('newPassword', input.newPassword, own.username);
      if (fault) return invalid(fault);
      await forgetFailures(change, name);
      await change.manager.query('UPDATE app_user SET password_hash = $2 WHERE id = $1', [
        userId,
        await this.passwords.hash(input.newPassword),
      ]);
      await change.manager.query('DELETE FROM session WHERE user_id = $1 AND token_hash <> $2', [
        userId,
        keep,
      ]);
      change.record({ act: 'password.changed', ...subject });
      return null;
    });
    // Thrown only now: the counted failure must stay.
    if (refusal) throw refusal;
  }
}

const wrongPassword = fieldError('currentPassword', 'wrong', {
  vi: 'Mật khẩu hiện tại không đúng.',
  en: 'The current password is wrong.',
});
