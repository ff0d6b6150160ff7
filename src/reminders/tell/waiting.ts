import { showDay, type Day } from '../../platform/clock/day';
import type { Locale } from '../../platform/errors/problem';
import { say } from '../messages/messages';
import { beginning } from './about';
import type { Distance } from './distance';
import type { Facts } from './facts';

type Waits = Pick<Facts, 'kind' | 'extension' | 'submission' | 'progress' | 'assignedOn'>;

/** Characters of a progress report in a telling of the silence since. */
const REPORTED = 500;

/** The day since which it waits or is silent; null of kinds that do not wait. */
export function waitingSince({ kind, extension, submission, progress, assignedOn }: Waits): Day | null {
  if (kind === 'acceptance_waits') return submission?.on ?? null;
  if (kind === 'decision_waits') return extension?.on ?? null;
  return kind === 'no_progress' ? (progress?.on ?? submission?.returnedOn ?? assignedOn) : null;
}

/** Since when it waits, and for whom or after what. */
export function aboutWaiting(locale: Locale, facts: Waits, waited: Distance | null): string[] {
  const since = waitingSince(facts);
  if (since === null) return [];
  const words = { day: showDay(since), passed: waited ? sayPassed(locale, waited) : '' };
  switch (facts.kind) {
    case 'acceptance_waits':
      return [
        say(locale, 'line.acceptance_waits', words),
        ...by(locale, 'line.submitted_by', facts.submission?.by),
      ];
    case 'decision_waits':
      return [
        say(locale, 'line.decision_waits', words),
        ...by(locale, 'line.requested_by', facts.extension?.by),
      ];
    default:
      return aboutSilence(locale, facts, words);
  }
}

function aboutSilence(
  locale: Locale,
  { progress, submission }: Waits,
  words: { day: string; passed: string },
): string[] {
  if (!progress) {
    return [say(locale, submission ? 'line.silent_since_return' : 'line.silent_since_assigned', words)];
  }
  return [
    say(locale, 'line.silent_since_progress', { ...words, percent: progress.percent }),
    ...(progress.done ? [say(locale, 'line.last_done', { text: beginning(progress.done, REPORTED) })] : []),
    ...by(locale, 'line.reported_by', progress.by),
  ];
}

function by(
  locale: Locale,
  key: 'line.submitted_by' | 'line.requested_by' | 'line.reported_by',
  person?: string | null,
): string[] {
  return person ? [say(locale, key, { person })] : [];
}

function sayPassed(locale: Locale, { calendar, working }: Distance): string {
  const days = Math.abs(calendar);
  if (working === null) return say(locale, 'distance.passed', { days });
  return say(locale, 'distance.passed_working', { days, working: Math.abs(working) });
}
