import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Change } from '../../platform/change/change';
import type { Day } from '../../platform/clock/day';
import { deriveDeadlines } from './derive-deadlines';
import { deriveSilence } from './derive-silence';
import { deriveWaits, waitingSince } from './derive-waits';
import { FireDays, stepsOf } from './fire-days';

export interface HeldTask {
  id: string;
  dueDate: Day | null;
}

/** Derives the reminders of given tasks, the same way for one event and for the whole province. */
@Injectable()
export class Derivation {
  constructor(private readonly fireDays: FireDays) {}

  /** The deadline reminders of some tasks, up to the last of them. */
  async derive({ manager, today }: Change, taskIds: string[]): Promise<void> {
    await this.deadlines(manager, await holdTasks(manager, taskIds), today);
  }

  /**
   * All reminders of tasks that are held: deadlines, and what has been silent or has waited by the day `to`. Silence only of
   * the days from `silentFrom` on, so that a rule that is new tells from its day on and not of the year before.
   */
  async deriveWhole(
    manager: EntityManager,
    tasks: HeldTask[],
    silentFrom: Day | null,
    to: Day,
  ): Promise<void> {
    await this.deadlines(manager, tasks, to);
    const ids = tasks.map(({ id }) => id);
    await deriveSilence(manager, ids, silentFrom, to);
    const steps = await stepsOf(manager, ['acceptance_waits', 'decision_waits']);
    const waits = await this.fireDays.of(manager, await waitingSince(manager, ids), steps);
    await deriveWaits(manager, ids, waits, null, to);
  }

  private async deadlines(manager: EntityManager, tasks: HeldTask[], today: Day): Promise<void> {
    if (tasks.length === 0) return;
    const dueDates = [...new Set(tasks.flatMap((task) => task.dueDate ?? []))];
    const fireDays = await this.fireDays.of(manager, dueDates, await stepsOf(manager, ['deadline']));
    const ids = tasks.map(({ id }) => id);
    await deriveDeadlines(manager, ids, fireDays, today);
  }
}

/**
 * Holds tasks still while their reminders are derived: a verb that runs at the same moment comes wholly before or wholly
 * after. With `skipBusy` tasks that somebody is changing, or telling of, are left out.
 */
export function holdTasks(manager: EntityManager, taskIds: string[], skipBusy = false): Promise<HeldTask[]> {
  return manager.query(
    `SELECT id, due_date AS "dueDate" FROM task WHERE id = ANY($1::uuid[]) ORDER BY id FOR SHARE ${skipBusy ? 'SKIP LOCKED' : ''}`,
    [taskIds],
  );
}
