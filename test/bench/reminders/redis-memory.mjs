// How much Redis holds while something runs.
import Redis from 'ioredis';

/** Looks every 100 ms until `end()`, which gives the most keys and how much the memory grew, in megabytes. */
export async function watchRedis(url) {
  const redis = new Redis(url);
  const bytes = async () => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))[1]);
  const before = await bytes();
  let [most, keys, watching] = [before, 0, true];
  const watch = (async () => {
    while (watching) {
      most = Math.max(most, await bytes());
      keys = Math.max(keys, await redis.dbsize());
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  return {
    async end() {
      watching = false;
      await watch;
      redis.disconnect();
      return { megabytes: (most - before) / 1024 ** 2, keys };
    },
  };
}
