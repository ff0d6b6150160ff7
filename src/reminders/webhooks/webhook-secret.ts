import { createHmac } from 'node:crypto';
import { webhookProblem } from './webhooks.problems';

/** What a webhook's secret follows from, beside SECRET_KEY. */
export interface SecretOwner {
  id: string;
  secretRevision: number;
}

/** The secret that a webhook and its receiver share: always worked out, stored nowhere. */
export function secretOf(secretKey: string, { id, secretRevision }: SecretOwner): string {
  return createHmac('sha256', secretKey).update(`webhook:${id}:${secretRevision}`).digest('base64url');
}

export function requireSecretKey({ SECRET_KEY }: { SECRET_KEY?: string }): string {
  if (!SECRET_KEY) throw webhookProblem('webhook.secret_key_missing');
  return SECRET_KEY;
}

/** Headers by which a receiver knows that `body` comes from us, now, unchanged. docs/webhooks.md tells receivers. */
export function signatureHeaders(
  secret: string,
  id: string,
  body: string,
  now: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return { 'x-par-id': id, 'x-par-timestamp': timestamp, 'x-par-signature': `v1=${signature}` };
}
