/** What the rooms above may use: the recurring jobs. */
export { reconcileReminders } from './derive/reconcile';
export { sweepLetters } from './letters/send-letters';
export { sweepReminders } from './tell/sweep';
