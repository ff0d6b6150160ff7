import { DateTime } from 'luxon';
import type { Change } from '../../platform/change/change';
import { TIME_ZONE } from '../../platform/clock/day';
import { hashOf } from './secrets';

const FAILURES = 5;
const MINUTES = 15;

/** Failures are counted by the name as typed, upper and lower case alike. */
export function nameKey(username: string): Buffer {
  return hashOf(username.toLowerCase());
}

/** Takes this name's turn until the end of the transaction, and tells until when it is locked, if it is. */
export async function lockedUntil(change: Change, name: Buffer): Promise<Date | null> {
  await change.manager.query('SELECT pg_advisory_xact_lock($1)', [name.readBigInt64BE().toString()]);
  const [row]: { until: Date }[] = await change.manager.query(
    'SELECT locked_until AS until FROM sign_in_failure WHERE username_hash = $1 AND locked_until > $2',
    [name, change.now],
  );
  return row?.until ?? null;
}

/** True when this failure was the last one allowed. */
export async function countFailure(change: Change, name: Buffer): Promise<boolean> {
  const [{ failures }]: { failures: number }[] = await change.manager.query(
    `INSERT INTO sign_in_failure AS f (username_hash, failures, last_at) VALUES ($1, 1, $2)
     ON CONFLICT (username_hash) DO UPDATE SET failures = f.failures + 1, last_at = $2, locked_until = NULL
     RETURNING failures`,
    [name, change.now],
  );
  if (failures < FAILURES) return false;
  await change.manager.query(
    'UPDATE sign_in_failure SET failures = 0, locked_until = $2 WHERE username_hash = $1',
    [name, new Date(change.now.getTime() + MINUTES * 60_000)],
  );
  return true;
}

export async function forgetFailures(change: Change, name: Buffer): Promise<void> {
  await change.manager.query('DELETE FROM sign_in_failure WHERE username_hash = $1', [name]);
}

export function showMoment(moment: Date): string {
  return DateTime.fromJSDate(moment, { zone: TIME_ZONE }).toFormat('HH:mm dd/MM/yyyy');
}
