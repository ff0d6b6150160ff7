import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Changes } from '../../platform/change/changes';
import { Config } from '../../platform/config/config';
import { Notices } from '../../platform/database/notices';

/** Somebody who is signed in, until when, and the token that a browser's changes must carry. */
export interface SignedIn {
  actor: Actor;
  csrfToken: string | null;
  expiresAt: Date;
}

const MOST = 10_000;

/**
 * Keeps who is signed in from one request to the next, as long as PostgreSQL is known to tell of every change to it:
 * the triggers of migration 14 notify of ended sessions, revoked tokens, changed people, roles and units (decision 0028).
 */
@Injectable()
export class SignInCache implements OnApplicationShutdown {
  private readonly kept = new Map<string, SignedIn>();
  private readonly notices?: Notices;
  private changes = 0;

  constructor(config: Config, changes: Changes) {
    if (config.SIGN_IN_CACHE === 'off') return;
    this.notices = new Notices(config.DATABASE_URL, 'signed_in', () => this.forget());
    // A change made in this very process counts before its answer is sent.
    changes.onCommit((entries) => {
      if (entries.some(({ subjectType }) => subjectType === 'user' || subjectType === 'unit')) this.forget();
    });
  }

  /** Who holds the secret with this hash; `read` asks PostgreSQL. What nobody holds is asked for each time. */
  async find(
    hash: Buffer,
    now: Date,
    read: () => Promise<SignedIn | undefined>,
  ): Promise<SignedIn | undefined> {
    if (!this.notices?.arrive()) return read();
    const key = hash.toString('latin1');
    const known = this.kept.get(key);
    if (known && known.expiresAt > now) return known;
    const before = this.changes;
    const found = await read();
    // What was read while something changed may be what it was before.
    if (found && before === this.changes && this.notices.arrive()) this.keep(key, found);
    return found;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.notices?.close();
  }

  private keep(key: string, found: SignedIn): void {
    if (this.kept.size >= MOST) this.kept.clear();
    this.kept.set(key, found);
  }

  private forget(): void {
    this.changes += 1;
    this.kept.clear();
  }
}
