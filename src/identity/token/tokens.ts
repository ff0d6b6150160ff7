import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { commonProblem } from '../../platform/errors/common-problems';
import { decodeCursor, toPage } from '../../platform/http/cursor';
import type { PageRequest } from '../../platform/http/fields';
import { identityProblem } from '../identity.problems';
import { hashOf, newSecret } from '../session/secrets';
import { presentToken, type NewToken, type TokenList, type TokenRow } from './token.presenter';
import type { CreateTokenRequest } from './token.requests';

const LIMIT = 50;
const DAY = 86_400_000;

/** Tokens for programs: each acts with the rights of the person who made it. */
@Injectable()
export class Tokens {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  /** The newest first. */
  async list(caller: Caller, page: PageRequest): Promise<TokenList> {
    const { userId } = caller.actor;
    const after = page.cursor === undefined ? null : decodeCursor(page.cursor, 1)[0];
    const rows: TokenRow[] = await this.database.query(
      `SELECT id, name, created_at, expires_at, revoked_at FROM api_token
        WHERE user_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [userId, after, page.limit + 1],
    );
    return toPage(rows, page.limit, ({ id }) => [id], presentToken, await this.countFor(userId, page));
  }

  private async countFor(userId: string | null, page: PageRequest): Promise<number | undefined> {
    if (!page.count) return undefined;
    const [{ count }]: { count: number }[] = await this.database.query(
      'SELECT count(*) FROM api_token WHERE user_id = $1',
      [userId],
    );
    return count;
  }

  async create(caller: Caller, { name, expiresInDays }: CreateTokenRequest): Promise<NewToken> {
    const { userId, unitId } = caller.actor;
    const token = `par_${newSecret()}`;
    const id = uuidv7();
    const made = await this.changes.run(caller, async (change) => {
      // One person's tokens are made one after the other, so that the limit holds.
      await change.manager.query('SELECT 1 FROM app_user WHERE id = $1 FOR NO KEY UPDATE', [userId]);
      const [{ valid }]: { valid: number }[] = await change.manager.query(
        `SELECT count(*) AS valid FROM api_token WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > $2`,
        [userId, change.now],
      );
      if (valid >= LIMIT) throw identityProblem('token.too_many', { limit: LIMIT });
      const [row]: TokenRow[] = await change.manager.query(
        `INSERT INTO api_token (id, token_hash, user_id, name, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
         RETURNING id, name, created_at, expires_at, revoked_at`,
        [id, hashOf(token), userId, name, change.now, new Date(change.now.getTime() + expiresInDays * DAY)],
      );
      const changes = { name: [null, name], expiresAt: [null, row.expires_at] } as Record<
        string,
        [null, unknown]
      >;
      change.record({ act: 'token.created', subjectType: 'user', subjectId: userId!, unitId, changes });
      return presentToken(row);
    });
    // An answer repeated for its Idempotency-Key is of the first token, whose secret is kept nowhere.
    if (made.id !== id) throw identityProblem('token.shown_once');
    return { ...made, token };
  }

  async revoke(caller: Caller, id: string): Promise<void> {
    const { userId, unitId } = caller.actor;
    await this.changes.run(caller, async (change) => {
      const [[revoked]]: [{ name: string }[], number] = await change.manager.query(
        'UPDATE api_token SET revoked_at = coalesce(revoked_at, $3) WHERE id = $1 AND user_id = $2 RETURNING name',
        [id, userId, change.now],
      );
      if (!revoked) throw commonProblem('not_found');
      const changes = { name: [revoked.name, null] } as Record<string, [unknown, null]>;
      change.record({ act: 'token.revoked', subjectType: 'user', subjectId: userId!, unitId, changes });
      return null;
    });
  }
}
