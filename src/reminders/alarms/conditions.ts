import type { AlarmKind, Lot, Seen } from './alarm';
import type { Facts } from './facts';

/** null: all is well. undefined: it cannot be told while something else is wrong. */
export type Verdict = Seen | null | undefined;

const minutesAgo = (facts: Facts, minutes: number) => new Date(facts.now.getTime() - minutes * 60_000);

/** Begins when the oldest has waited for so long; once begun it lasts as long as any are late. */
function late(facts: Facts, lot: Lot, minutes: number, open: boolean): Verdict {
  if (lot.since === null || (!open && lot.since > minutesAgo(facts, minutes))) return null;
  return { count: lot.count, since: lot.since.toISOString() };
}

/** A daily job has thirty hours, one of every few seconds half an hour: a long derivation is no alarm. */
function patienceMinutes(periodSeconds: number): number {
  return Math.max(30, Math.min(10 * periodSeconds, periodSeconds + 6 * 3600) / 60);
}

const latest = (moments: Date[]) => new Date(Math.max(...moments.map((moment) => moment.getTime())));
const earliest = (moments: Date[]) => new Date(Math.min(...moments.map((moment) => moment.getTime())));

function workerSilentSince(facts: Facts): Date | null {
  const asked = facts.jobs.length > 0 ? latest(facts.jobs.map((job) => job.askedAt)) : facts.watchedSince;
  return asked < minutesAgo(facts, 3) ? asked : null;
}

/** When each alarm holds. `open`: it has begun already, and ends later than it would begin. */
export const conditions: Record<AlarmKind, (facts: Facts, open: boolean) => Verdict> = {
  queue_unreachable: ({ queue }) => (queue.reachable ? null : { count: null, since: null }),

  /** Nobody has asked for a recurring job for three minutes. A worker that waits for Redis asks for none. */
  worker_silent(facts) {
    if (!facts.queue.reachable) return undefined;
    const since = workerSilentSince(facts);
    return since && { count: null, since: since.toISOString() };
  },

  /** Asked for again and again, and it does not end well. */
  job_stuck(facts) {
    if (!facts.queue.reachable || workerSilentSince(facts)) return undefined;
    const stuck = facts.jobs.filter(
      (job) =>
        job.withoutEndSince < minutesAgo(facts, patienceMinutes(job.periodSeconds)) &&
        job.askedAt > minutesAgo(facts, job.periodSeconds / 60 + 10),
    );
    if (stuck.length === 0) return null;
    const since = earliest(stuck.map((job) => job.withoutEndSince)).toISOString();
    return { count: stuck.length, since, jobs: stuck.map((job) => job.name) };
  },

  /** Rows wait to be told, nothing is told, and the queue does not know of it. */
  plan_queue_disagree(facts) {
    const { queue, due } = facts;
    if (!queue.reachable || workerSilentSince(facts)) return undefined;
    if (due.takeable === 0 || facts.toldLately || queue.telling) return null;
    return { count: due.takeable, since: due.since!.toISOString() };
  },

  outbox_late: (facts, open) => late(facts, facts.outbox, 10, open),
  reminders_late: (facts, open) => late(facts, facts.due, 15, open),

  /** A morning's letters that leave at the pace of the mail server are not late; after four hours they are. */
  letters_late: (facts, open) =>
    late(facts, facts.letters, facts.letters.moving ? 240 : 30, open && !facts.letters.moving),
  webhooks_late: (facts, open) => late(facts, facts.webhooks, 30, open),

  dead_letters({ deadLastHour }, open) {
    return deadLastHour >= (open ? 3 : 10) ? { count: deadLastHour, since: null } : null;
  },
};
