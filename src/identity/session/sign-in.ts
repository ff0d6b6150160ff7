import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '../../platform/access/caller';
import type { Change } from '../../platform/change/change';
import { Changes } from '../../platform/change/changes';
import { Config } from '../../platform/config/config';
import { identityProblem } from '../identity.problems';
import { Passwords } from '../password/passwords';
import { countFailure, forgetFailures, lockedUntil, nameKey, showMoment } from './lock-out';
import { hashOf, newSecret } from './secrets';
import { presentSession, type SessionResponse } from './session.presenter';
import { accountOf } from './session.queries';

interface Person {
  id: string;
  name: string;
  unitId: string;
  passwordHash: string | null;
}

type Outcome = { person: Person } | { lockedUntil: string } | 'refused';

/** Signing in: the same steps, in the same time, whether the name is somebody's or nobody's. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
    private readonly passwords: Passwords,
    private readonly config: Config,
  ) {}

  /** Throws 401 `session.refused` or 423 `session.locked`. */
  async begin(
    caller: Caller,
    username: string,
    password: string,
  ): Promise<{ token: string; session: SessionResponse }> {
    const stranger = {
      ...caller,
      actor: { ...caller.actor, name: 'Chưa đăng nhập' },
      idempotencyKey: undefined,
    };
    // Hashing takes long: no connection, and nobody's turn, may wait for it.
    const person = await this.personOf(username);
    const right = await this.passwords.matches(password, person?.passwordHash ?? null);
    const outcome = await this.changes.run(stranger, (change) =>
      this.count(change, nameKey(username), person, right),
    );
    if (outcome === 'refused') throw identityProblem('session.refused');
    if ('lockedUntil' in outcome) throw identityProblem('session.locked', { until: outcome.lockedUntil });
    const { id, name, unitId } = outcome.person;
    const known = { ...stranger, actor: { userId: id, name, unitId, grants: [] } };
    const [token, csrfToken] = [newSecret(), newSecret()];
    const opened = await this.changes.run(known, (change) =>
      this.open(change, outcome.person, token, csrfToken),
    );
    if (!opened) throw identityProblem('session.refused');
    return { token, session: presentSession(await accountOf(this.database, id), csrfToken) };
  }

  private async personOf(username: string): Promise<Person | undefined> {
    const [person]: Person[] = await this.database.query(
      `SELECT id, display_name AS name, unit_id AS "unitId", password_hash AS "passwordHash"
         FROM app_user WHERE lower(username) = lower($1) AND active`,
      [username],
    );
    return person;
  }

  /** Attempts at one name wait for each other, so that a hundred at once count as a hundred. */
  private async count(
    change: Change,
    name: Buffer,
    person: Person | undefined,
    right: boolean,
  ): Promise<Outcome> {
    const locked = await lockedUntil(change, name);
    if (locked) return { lockedUntil: showMoment(locked) };
    if (person && right) {
      await forgetFailures(change, name);
      return { person };
    }
    const nowLocked = await countFailure(change, name);
    const subject = person
      ? { subjectType: 'user', subjectId: person.id, unitId: person.unitId }
      : { subjectType: 'session', subjectId: uuidv7(), unitId: null };
    change.record({ act: 'session.refused', ...subject });
    if (nowLocked) change.record({ act: 'session.locked', ...subject });
    return 'refused';
  }

  /** False when the person left or got another password since it was compared. */
  private async open(change: Change, person: Person, token: string, csrfToken: string): Promise<boolean> {
    const expires = new Date(change.now.getTime() + this.config.SESSION_HOURS * 3_600_000);
    const opened: unknown[] = await change.manager.query(
      `INSERT INTO session (token_hash, user_id, csrf_token, created_at, expires_at)
       SELECT $1, id, $3, $4, $5 FROM app_user WHERE id = $2 AND active AND password_hash = $6 FOR SHARE
       RETURNING user_id`,
      [hashOf(token), person.id, csrfToken, change.now, expires, person.passwordHash],
    );
    if (opened.length === 0) return false;
    change.record({
      act: 'session.started',
      subjectType: 'user',
      subjectId: person.id,
      unitId: person.unitId,
    });
    return true;
  }
}
