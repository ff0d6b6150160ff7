import { dayOf, momentOf } from '../../platform/clock/day';
import { defaultChoice, dutyKinds, letterChoices, type LetterChoice } from '../preferences/letter-choices';
import { quietHoursLeft } from '../preferences/preference';
import type { NotificationKind } from '../reminder';
import type { Person } from './person';

export interface Route {
  mail: LetterChoice;
  /** A letter at once waits until then; null: it leaves as soon as it can. */
  notBefore: Date | null;
}

const HOUR = 3_600_000;

/** How a person wants to hear of this kind by mail. What duty forbids to switch off he has as everybody does, whatever his choices say. */
export function wishOf(
  { email, letters }: Pick<Person, 'email' | 'letters'>,
  kind: NotificationKind,
): LetterChoice {
  if (email === null) return 'none';
  const chosen = letters?.[kind];
  if (chosen === undefined || !letterChoices.includes(chosen)) return defaultChoice[kind];
  return chosen === 'none' && dutyKinds.includes(kind) ? defaultChoice[kind] : chosen;
}

/**
 * The way of one notification by mail. `lettersLeft` is what is left of the day's ceiling: beyond it the digest tells.
 * The inbox is told at once in any case; quiet hours only hold letters back.
 */
export function route(
  kind: NotificationKind,
  person: Pick<Person, 'email' | 'letters' | 'quietHours'>,
  lettersLeft: number,
  moment: Date,
): Route {
  const wish = wishOf(person, kind);
  if (wish !== 'at_once') return { mail: wish, notBefore: null };
  if (lettersLeft <= 0) return { mail: 'digest', notBefore: null };
  return { mail: 'at_once', notBefore: quietEnd(person.quietHours, moment) };
}

function quietEnd(quietHours: Person['quietHours'], moment: Date): Date | null {
  const today = dayOf(moment);
  const hour = Math.floor((moment.getTime() - momentOf(today).getTime()) / HOUR);
  const left = quietHoursLeft(quietHours, hour);
  return left === 0 ? null : momentOf(today, hour + left);
}
