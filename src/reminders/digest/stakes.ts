import type { Day } from '../../platform/clock/day';

/**
 * The points at stake of open tasks. They are figures of the reports, which stand above this room, so the reports bring
 * them (decision 0033); a process without reports orders its digests by the due date alone.
 */
export abstract class Stakes {
  /** Of every task of the open plans, whoever reads: unrounded points, null where there is no edition. */
  abstract ofOpenTasks(today: Day): Promise<(taskId: string) => number | null>;
}
