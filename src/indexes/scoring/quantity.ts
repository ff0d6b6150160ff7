import type { Day } from '../../platform/clock/day';

/**
 * What a rule is applied to: a share of tasks, or a value someone entered. Values: per cent for rates, a count for
 * items, points for manual; binary 1 yes, 0 no; late penalty 2 on time, 1 late, 0 not done. Null is unknown.
 */
export type Quantity =
  { kind: 'tasks'; counted: number; done: number; onTime: number } | { kind: 'value'; value: number } | null;

export type TaskCell = 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue';

/** A task as it stood on the day of the forecast. `cell` is null for tasks that are in none (cancelled). */
export interface CountedTask {
  id: string;
  state: string;
  dueDate: Day | null;
  submittedOn: Day | null;
  cell: TaskCell | null;
}

/** Tasks counted are those not cancelled (nor still drafts) that have a due date. */
export function isCounted(task: CountedTask): boolean {
  return task.dueDate !== null && task.cell !== null && task.state !== 'cancelled' && task.state !== 'draft';
}

export function isDone(task: CountedTask): boolean {
  return task.cell === 'doneOnTime' || task.cell === 'doneLate';
}

/** The quantity that accepted tasks give; null when no task is counted, for then there is no score. */
export function quantityOfTasks(tasks: readonly CountedTask[]): Quantity {
  const counted = tasks.filter(isCounted);
  if (counted.length === 0) return null;
  return {
    kind: 'tasks',
    counted: counted.length,
    done: counted.filter(isDone).length,
    onTime: counted.filter((task) => task.cell === 'doneOnTime').length,
  };
}
