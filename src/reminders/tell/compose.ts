import { showDay } from '../../platform/clock/day';
import type { Locale, Texts } from '../../platform/errors/problem';
import { bothLanguages, say } from '../messages/messages';
import type { NotificationKind, RuleKind } from '../reminder';
import { about, spoken } from './about';
import type { Distance } from './distance';
import type { Facts } from './facts';
import type { Person } from './person';
import { aboutWaiting } from './waiting';

export type { NotificationKind };

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
  | 'submission'
  | 'progress'
  | 'assignedOn'
>;

/** What is counted to the day of telling. */
export interface Counted {
  /** To the due date. */
  distance: Distance | null;
  /** Since something waits or is silent; of kinds that wait. */
  waited?: Distance | null;
  /** The absent person for whom the reader stands in. */
  onBehalfOf?: Pick<Person, 'name' | 'awayUntil'> | null;
}

export interface Composed {
  kind: NotificationKind;
  title: Texts;
  body: Texts;
}

/** The words of a notification, true on the day it is told however late that is. */
export function compose(facts: Said, counted: Counted): Composed {
  const kind = notificationKind(facts.kind, counted.distance);
  const title = bothLanguages((locale) => titleOf(locale, kind, facts, counted.onBehalfOf));
  const body = bothLanguages((locale) => lines(locale, facts, counted).join('\n'));
  return { kind, title, body };
}

function notificationKind(kind: RuleKind, distance: Distance | null): NotificationKind {
  if (kind !== 'deadline') return kind;
  if (!distance || distance.calendar > 0) return 'due_soon';
  return distance.calendar === 0 ? 'due_today' : 'overdue';
}

function titleOf(locale: Locale, kind: NotificationKind, facts: Said, absent: Counted['onBehalfOf']): string {
  const task = `${facts.code} – ${locale === 'en' ? (facts.titleEn ?? facts.titleVi) : facts.titleVi}`;
  const title = say(locale, `title.${kind}`, { task, ...spoken(locale, facts) });
  return (absent ? say(locale, 'title.on_behalf', { person: absent.name, title }) : title).replace(
    /\s+/g,
    ' ',
  );
}

function lines(locale: Locale, facts: Said, { distance, waited, onBehalfOf }: Counted): string[] {
  const task = locale === 'en' ? (facts.titleEn ?? facts.titleVi) : facts.titleVi;
  return [
    ...(onBehalfOf ? [sayStandIn(locale, onBehalfOf)] : []),
    ...about(locale, facts),
    ...aboutWaiting(locale, facts, waited ?? null),
    say(locale, 'line.task', { task: `${facts.code} – ${task}` }),
    facts.dueDate && distance
      ? say(locale, 'line.due', { day: showDay(facts.dueDate), distance: sayDistance(locale, distance) })
      : say(locale, 'line.no_due'),
    say(locale, 'line.unit', { unit: locale === 'en' ? facts.unitEn : facts.unitVi }),
    say(locale, 'line.responsible', { person: facts.responsible ?? say(locale, 'nobody') }),
  ];
}

function sayStandIn(locale: Locale, { name, awayUntil }: NonNullable<Counted['onBehalfOf']>): string {
  return say(locale, 'line.on_behalf', { person: name, day: awayUntil ? showDay(awayUntil) : '' });
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
