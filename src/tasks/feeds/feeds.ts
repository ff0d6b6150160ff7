import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { hashOf, newSecret } from '../../identity/identity.api';
import type { Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { Config } from '../../platform/config/config';
import { commonProblem } from '../../platform/errors/common-problems';
import type { FieldChanges } from '../../platform/journal/journal';
import { presentFeed, type FeedItem, type FeedRow, type NewFeed } from './feed.presenter';
import { feedProblem } from './feed.problems';

/** Live feeds of one person: a telephone, a computer and some to spare. */
const LIMIT = 5;

const columns = 'id, name, created_at AS "createdAt", read_on AS "readOn"';

/** Private addresses at which calendars read a person's deadlines. Of a secret only its hash is kept. */
@Injectable()
export class Feeds {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
    private readonly config: Config,
  ) {}

  /** The person's live feeds, at most five, the newest first. */
  async mine({ actor }: Caller): Promise<FeedItem[]> {
    const rows: FeedRow[] = await this.dataSource.query(
      `SELECT ${columns} FROM deadline_feed WHERE user_id = $1 AND revoked_at IS NULL ORDER BY id DESC`,
      [actor.userId],
    );
    return rows.map(presentFeed);
  }

  async create(caller: Caller, name: string): Promise<NewFeed> {
    const { userId, unitId } = caller.actor;
    const [id, secret] = [uuidv7(), newSecret()];
    const made = await this.changes.run(caller, async (change) => {
      // One person's feeds are made one after the other, so that the limit holds.
      await change.manager.query('SELECT 1 FROM app_user WHERE id = $1 FOR NO KEY UPDATE', [userId]);
      const [{ live }]: { live: number }[] = await change.manager.query(
        'SELECT count(*) AS live FROM deadline_feed WHERE user_id = $1 AND revoked_at IS NULL',
        [userId],
      );
      if (live >= LIMIT) throw feedProblem('feed.too_many', { limit: LIMIT });
      const [row]: FeedRow[] = await change.manager.query(
        `INSERT INTO deadline_feed (id, user_id, name, secret_hash, created_at) VALUES ($1, $2, $3, $4, $5) RETURNING ${columns}`,
        [id, userId, name, hashOf(secret), change.now],
      );
      const changes: FieldChanges = { name: [null, name] };
      change.record({ act: 'feed.created', subjectType: 'user', subjectId: userId!, unitId, changes });
      return presentFeed(row);
    });
    // An answer repeated for its Idempotency-Key is of the first feed, whose secret is kept nowhere.
    if (made.id !== id) throw feedProblem('feed.shown_once');
    const base = this.config.PUBLIC_URL.replace(/\/+$/, '');
    return { ...made, url: `${base}/api/v1/deadline-feeds/${secret}.ics` };
  }

  /** From the next request on the address answers like one that never was. Revoking again changes nothing. */
  async revoke(caller: Caller, id: string): Promise<void> {
    const { userId, unitId } = caller.actor;
    await this.changes.run(caller, async (change) => {
      const [feed]: { name: string; revokedAt: Date | null }[] = await change.manager.query(
        'SELECT name, revoked_at AS "revokedAt" FROM deadline_feed WHERE id = $1 AND user_id = $2 FOR UPDATE',
        [id, userId],
      );
      if (!feed) throw commonProblem('not_found');
      if (feed.revokedAt) return null;
      await change.manager.query('UPDATE deadline_feed SET revoked_at = $2 WHERE id = $1', [id, change.now]);
      const changes: FieldChanges = { name: [feed.name, null] };
      change.record({ act: 'feed.revoked', subjectType: 'user', subjectId: userId!, unitId, changes });
      return null;
    });
  }
}
