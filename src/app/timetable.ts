import { relayOutbox } from '../platform/outbox/relay';
import type { RecurringJob } from '../platform/queue/timetable';

/** Every recurring job. */
export const timetable: RecurringJob[] = [{ job: relayOutbox, rhythm: { everySeconds: 2 } }];
