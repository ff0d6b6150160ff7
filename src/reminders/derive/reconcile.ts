import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { systemCaller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { defineJob, Handles } from '../../platform/queue/job';
import { nagged, waiting } from '../reminder';
import { Derivation } from './derivation';

export const reconcileReminders = defineJob('reminders.reconcile');

const TASKS_A_ROUND = 500;
const NIL = '00000000-0000-0000-0000-000000000000';

/** Asks, in the caller's transaction, for a derivation of everything. */
export async function askForReconcile(manager: EntityManager): Promise<void> {
  await manager.query('UPDATE reminder_reconcile SET asked = asked + 1');
}

/**
 * Derives the reminders of every open task from the deadlines alone: each night from one o'clock on, and whenever
 * a rule, a calendar or a plan asked for it. A lost event costs at most a night; a lost job costs half a minute.
 */
@Injectable()
export class Reconcile {
  private readonly log = new Logger('Reminders');

  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
    private readonly derivation: Derivation,
  ) {}

  @Handles(reconcileReminders)
  async whenOutstanding(_: object, now: Date): Promise<void> {
    const [outstanding]: { asked: number; begunAt: Date }[] = await this.dataSource.query(
      `SELECT asked, now() AS "begunAt" FROM reminder_reconcile
        WHERE asked > done OR begun_at IS NULL
           OR begun_at < (local_day(now() - interval '1 hour') + time '01:00') AT TIME ZONE 'Asia/Ho_Chi_Minh'`,
    );
    if (!outstanding) return;
    const tasks = await this.deriveAll(now);
    await this.dataSource.query(
      'UPDATE reminder_reconcile SET done = greatest(done, $1), begun_at = greatest(begun_at, $2)',
      [outstanding.asked, outstanding.begunAt],
    );
    this.log.log(`Reminders of ${tasks} tasks are in line with their deadlines`);
  }

  /** In rounds, each a short transaction. Tasks that somebody is changing at that moment follow one by one. */
  async deriveAll(now: Date): Promise<number> {
    const busy: string[] = [];
    let [after, tasks] = [NIL, 0];
    for (;;) {
      const ids = await this.nextTasks(after);
      if (ids.length === 0) break;
      const derived = new Set(await this.derive(now, ids, true));
      busy.push(...ids.filter((id) => !derived.has(id)));
      after = ids[ids.length - 1];
      tasks += ids.length;
    }
    for (const id of busy) await this.derive(now, [id], false);
    return tasks;
  }

  private derive(now: Date, ids: string[], skipBusy: boolean): Promise<string[]> {
    const caller = systemCaller(now, 'reminders.reconcile');
    return this.changes.run(caller, (change) => this.derivation.derive(change, ids, skipBusy));
  }

  /** Tasks with a deadline to keep, and tasks with rows that may have lost their reason. */
  private async nextTasks(after: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT t.id FROM task t JOIN plan p ON p.id = t.plan_id
        WHERE t.id > $1 AND ((t.state IN ${nagged} AND t.due_date IS NOT NULL AND p.closed_on IS NULL)
           OR EXISTS (SELECT 1 FROM reminder r WHERE r.task_id = t.id AND ${waiting}))
        ORDER BY t.id LIMIT ${TASKS_A_ROUND}`,
      [after],
    );
    return rows.map((row) => row.id);
  }
}
