import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../platform/config/config';

/** Where a generated password is kept, readable by the owner only. */
export function samplePasswordFile(config: Config): string {
  return join(config.DATA_DIR, 'sample-password.txt');
}

/** The password of all sample sign-ins: SAMPLE_PASSWORD, or else one generated at the first start and kept. */
export function samplePassword(config: Config): { password: string; generated: boolean } {
  if (config.SAMPLE_PASSWORD) return { password: config.SAMPLE_PASSWORD, generated: false };
  const file = samplePasswordFile(config);
  if (existsSync(file)) return { password: readFileSync(file, 'utf8').trim(), generated: false };
  const password = randomBytes(9).toString('base64url');
  mkdirSync(config.DATA_DIR, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return { password, generated: true };
}
