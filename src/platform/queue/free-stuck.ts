import type { Queue } from 'bull';

const lists = ['wait', 'paused', 'active'];
const sets = ['delayed', 'completed', 'failed'];

/**
 * KEYS: the lists and sets above. ARGV: the prefix of job keys, '1' when a place among the active counts, the ids.
 * Bull asks for a job's state list by list: one that starts between two of its questions would look lost.
 */
const script = `
local suspects, any = {}, false
for i = 3, #ARGV do
  local key = ARGV[1] .. ARGV[i]
  if redis.call('EXISTS', key) == 1 and redis.call('EXISTS', key .. ':lock') == 0 then
    suspects[ARGV[i]] = key
    any = true
  end
end
if not any then return {} end
for list = 1, ARGV[2] == '1' and 3 or 2 do
  for _, id in ipairs(redis.call('LRANGE', KEYS[list], 0, -1)) do suspects[id] = nil end
end
local freed = {}
for id, key in pairs(suspects) do
  redis.call('LREM', KEYS[3], 0, id)
  for set = 4, 6 do redis.call('ZREM', KEYS[set], id) end
  redis.call('DEL', key, key .. ':logs')
  table.insert(freed, id)
end
return freed`;

/**
 * Frees the ids of jobs that can never run again: the job itself is there, so Bull silently ignores whoever asks for it
 * anew, but it waits in no list and no worker holds its lock. Returns the ids that were freed. A job that is among the
 * active without a lock is left to Bull's own check of stalled jobs, unless `alsoActive`.
 */
export async function freeStuck(queue: Queue, ids: string[], alsoActive = false): Promise<string[]> {
  if (ids.length === 0) return [];
  const keys = [...lists, ...sets].map((name) => queue.toKey(name));
  const mode = alsoActive ? '0' : '1';
  return (await queue.client.eval(script, keys.length, ...keys, queue.toKey(''), mode, ...ids)) as string[];
}
