import { createHmac, timingSafeEqual } from 'node:crypto';

export type LetterOfMany = 'daily' | 'weekly';

const purposes: readonly LetterOfMany[] = ['daily', 'weekly'];

/** The address at which a person stops a kind of letter without signing in. */
export function unsubscriptionAddress(
  base: string,
  secretKey: string,
  kind: LetterOfMany,
  userId: string,
): string {
  const id = Buffer.from(userId.replaceAll('-', ''), 'hex');
  const token = Buffer.concat([id, seal(secretKey, kind, userId)]).toString('base64url');
  return `${base}/api/v1/digest-unsubscription/${token}`;
}

/** Whose token it is and what it stops; null when it is none of ours. */
export function readUnsubscription(
  secretKey: string,
  token: string,
): { userId: string; kind: LetterOfMany } | null {
  if (!/^[\w-]{64}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const userId = bytes
    .subarray(0, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const kind = purposes.find((each) => timingSafeEqual(seal(secretKey, each, userId), bytes.subarray(16)));
  return kind ? { userId, kind } : null;
}

/** It follows from the key alone: nothing is stored, and a new key ends every address. */
function seal(secretKey: string, kind: LetterOfMany, userId: string): Buffer {
  return createHmac('sha256', secretKey).update(`digest-unsubscription:${kind}:${userId}`).digest();
}
