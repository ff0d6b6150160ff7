import { purgeSignIns } from '../identity/identity.api';
import { relayOutbox } from '../platform/outbox/relay';
import type { RecurringJob } from '../platform/queue/timetable';
import {
  reconcileReminders,
  sweepLetters,
  sweepReminders,
  sweepWebhooks,
  writeDigests,
  writeReviews,
} from '../reminders/reminders.api';
import { createDutyTasks, sweepEvidence } from '../tasks/tasks.api';

/** Every recurring job. */
export const timetable: RecurringJob[] = [
  { job: relayOutbox, rhythm: { everySeconds: 2 } },
  { job: sweepReminders, rhythm: { everySeconds: 2 } },
  { job: sweepLetters, rhythm: { everySeconds: 2 } },
  { job: sweepWebhooks, rhythm: { everySeconds: 2 } },
  // Once a day and person, and for leaders once a week; the database knows who has had his.
  { job: writeDigests, rhythm: { everySeconds: 60 } },
  { job: writeReviews, rhythm: { everySeconds: 60 } },
  // Looks whether the night's derivation (from one o'clock on), or one that was asked for, is still to be done.
  { job: reconcileReminders, rhythm: { everySeconds: 30 } },
  // Makes the tasks of recurring duties whose day has come.
  { job: createDutyTasks, rhythm: { everySeconds: 30 } },
  { job: purgeSignIns, rhythm: { dailyAtHour: 3 } },
  { job: sweepEvidence, rhythm: { dailyAtHour: 4 } },
];
