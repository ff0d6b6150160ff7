import type { Day } from '../../platform/clock/day';
import type { TellingPreference } from '../preferences/preference';

/** Whom a telling reaches, and how he wants letters. */
export interface Person {
  id: string;
  name: string;
  /** Null: he is told in the inbox only. */
  email: string | null;
  letters: TellingPreference['letters'] | null;
  quietHours: TellingPreference['quietHours'];
  /** The last day of an absence that holds today. */
  awayUntil: Day | null;
  deputyId: string | null;
}

/** SQL: the person `me` of personJoins as a Person; `day` is an expression of today. */
export function personColumns(day: string): string {
  return `json_build_object('id', me.id, 'name', me.display_name, 'email', nullif(btrim(me.email, E' \\t\\r\\n'), ''), 'letters', own.letters,
    'quietHours', CASE WHEN own.quiet_from IS NOT NULL THEN json_build_object('from', own.quiet_from, 'to', own.quiet_to) END,
    'awayUntil', CASE WHEN ${day} BETWEEN own.absent_from AND own.absent_to THEN own.absent_to END, 'deputyId', own.deputy_id)`;
}

/** SQL: `id` is an expression of the person's id. */
export function personJoins(id: string): string {
  return `JOIN app_user me ON me.id = ${id} LEFT JOIN telling_preference own ON own.user_id = me.id`;
}
