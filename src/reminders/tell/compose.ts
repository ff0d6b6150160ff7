import { showDay } from '../../platform/clock/day';
import type { Locale, Texts } from '../../platform/errors/problem';
import { bothLanguages, say } from '../messages/messages';
import type { RuleKind } from '../reminder';
import { about, spoken } from './about';
import type { Distance } from './distance';
import type { Facts } from './facts';

export type NotificationKind = Exclude<RuleKind, 'deadline'> | 'due_soon' | 'due_today' | 'overdue' | 'alarm';

type Said = Pick<
  Facts,
  | 'kind'
  | 'code'
  | 'titleVi'
  | 'titleEn'
  | 'unitVi'
  | 'unitEn'
  | 'dueDate'
  | 'responsible'
  | 'extension'
  | 'direction'
  | 'comment'
>;

/** The words of a notification, true on the day it is told however late that is. */
export function compose(
  facts: Said,
  distance: Distance | null,
): { kind: NotificationKind; title: Texts; body: Texts } {
  const kind = notificationKind(facts.kind, distance);
  const title = bothLanguages((locale) => {
    const task = locale === 'en' ? (facts.titleEn ?? facts.titleVi) : facts.titleVi;
    return say(locale, `title.${kind}`, {
      task: `${facts.code} – ${task}`,
      ...spoken(locale, facts),
    }).replace(/\s+/g, ' ');
  });
  const body = bothLanguages((locale) => lines(locale, facts, distance).join('\n'));
  return { kind, title, body };
}

function notificationKind(kind: RuleKind, distance: Distance | null): NotificationKind {
  if (kind !== 'deadline') return kind;
  if (!distance || distance.calendar > 0) return 'due_soon';
  return distance.calendar === 0 ? 'due_today' : 'overdue';
}

function lines(locale: Locale, facts: Said, distance: Distance | null): string[] {
  const task = locale === 'en' ? (facts.titleEn ?? facts.titleVi) : facts.titleVi;
  return [
    ...about(locale, facts),
    say(locale, 'line.task', { task: `${facts.code} – ${task}` }),
    facts.dueDate && distance
      ? say(locale, 'line.due', { day: showDay(facts.dueDate), distance: sayDistance(locale, distance) })
      : say(locale, 'line.no_due'),
    say(locale, 'line.unit', { unit: locale === 'en' ? facts.unitEn : facts.unitVi }),
    say(locale, 'line.responsible', { person: facts.responsible ?? say(locale, 'nobody') }),
  ];
}

/** "còn 5 ngày, trong đó 3 ngày làm việc"; working days are left out where no calendar is known. */
function sayDistance(locale: Locale, { calendar, working }: Distance): string {
  if (calendar === 0) return say(locale, 'distance.today');
  const [left, days] = [calendar > 0, Math.abs(calendar)];
  if (working === null) return say(locale, left ? 'distance.left' : 'distance.late', { days });
  return say(locale, left ? 'distance.left_working' : 'distance.late_working', {
    days,
    working: Math.abs(working),
  });
}
