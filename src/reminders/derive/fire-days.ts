import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, yearOf, type Day } from '../../platform/clock/day';
import type { RuleKind } from '../reminder';
import { KnownCalendar, whereKnown } from './known-calendar';

/** The day on which a rule's step falls, in working days from a due date or from the day since when something waits. */
export interface FireDay {
  since: Day;
  step: number;
  fireOn: Day;
}

/** Working days are counted here and handed to SQL as a list. */
@Injectable()
export class FireDays {
  private readonly log = new Logger('Reminders');
  private readonly missed = new Set<number>();

  constructor(private readonly calendar: KnownCalendar) {}

  /** A day whose year has no calendar yet is left to a later reconcile; new calendars ask for one. */
  async of(manager: EntityManager, since: Day[], steps: number[]): Promise<FireDay[]> {
    const calendar = await this.calendar.current(manager);
    return since.flatMap((day) =>
      steps.flatMap((step) => {
        const fireOn = whereKnown(() => calendar.addWorkingDays(day, step));
        if (fireOn === null) this.warnOnce(yearOf(day));
        return fireOn === null ? [] : [{ since: day, step, fireOn }];
      }),
    );
  }

  /** All days whose steps fall on a day of `from … to`. */
  async falling(manager: EntityManager, steps: number[], from: Day, to: Day): Promise<FireDay[]> {
    const calendar = await this.calendar.current(manager);
    return steps.flatMap((step) => {
      const found: FireDay[] = [];
      for (let day = addDays(from, -reach(step)); day <= addDays(to, reach(step)); day = addDays(day, 1)) {
        const fireOn = whereKnown(() => calendar.addWorkingDays(day, step));
        if (fireOn !== null && from <= fireOn && fireOn <= to) found.push({ since: day, step, fireOn });
      }
      return found;
    });
  }

  private warnOnce(year: number): void {
    if (this.missed.has(year)) return;
    this.missed.add(year);
    this.log.warn(`Some reminders of due dates in ${year} wait for a working calendar`);
  }
}

/** Calendar days within which so many working days lie, Tết included. */
function reach(step: number): number {
  return step === 0 ? 0 : 2 * Math.abs(step) + 30;
}

/** Every step that a rule of these kinds has somewhere, its exceptions included. */
export async function stepsOf(manager: EntityManager, kinds: RuleKind[]): Promise<number[]> {
  const rows: { step: number }[] = await manager.query(
    `SELECT offset_working_days AS step FROM reminder_rule WHERE kind = ANY($1)
     UNION
     SELECT x.offset_working_days FROM reminder_rule_exception x JOIN reminder_rule r ON r.id = x.rule_id
      WHERE r.kind = ANY($1) AND x.offset_working_days IS NOT NULL
     ORDER BY 1`,
    [kinds],
  );
  return rows.map(({ step }) => step);
}
