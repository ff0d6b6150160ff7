import type { Outcome } from '../sending/outcome';
import type { PostAnswer } from './post';

/** The longest that a receiver may ask to be left alone, in seconds. */
const LEAVE_AT_MOST = 3600;
const GONE = 410;
const TOO_MANY = 429;

/** 2xx: taken. 410: the receiver wants nothing any more. 429 and 5xx: it cannot now, whatever it is sent. Others: not this. */
export function outcomeOf({ status, text, retryAfter }: PostAnswer, now: Date): Outcome & { gone?: true } {
  const answer = `HTTP ${status} ${text}`.trim();
  if (status >= 200 && status < 300) return { end: 'sent', answer };
  if (status === GONE) return { end: 'failed', answer, gone: true };
  if (status === TOO_MANY || status >= 500)
    return { end: 'again', answer, outletDown: true, leaveFor: secondsOf(retryAfter, now) };
  if (status >= 300 && status < 400)
    return { end: 'again', answer: `HTTP ${status}: redirects are not followed` };
  return { end: 'again', answer };
}

/** Retry-After as seconds or as a date; 0 where there is none. */
function secondsOf(retryAfter: string | null, now: Date): number {
  if (!retryAfter) return 0;
  const seconds = /^\d{1,9}$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - now.getTime()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), LEAVE_AT_MOST) : 0;
}
