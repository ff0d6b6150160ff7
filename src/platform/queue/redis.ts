import Redis, { type RedisOptions } from 'ioredis';

/** Bull's blocking connections must wait for ever rather than fail a command (Bull's own rule). */
export function redisOptions(): RedisOptions {
  return {
    maxRetriesPerRequest: null,
    enableReadyCheck: false,
    retryStrategy: (times) => Math.min(times * 200, 5_000),
  };
}

/** A Redis that evicts keys would drop jobs silently, so such a server is refused at start. */
export async function refuseEvictingRedis(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const memory = await redis.info('memory');
    const policy = /maxmemory_policy:(\S+)/.exec(memory)?.[1] ?? 'unknown';
    if (policy !== 'noeviction') {
      throw new Error(
        `Redis may drop jobs (maxmemory-policy is ${policy}). Set it with: redis-cli config set maxmemory-policy noeviction`,
      );
    }
  } finally {
    redis.disconnect();
  }
}
