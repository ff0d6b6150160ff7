import 'reflect-metadata';
import { RedisServer } from '../../../test/support/redis-server';
import { ConfigError } from '../config/config';
import { refuseEvictingRedis } from './redis';

describe('the Redis that a process starts with', () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await RedisServer.start('--maxmemory', '10mb', '--maxmemory-policy', 'allkeys-lru');
  });

  afterAll(() => redis.end());

  it('is refused when it may evict jobs, with the command that mends it; after the command it is accepted', async () => {
    const refusal = await refuseEvictingRedis(redis.url).catch((error: Error) => error);
    expect(refusal).toBeInstanceOf(ConfigError);
    expect(String(refusal)).toContain('allkeys-lru');
    const [, command] = /redis-cli (config set maxmemory-policy \S+)$/.exec(String(refusal))!;
    const [name, ...values] = command.split(' ');
    await redis.command(name, ...values);
    await expect(refuseEvictingRedis(redis.url)).resolves.toBeUndefined();
  });

  it('is refused when it may evict only the keys that expire', async () => {
    await redis.command('config', 'set', 'maxmemory-policy', 'volatile-ttl');
    await expect(refuseEvictingRedis(redis.url)).rejects.toThrow('volatile-ttl');
  });

  it('is refused when it wants another password', async () => {
    await redis.command('config', 'set', 'maxmemory-policy', 'noeviction');
    await redis.command('acl', 'setuser', 'par', 'on', '>right', '+@all', '~*');
    const url = (password: string) => redis.url.replace('//', `//par:${password}@`);
    await expect(refuseEvictingRedis(url('right'))).resolves.toBeUndefined();
    const refusal = await refuseEvictingRedis(url('wrong')).catch((error: Error) => error);
    expect(refusal).toBeInstanceOf(ConfigError);
    expect((refusal as Error).message).toBe('Redis refuses the user or password in REDIS_URL.');
  });

  it('is not waited for when nobody answers', async () => {
    await redis.end();
    await expect(refuseEvictingRedis(redis.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
