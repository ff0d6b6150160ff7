import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const DATA_DIR = resolve(ROOT, process.env.DATA_DIR || '.data');
export const REDIS_CACHE = join(ROOT, '.cache/redis');
