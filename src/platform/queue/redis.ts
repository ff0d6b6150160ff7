import Redis, { type RedisOptions } from 'ioredis';
import { ConfigError } from '../config/config';

/**
 * Bull's blocking connections must wait for ever rather than fail a command (Bull's own rule). But a server that answers
 * nothing for so long has vanished (Bull asks for an answer every five seconds): without this a worker behind a dead
 * connection is deaf until the system notices, which takes it hours.
 */
export function redisOptions(): RedisOptions {
  return {
    maxRetriesPerRequest: null,
    enableReadyCheck: false,
    socketTimeout: 15_000,
    retryStrategy: (times) => Math.min(times * 200, 5_000),
  };
}

/** A Redis that evicts keys would drop jobs silently, so such a server is refused at start, in words. */
export async function refuseEvictingRedis(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null });
  let reason: Error | undefined;
  redis.on('error', (error: Error) => (reason ??= error));
  try {
    await redis.connect();
    const memory = await redis.info('memory');
    const policy = /maxmemory_policy:(\S+)/.exec(memory)?.[1] ?? 'unknown';
    if (policy !== 'noeviction') {
      throw new ConfigError(
        `Redis may drop jobs (maxmemory-policy is ${policy}). Set it with: redis-cli config set maxmemory-policy noeviction`,
      );
    }
  } catch (error) {
    // What ioredis rejects with says only that the connection is closed.
    const cause = reason ?? (error as Error);
    if (/^(NOAUTH|WRONGPASS)/.test(cause.message)) {
      throw new ConfigError('Redis refuses the user or password in REDIS_URL.');
    }
    throw cause;
  } finally {
    redis.disconnect();
  }
}
