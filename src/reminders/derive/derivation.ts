import { Injectable } from '@nestjs/common';
import type { Change } from '../../platform/change/change';
import { deriveDeadlines } from './derive-deadlines';
import { FireDays } from './fire-days';

/** Derives the deadline reminders of given tasks, the same way for one event and for the whole province. */
@Injectable()
export class Derivation {
  constructor(private readonly fireDays: FireDays) {}

  /**
   * Holds the tasks still while it looks at them: a verb that runs at the same moment comes wholly before or wholly
   * after. With `skipBusy` tasks that somebody is changing are left out; returns the ids that were derived.
   */
  async derive(change: Change, taskIds: string[], skipBusy = false): Promise<string[]> {
    const { manager, today } = change;
    const held: { id: string; dueDate: string | null }[] = await manager.query(
      `SELECT id, due_date AS "dueDate" FROM task WHERE id = ANY($1::uuid[]) ORDER BY id FOR SHARE ${skipBusy ? 'SKIP LOCKED' : ''}`,
      [taskIds],
    );
    if (held.length === 0) return [];
    const steps: { step: number }[] = await manager.query(
      `SELECT DISTINCT offset_working_days AS step FROM reminder_rule WHERE kind = 'deadline' AND active`,
    );
    const dueDates = [...new Set(held.flatMap((task) => task.dueDate ?? []))];
    const fireDays = await this.fireDays.of(
      manager,
      dueDates,
      steps.map(({ step }) => step),
    );
    const ids = held.map((task) => task.id);
    await deriveDeadlines(manager, ids, fireDays, today);
    return ids;
  }
}
