import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from './problem.mjs';

/** SECRET_KEY of the environment, or the one kept under DATA_DIR, which is made at the first start. */
export function secretKey(dataDir, { SECRET_KEY } = process.env) {
  if (SECRET_KEY) return SECRET_KEY;
  const file = join(dataDir, 'secret-key');
  if (!existsSync(file)) make(file);
  const key = readFileSync(file, 'utf8').trim();
  if (key.length < 32)
    throw new Problem(
      `${file} holds no usable key. Restore it from a backup, or delete it to have a new one made: webhooks then need new secrets.`,
    );
  return key;
}

/** Of two that begin at once, one key stands, whole, and both read it. */
function make(file) {
  const draft = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
