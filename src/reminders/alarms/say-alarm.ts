import { dayOf, showDay } from '../../platform/clock/day';
import type { Texts } from '../../platform/errors/problem';
import { bothLanguages, say } from '../messages/messages';
import type { AlarmKind, Seen } from './alarm';
import { alarmWords } from './alarm-words';

const lines = {
  over: { vi: 'Cảnh báo đã hết: {what}', en: 'Alarm over: {what}' },
  count: { vi: 'Số lượng: {count}', en: 'How many: {count}' },
  jobs: { vi: 'Việc: {jobs}', en: 'Jobs: {jobs}' },
  since: { vi: 'Từ lúc: {since}', en: 'Since: {since}' },
  until: { vi: 'Đến lúc: {until}', en: 'Until: {until}' },
  next: { vi: 'Cần làm: {next}', en: 'What to do: {next}' },
} satisfies Record<string, Texts>;

const fill = (text: string, values: Record<string, unknown>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

/** What administrators are told when it begins. */
export function begun(
  kind: AlarmKind,
  seen: Seen,
  since: Date,
  board: string,
): { title: Texts; body: Texts } {
  const { what, next } = alarmWords[kind];
  return {
    title: bothLanguages((locale) => say(locale, 'title.alarm', { task: what[locale] })),
    body: bothLanguages((locale) =>
      [
        fill(lines.since[locale], { since: moment(since) }),
        ...(seen.count === null ? [] : [fill(lines.count[locale], seen as never)]),
        ...(seen.jobs ? [fill(lines.jobs[locale], { jobs: seen.jobs.join(', ') })] : []),
        fill(lines.next[locale], { next: fill(next[locale], { board }) }),
      ].join('\n'),
    ),
  };
}

/** What they find in their inbox when it is over. */
export function over(kind: AlarmKind, since: Date, until: Date): { title: Texts; body: Texts } {
  return {
    title: bothLanguages((locale) => fill(lines.over[locale], { what: alarmWords[kind].what[locale] })),
    body: bothLanguages((locale) =>
      [
        fill(lines.since[locale], { since: moment(since) }),
        fill(lines.until[locale], { until: moment(until) }),
      ].join('\n'),
    ),
  };
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
});

/** For example "14:05, 23/11/2026". */
function moment(at: Date): string {
  return `${clock.format(at)}, ${showDay(dayOf(at))}`;
}
