import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditVerificationAnswer, BrokenEntry } from './audit-verification.presenter';

/**
 * Recomputes every hash and compares each chain's end with its recorded length and head, in one statement and so
 * in one snapshot. What this cannot see: an owner of the database who rewrites a chain and its head alike.
 */
const verification = `
WITH linked AS (
  SELECT e.id, e.chain, e.position, lag(e.position, 1, 0::bigint) OVER w + 1 AS expected,
         e.hash IS DISTINCT FROM journal_hash(lag(e.hash, 1, '\\x'::bytea) OVER w, e) AS changed
    FROM journal_entry e
  WINDOW w AS (PARTITION BY e.chain ORDER BY e.position)
), last AS (
  SELECT DISTINCT ON (chain) id, chain, position, hash FROM journal_entry ORDER BY chain, position DESC
), fault AS (
  SELECT CASE WHEN position <= expected THEN id END AS id, chain, least(position, expected) AS position,
         CASE WHEN position > expected THEN 'missing' ELSE 'changed' END AS reason
    FROM linked WHERE changed OR position <> expected
  UNION ALL
  SELECT CASE WHEN coalesce(c.length, 0) <= l.position THEN l.id END, coalesce(c.id, l.chain),
         CASE WHEN c.length > coalesce(l.position, 0) THEN coalesce(l.position, 0) + 1 ELSE coalesce(l.position, 0) END,
         CASE WHEN c.length > coalesce(l.position, 0) THEN 'missing' WHEN c.length = l.position THEN 'changed' ELSE 'added' END
    FROM journal_chain c FULL JOIN last l ON l.chain = c.id
   WHERE coalesce(c.length, 0) <> coalesce(l.position, 0) OR coalesce(c.head, '\\x') <> coalesce(l.hash, '\\x')
)
SELECT (SELECT count(*) FROM journal_entry) AS entries, (SELECT count(*) FROM journal_chain) AS chains,
       (SELECT to_jsonb(f) FROM fault f ORDER BY f.chain, f.position LIMIT 1) AS broken`;

@Injectable()
export class AuditVerification {
  constructor(private readonly dataSource: DataSource) {}

  async verify(now: Date): Promise<AuditVerificationAnswer> {
    const [{ entries, chains, broken }]: { entries: number; chains: number; broken: BrokenEntry | null }[] =
      await this.dataSource.query(verification);
    return { ok: broken === null, entries, chains, verifiedAt: now.toISOString(), firstBroken: broken };
  }
}
