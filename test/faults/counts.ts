import Redis from 'ioredis';
import type { Config } from '../../src/platform/config/config';
import type { Stage } from './stage';

/** What the rows and the mail server say at one moment. */
export interface Counts {
  /** Events that nobody has taken yet. */
  undelivered: number;
  rows: number;
  told: number;
  notifications: number;
  /** Letters that were taken in hand at least once and are not noted as sent. */
  inHand: number;
  sent: number;
  letters: number;
  /** By the mail server: letters it took, letters whose DATA began. */
  taken: number;
  begun: number;
}

export async function counts({ scene, mail }: Stage): Promise<Counts> {
  const [rows] = await scene.database.query(`
    SELECT (SELECT count(*)::int FROM outbox WHERE delivered_at IS NULL) AS undelivered,
           (SELECT count(*)::int FROM reminder r JOIN reminder_rule rule ON rule.id = r.rule_id WHERE rule.kind = 'assigned') AS rows,
           (SELECT count(*)::int FROM reminder WHERE told_at IS NOT NULL) AS told,
           (SELECT count(*)::int FROM notification) AS notifications,
           (SELECT count(*)::int FROM delivery WHERE channel = 'mail' AND attempts > 0 AND sent_at IS NULL) AS "inHand",
           (SELECT count(*)::int FROM delivery WHERE channel = 'mail' AND sent_at IS NOT NULL) AS sent,
           (SELECT count(*)::int FROM delivery WHERE channel = 'mail') AS letters`);
  return { ...rows, taken: mail.taken.length, begun: mail.begun };
}

/** What FLUSHALL does to this installation; others may share the server. */
export async function forgetQueue(config: Config): Promise<void> {
  const redis = new Redis(config.REDIS_URL, { retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.eval(
      `for _, key in ipairs(redis.call('keys', ARGV[1])) do redis.call('del', key) end`,
      0,
      `${config.REDIS_PREFIX}*`,
    );
  } catch {
    // A Redis of the test's own is gone already.
  } finally {
    redis.disconnect();
  }
}
