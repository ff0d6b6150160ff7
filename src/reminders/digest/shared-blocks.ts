import { showDay, type Day } from '../../platform/clock/day';
import type { Locale, Texts } from '../../platform/errors/problem';
import { say } from '../messages/messages';

/** A task as any letter of many shows it. */
export interface ShownTask {
  code: string;
  title: Texts;
  unit: Texts;
  responsible: string | null;
  dueDate: Day | null;
  distance: { calendar: number; working: number | null } | null;
  points: number | null;
}

export function titleOf(locale: Locale, { code, title }: Pick<ShownTask, 'code' | 'title'>): string {
  return `${code} – ${title[locale]}`.replace(/\s+/g, ' ');
}

/** When it is due and what it costs; then whose it is. */
export function linesOf(locale: Locale, task: ShownTask, more: string[] = []): string[][] {
  const due = task.dueDate
    ? [say(locale, 'digest.due', { day: showDay(task.dueDate) }), sayDistance(locale, task.distance!)]
    : [say(locale, 'digest.no_due')];
  const points = task.points
    ? [say(locale, 'digest.points', { points: sayNumber(locale, task.points) })]
    : [];
  const person = task.responsible ?? say(locale, 'nobody');
  return [
    [...due, ...points, ...more],
    [task.unit[locale], say(locale, 'digest.responsible', { person })],
  ];
}

/** "quá hạn 5 ngày, trong đó 3 ngày làm việc"; working days are left out where no calendar is known. */
export function sayDistance(
  locale: Locale,
  { calendar, working }: NonNullable<ShownTask['distance']>,
): string {
  if (calendar === 0) return say(locale, 'distance.today');
  const side = calendar > 0 ? 'distance.left' : 'distance.late';
  const days = Math.abs(calendar);
  if (working === null) return say(locale, side, { days });
  return say(locale, `${side}_working`, { days, working: Math.abs(working) });
}

/** With the decimal sign of the language: 1,25 or 1.25; at least so many decimals. */
export function sayNumber(locale: Locale, number: number, decimals = 0): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en', digits).format(number);
}
