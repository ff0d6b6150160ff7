import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { systemCaller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { holdTasks, type HeldTask } from './derivation';

/** Tasks that one statement takes at most. */
export const TASKS_A_ROUND = 10_000;

/** Where a list of tasks goes on: after this day, and of that day after this task. */
export interface Place {
  day: string;
  id: string;
}
export type Page = (after: Place) => Promise<Place[]>;

const start: Place = { day: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

/** Goes through many tasks in rounds, each a short transaction that holds its tasks. */
@Injectable()
export class Rounds {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
  ) {}

  /** Tasks that somebody is changing at that moment follow one by one. Returns how many there were. */
  async through(
    now: Date,
    page: Page,
    work: (manager: EntityManager, tasks: HeldTask[]) => Promise<void>,
  ): Promise<number> {
    const busy = new Set<string>();
    let [after, tasks] = [start, 0];
    for (;;) {
      const places = await page(after);
      if (places.length === 0) break;
      const ids = [...new Set(places.map(({ id }) => id))];
      const held = new Set(await this.round(now, ids, true, work));
      for (const id of ids) if (!held.has(id)) busy.add(id);
      after = places[places.length - 1];
      tasks += ids.length;
    }
    for (const id of busy) await this.round(now, [id], false, work);
    return tasks;
  }

  private async round(
    now: Date,
    ids: string[],
    skipBusy: boolean,
    work: (manager: EntityManager, tasks: HeldTask[]) => Promise<void>,
  ): Promise<string[]> {
    const derived = await this.changes.run(systemCaller(now, 'reminders.reconcile'), async ({ manager }) => {
      // The planner takes the lists inside such a statement for a few rows each and would go through one for every row of
      // another; and compiling it takes longer than running it.
      await manager.query(
        `SET LOCAL enable_nestloop = off; SET LOCAL jit = off; SET LOCAL work_mem = '32MB'`,
      );
      const held = await holdTasks(manager, ids, skipBusy);
      if (held.length > 0) await work(manager, held);
      return held.map(({ id }) => id);
    });
    await this.dataSource.query(
      `UPDATE reminder_reconcile SET working_until = now() + interval '1 minute' WHERE working_until > now()`,
    );
    return derived;
  }
}
