/** What the rooms above may use: the recurring jobs, and the reconcile for whoever loads data without events. */
export { askForReconcile, reconcileReminders } from './derive/reconcile';
export { sweepLetters } from './letters/send-letters';
export { sweepReminders } from './tell/sweep';
