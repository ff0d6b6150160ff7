/** What the rooms above may use: the recurring jobs; and what the reports bring to letters of many. */
export { reconcileReminders } from './derive/reconcile';
export { sweepLetters } from './letters/send-letters';
export { sweepWebhooks } from './webhooks/send-webhooks';
export { sweepReminders } from './tell/sweep';
export { Review } from './digest/review';
export { Stakes } from './digest/stakes';
export type { ReviewList, ReviewTask, ReviewUnit, WeeklyReview } from './digest/weekly-content';
export { writeDigests } from './digest/write-digests';
export { writeReviews } from './digest/write-reviews';
